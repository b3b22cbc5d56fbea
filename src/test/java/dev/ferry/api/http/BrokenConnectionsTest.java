package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.profile.Connection;
import dev.ferry.suite.Lateness;
import dev.ferry.suite.OwnThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that get no answer, half an answer, or are given up. */
final class BrokenConnectionsTest {
    private static final String HALF =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    private static ApiClient client(URI url) {
        return new ApiClient(
                new Connection(url, WireServer.KEY, null),
                WireServer.ONCE.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    /** Runs a call on a thread of its own, so that a test can interrupt it. */
    private static final class Caller {
        private final CompletableFuture<Long> ended = new CompletableFuture<>();
        private final Thread thread;

        Caller(ApiClient client, String method) {
            thread = new Thread(() -> {
                try {
                    client.call(method, "/slow", Map.of(), null);
                    ended.completeExceptionally(new AssertionError("an answer came"));
                } catch (CallInterruptedException e) {
                    boolean stillSet = Thread.currentThread().isInterrupted();
                    if (stillSet) {
                        ended.complete(System.nanoTime());
                    } else {
                        ended.completeExceptionally(new AssertionError("the interrupt was lost"));
                    }
                } catch (RuntimeException e) {
                    ended.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        long millisToStop() throws InterruptedException, ExecutionException {
            long begin = System.nanoTime();
            thread.interrupt();
            return TimeUnit.NANOSECONDS.toMillis(ended.get() - begin);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"})
    void an_interrupt_ends_a_call_within_100_milliseconds(String sent) throws Exception {
        try (RawServer server = RawServer.start(RawServer.stallingAfter(sent));
                ApiClient client = client(server.url());
                Lateness machine = Lateness.watch()) {
            // The first call pays for loading classes; the second is what a user interrupts.
            for (int i = 0; i < 3; i++) {
                Caller caller = new Caller(client, "GET");
                server.awaitRequest();
                long millis = caller.millisToStop();
                assertTrue(i == 0 || millis < machine.allow(100), millis + " ms");
            }
        }
    }

    @Test
    void an_interrupted_thread_sends_nothing() throws Exception {
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            Thread.currentThread().interrupt();
            assertThrows(CallInterruptedException.class, () -> client.call("DELETE", "/a", Map.of(), null));
            assertTrue(Thread.interrupted());
            assertEquals(0, server.count());
        }
    }

    @Test
    void an_answer_that_never_comes_ends_in_a_time_out() throws Exception {
        try (RawServer server = RawServer.start(RawServer.stallingAfter(""));
                ApiClient client = new ApiClient(
                        new Connection(server.url(), WireServer.KEY, null),
                        WireServer.ONCE.withTimeouts(
                                Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5)))) {
            assertEquals(
                    "GET /a: no complete answer within 200ms",
                    assertThrows(CallTimeoutException.class, () -> client.call("GET", "/a", Map.of(), null))
                            .getMessage());
        }
    }

    @Test
    void an_answer_that_drips_ends_with_the_whole_call() throws Exception {
        try (RawServer server = RawServer.start(RawServer.stallingAfter(HALF));
                ApiClient client = new ApiClient(
                        new Connection(server.url(), WireServer.KEY, null),
                        WireServer.ONCE.withTimeouts(
                                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300)))) {
            assertEquals(
                    "GET /a: no complete answer within 300ms",
                    assertThrows(CallTimeoutException.class, () -> client.call("GET", "/a", Map.of(), null))
                            .getMessage());
        }
    }

    @Test
    void an_answer_that_is_cut_off_is_unreadable() throws Exception {
        try (RawServer server = RawServer.start(RawServer.sending(HALF));
                ApiClient client = client(server.url())) {
            UnreadableAnswerException cut =
                    assertThrows(UnreadableAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertTrue(String.valueOf(cut.getMessage()).contains("was cut off"), cut.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "PATCH"})
    void a_change_whose_connection_breaks_is_not_sent_twice(String method) throws Exception {
        try (RawServer server = RawServer.start(RawServer.sending(""));
                ApiClient client = client(server.url())) {
            OutcomeUnknownException broken =
                    assertThrows(OutcomeUnknownException.class, () -> client.call(method, "/a", Map.of(), null));
            assertInstanceOf(UnreachableException.class, broken.getCause());
            assertEquals(1, server.requests());
        }
    }

    private static final String WHOLE =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    @Test
    void an_idle_connection_that_the_server_has_closed_costs_a_read_no_attempt_and_no_pause() throws Exception {
        List<CallRecord> calls = new ArrayList<>();
        try (RawServer server = RawServer.start(RawServer.sending(WHOLE));
                ApiClient client = new ApiClient(
                        new Connection(server.url(), WireServer.KEY, null),
                        WireServer.ONCE.withCalls(calls::add).withSleeper(pause -> {
                            throw new AssertionError("paused for " + pause);
                        }))) {
            for (int i = 0; i < 4; i++) {
                assertEquals(Map.of(), client.call("GET", "/a", Map.of(), null));
            }
            assertEquals(4, server.requests());
        }
        assertEquals(4, calls.size());
    }

    @Test
    void a_server_that_closes_every_connection_is_not_asked_for_free_without_end() throws Exception {
        // The first request of a connection is answered; the second meets its end, and so does every new connection.
        AtomicInteger heads = new AtomicInteger();
        RawServer.Behaviour once = connection -> {
            if (heads.getAndIncrement() == 0) {
                connection.getOutputStream().write(WHOLE.getBytes(StandardCharsets.UTF_8));
            }
            connection.close();
        };
        try (RawServer server = RawServer.start(once);
                ApiClient client = client(server.url())) {
            client.call("GET", "/a", Map.of(), null);
            assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
            // One for free on the old connection, which reads no head any more, and one on a new one.
            assertEquals(2, heads.get());
        }
    }

    @Test
    void a_first_login_that_meets_a_reset_is_repeated_with_pauses() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        RawServer.Behaviour challenging = connection -> {
            connection
                    .getOutputStream()
                    .write(
                            ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\n"
                                            + "Content-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
            // The second half of the login comes, and the connection goes.
            int first = connection.getInputStream().read();
            connection.setSoLinger(true, 0);
            connection.close();
            assertEquals('G', first);
        };
        try (RawServer server = RawServer.start(challenging);
                ApiClient client = new ApiClient(
                        new Connection(server.url(), WireServer.KEY, null),
                        ApiClient.Settings.defaults().withRandom(() -> -1L).withSleeper(pauses::add))) {
            assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertEquals(5, server.requests());
        }
        assertEquals(
                List.of(1L, 2L, 4L, 8L),
                pauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void a_closed_port_says_that_nothing_answers_there() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        try (ApiClient client = client(URI.create("http://127.0.0.1:" + port))) {
            UnreachableException nobody =
                    assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertEquals(
                    "GET /a: nothing answers at 127.0.0.1:" + port + "; check the base URL and the network",
                    nobody.getMessage());
        }
    }

    @Test
    void an_answer_that_is_not_http_is_a_broken_connection() throws Exception {
        try (RawServer server = RawServer.start(RawServer.sending("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
                ApiClient client = client(server.url())) {
            assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
        }
    }

    @Test
    void closing_the_client_gives_up_what_is_running() throws Exception {
        try (RawServer server = RawServer.start(RawServer.stallingAfter(""))) {
            ApiClient client = client(server.url());
            CompletableFuture<Object> call =
                    OwnThread.begin(() -> String.valueOf(client.call("GET", "/a", Map.of(), null)));
            server.awaitRequest();
            client.close();
            ExecutionException ended = assertThrows(ExecutionException.class, () -> call.get(60, TimeUnit.SECONDS));
            assertInstanceOf(UnreachableException.class, ended.getCause());
            assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
        }
    }
}
