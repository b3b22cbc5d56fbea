package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.ferry.api.Sleeper;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a call pauses, who has to wait for whom, and what ends a pause. */
final class PausesTest {
    private static final RandomGenerator LOWEST = () -> 0L;
    private static final RandomGenerator HIGHEST = () -> -1L;
    private static final String CLUSTERS = "/api/atlas/v2/groups/%s/clusters";
    private static final String ONE = "65a0c0ffee65a0c0ffee65a0";
    private static final String OTHER = "65a0c0ffee65a0c0ffee65a1";

    private final WireServer server = WireServer.start();
    private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-10T10:00:00Z"));
    private final List<Long> pauses = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Sleeper sleeper = pause -> {
        pauses.add(pause.toSeconds());
        time.sleep(pause);
    };

    @AfterEach
    void stop() {
        server.close();
    }

    private ApiClient client(ApiKey key, RandomGenerator random) {
        return new ApiClient(
                server.connection(key),
                ApiClient.Settings.defaults()
                        .withClock(time)
                        .withSleeper(sleeper)
                        .withRandom(random)
                        .withNotices(notices::add));
    }

    @ParameterizedTest
    @CsvSource({"503,false,", "503,true,1 2 4 8", "429,false,10 20 30 30", "429,true,20 40 60 60"})
    void a_pause_is_any_part_of_what_doubles(int status, boolean highest, String seconds) {
        server.answerAll(request -> WireServer.json(status, "{\"error\":" + status + "}"));
        try (ApiClient client = client(WireServer.KEY, highest ? HIGHEST : LOWEST)) {
            assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        }
        List<Long> expected = seconds == null
                ? List.of()
                : List.of(seconds.split(" ")).stream().map(Long::valueOf).toList();
        assertEquals(expected, pauses);
        assertEquals(5, server.count());
    }

    @Test
    void an_interrupt_ends_a_pause_at_once_and_nothing_more_is_sent() {
        server.answer(503, "{\"error\":503}");
        try (ApiClient client = new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults().withRandom(HIGHEST).withSleeper(pause -> {
                    throw new InterruptedException();
                }))) {
            CallInterruptedException e =
                    assertThrows(CallInterruptedException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertTrue(Thread.interrupted());
            assertTrue(String.valueOf(e.getMessage()).contains("interrupted before it was sent again"), e.getMessage());
        }
        assertEquals(1, server.count());
    }

    @Test
    void a_change_that_met_nobody_is_sent_once_when_somebody_is_there() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        AtomicInteger requests = new AtomicInteger();
        List<HttpServer> started = new ArrayList<>();
        Sleeper starting = pause -> {
            if (started.isEmpty()) {
                started.add(answering(port, requests));
            }
        };
        Connection connection = new Connection(URI.create("http://127.0.0.1:" + port), WireServer.KEY, null);
        try (ApiClient client = new ApiClient(
                connection, ApiClient.Settings.defaults().withRandom(HIGHEST).withSleeper(starting))) {
            assertNotNull(client.call("POST", "/a", Map.of(), Map.of("b", 1)));
        } finally {
            started.forEach(each -> each.stop(0));
        }
        assertEquals(1, requests.get());
    }

    private static HttpServer answering(int port, AtomicInteger requests) {
        try {
            HttpServer late = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            late.createContext("/", exchange -> {
                requests.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                exchange.close();
            });
            late.start();
            return late;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_waits_for_a_limit_says_so_once_and_holds_back_only_those_it_counts() {
        ApiKey second = new ApiKey("otherkey", Secret.of("55c3bbb6-b4bb-0be1-e66d20841f3f"));
        try (ApiClient client = client(WireServer.KEY, LOWEST);
                ApiClient another = client(second, LOWEST)) {
            server.answerAll(request -> request.getTarget().contains(ONE) && server.count() == 1
                    ? WireServer.json(429, "{\"error\":429}")
                            .newBuilder()
                            .setHeader("Retry-After", "60")
                            .build()
                    : WireServer.json(200, "{\"ok\":true}"));
            List<List<Long>> seen = new ArrayList<>();
            Sleeper looking = pause -> {
                // While one call waits, those of another key and of another project go through.
                int before = pauses.size();
                another.call("GET", String.format(CLUSTERS, ONE), Map.of(), null);
                client.call("GET", String.format(CLUSTERS, OTHER), Map.of(), null);
                client.call("GET", "/api/atlas/v2/groups/" + ONE + "/alerts", Map.of(), null);
                seen.add(List.copyOf(pauses.subList(before, pauses.size())));
                time.sleep(pause);
            };
            try (ApiClient waiting = new ApiClient(
                    server.connection(WireServer.KEY), client.settings().withSleeper(looking))) {
                waiting.call("GET", String.format(CLUSTERS, ONE), Map.of(), null);
            }
            assertEquals(List.of(List.of()), seen);
        }
        assertEquals(
                List.of("the rate limit of Clusters is reached; going on in "
                        + dev.ferry.api.Timespan.text(Duration.ofSeconds(60))),
                notices);
        assertEquals(5, server.count());
    }
}
