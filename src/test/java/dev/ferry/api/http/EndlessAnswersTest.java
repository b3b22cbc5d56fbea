package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are longer, deeper or slower than any honest one: each ends its call with a sentence. */
final class EndlessAnswersTest {
    private final WireServer server = WireServer.start();
    private final ApiClient client = server.client();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Object get() {
        return client.call("GET", "/api/atlas/v2/orgs", Map.of(), null);
    }

    private static MockResponse bomb(int status) throws IOException {
        Buffer packed = new Buffer();
        try (var unpacked = Okio.buffer(new GzipSink(packed))) {
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1200; i++) {
                unpacked.write(blanks);
            }
        }
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }

    @Test
    void a_packed_body_is_read_up_to_a_bound() throws IOException {
        server.answer(bomb(200));
        UnreadableAnswerException refused = assertThrows(UnreadableAnswerException.class, this::get);
        assertTrue(
                String.valueOf(refused.getMessage()).contains("the answer (200) is longer than 64 MiB"),
                refused.getMessage());
        assertEquals(1, server.count());
    }

    @Test
    void of_a_change_the_outcome_stays_unknown_and_of_a_refusal_it_does_not() throws IOException {
        MockResponse done = bomb(200);
        MockResponse refusal = bomb(400);
        server.answerAll(
                request -> "POST".equals(request.getMethod()) ? done : WireServer.json(200, "{\"results\":[]}"));
        assertThrows(
                OutcomeUnknownException.class,
                () -> client.call("POST", "/api/atlas/v2/orgs", Map.of(), Map.of("name", "x")));
        server.answerAll(request -> refusal);
        ApiException refused = assertThrows(
                ApiException.class, () -> client.call("POST", "/api/atlas/v2/orgs", Map.of(), Map.of("name", "x")));
        assertTrue(!(refused instanceof OutcomeUnknownException), refused.toString());
    }

    /** Sends pieces of a body for as long as somebody reads. */
    private static final class Endless implements AutoCloseable {
        private final ServerSocket socket;

        Endless(String head, String piece) throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            Thread serving = new Thread(
                    () -> {
                        while (!socket.isClosed()) {
                            try (Socket connection = socket.accept()) {
                                connection.getInputStream().read(new byte[8192]);
                                OutputStream out = connection.getOutputStream();
                                out.write(head.getBytes(StandardCharsets.UTF_8));
                                while (true) {
                                    out.write(piece.getBytes(StandardCharsets.UTF_8));
                                }
                            } catch (IOException e) {
                                // The reader has gone.
                            }
                        }
                    },
                    "endless");
            serving.setDaemon(true);
            serving.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n|1000\r\n*\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n|1000\r\n*\r\n",
                "HTTP/1.1 200 OK\r\n|X-More: *\r\n"
            })
    void a_body_or_a_head_without_an_end_ends_the_call(String answer) throws IOException {
        String[] parts = answer.split("\\|");
        String piece = parts[1].replace("*", " ".repeat(parts[1].startsWith("1000") ? 4096 : 100));
        try (Endless endless = new Endless(parts[0], piece);
                ApiClient calling = new ApiClient(
                        new dev.ferry.profile.Connection(endless.url(), WireServer.KEY, null),
                        WireServer.ONCE.withTimeLimit(Duration.ofSeconds(20)))) {
            ApiException ended =
                    assertThrows(ApiException.class, () -> calling.call("GET", "/api/atlas/v2/orgs", Map.of(), null));
            assertTrue(!(ended instanceof CallTimeoutException), ended.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_nest_of_brackets_is_refused(String bracket) {
        server.answer(200, bracket.repeat(100_000));
        UnreadableAnswerException refused = assertThrows(UnreadableAnswerException.class, this::get);
        assertTrue(String.valueOf(refused.getMessage()).length() < 3000, refused.getMessage());
    }

    @Test
    void a_number_without_end_is_refused() {
        server.answer(200, "{\"a\":" + "7".repeat(1_000_000) + "}");
        UnreadableAnswerException refused = assertThrows(UnreadableAnswerException.class, this::get);
        assertTrue(
                String.valueOf(refused.getMessage()).contains("a number of 1000000 characters"), refused.getMessage());
        server.answer(200, "{\"a\":1e999999999}");
        assertTrue(String.valueOf(get()).contains("Infinity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Evil: 1", "a\\nb", "t\\u00f6ken", " ", "a b"})
    void an_access_token_that_no_header_can_carry_is_an_answer_that_cannot_be_used(String token) {
        List<String> asked = new CopyOnWriteArrayList<>();
        server.answerAll(request -> {
            asked.add(request.getTarget());
            return WireServer.json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
        });
        ServiceAccount account = new ServiceAccount(
                "mdb_sa_id_0123456789abcdef01234567", Secret.of("mdb_sa_sk_Qx3vJ0yW8sTnUu5bKc7ZmE1d"));
        try (ApiClient calling = new ApiClient(server.connection(account), ApiClient.Settings.defaults())) {
            ApiException refused =
                    assertThrows(ApiException.class, () -> calling.call("GET", "/api/atlas/v2/orgs", Map.of(), null));
            assertTrue(!(refused instanceof ErrorAnswerException), refused.toString());
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("characters that no header can carry"),
                    refused.getMessage());
        }
        assertEquals(List.of("/api/oauth/token"), asked);
    }
}
