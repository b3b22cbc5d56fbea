package dev.ferry.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of challenge that a server may send; {@code #} is its nonce, {@code ¦} begins another header line. */
final class DigestChallengesTest {
    private static final String KEY = WireServer.KEY.privateKey().reveal();

    private final WireServer server = WireServer.start();
    private final ApiClient client = server.client();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static List<String> lines(String challenges) {
        return Arrays.stream(challenges.split("¦"))
                .map(line -> line.strip().replace("#", "{nonce}"))
                .toList();
    }

    private DigestServer serve(String realm, String algorithm, String challenges) {
        DigestServer digest =
                new DigestServer(lines(challenges), realm, algorithm, KEY, WireServer.json(200, "{\"ok\":true}"));
        server.answerAll(digest);
        return digest;
    }

    private void call() {
        assertEquals(Map.of("ok", true), client.call("GET", "/api/atlas/v2/orgs", Map.of("name", "a b&c"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // As documented, and as other servers say it.
                "MMS Public API | MD5 | Digest realm=\"MMS Public API\", domain=\"\", nonce=\"#\", algorithm=MD5, op=\"auth\", stale=false",
                "MMS Public API | MD5 | Digest realm=\"MMS Public API\", domain=\"\", nonce=\"#\", algorithm=MD5, qop=\"auth\", stale=false",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", algorithm=\"MD5\", qop=auth",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", qop=\"\"",
                // Algorithms.
                "r | MD5-sess | Digest realm=\"r\", nonce=\"#\", algorithm=MD5-sess, qop=\"auth\"",
                "r | SHA-256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256, qop=\"auth\"",
                "r | SHA-256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256",
                "r | SHA-256-sess | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256-sess, qop=\"auth\"",
                "r | SHA-512/256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-512-256, qop=\"auth\"",
                "r | SHA-512/256-sess | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-512-256-sess, qop=\"auth\", opaque=\"o/p=\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", algorithm=md5, qop=\"auth\"",
                "r | SHA-256 | DIGEST REALM=\"r\", NONCE=\"#\", ALGORITHM=sha-256, QOP=\"AUTH\"",
                // Quality of protection.
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", qop=\"auth-int, auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", qop=\"auth ,auth-int\"",
                // Several challenges.
                "r | MD5 | Digest realm=\"r\", nonce=\"x\", algorithm=FOO, Digest realm=\"r\", nonce=\"#\", qop=\"auth\"",
                "r | SHA-256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256, qop=\"auth\", Digest realm=\"r\", nonce=\"#\", algorithm=MD5, qop=\"auth\"",
                "r | SHA-256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256, qop=\"auth\" ¦ Digest realm=\"r\", nonce=\"#\", algorithm=MD5, qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", algorithm=MD5, qop=\"auth\" ¦ Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256, qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"x\", algorithm=SHA-512 ¦ Digest realm=\"r\", nonce=\"#\"",
                "r | MD5 | Negotiate ¦ NTLM ¦ Bearer realm=\"b\", error=\"invalid_token\" ¦ Digest realm=\"r\", nonce=\"#\", qop=\"auth\"",
                "r | MD5 | Negotiate, Basic realm=\"b\", charset=\"UTF-8\", Digest realm=\"r\", nonce=\"#\", qop=\"auth\"",
                "r | MD5 | Negotiate YII=, Digest realm=\"r\", nonce=\"#\", qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"x\", qop=\"auth-int\" ¦ Digest realm=\"r\", nonce=\"#\", qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"x\", algorithm=MD5-sess ¦ Digest realm=\"r\", nonce=\"#\"",
                "r | MD5 | Digest realm=\"no nonce\" ¦ Digest realm=\"r\", nonce=\"#\"",
                // Blanks, commas, quotation marks.
                "lower case | MD5 | digest realm=\"lower case\", nonce=\"#\", qop=auth",
                "r | MD5 | digest realm=r, nonce=#, algorithm=MD5, qop=auth",
                "r | MD5 | Digest   realm = \"r\" ,nonce=\"#\",   qop = \"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", qop=\"auth\",",
                "r | MD5 | Digest realm=\"r\",, nonce=\"#\", , qop=\"auth\", ,",
                "say \"hi\" \\ bye | MD5 | Digest realm=\"say \\\"hi\\\" \\\\ bye\", nonce=\"#\", qop=\"auth\"",
                "say \"hi\" | SHA-256-sess | Digest realm=\"say \\\"hi\\\"\", nonce=\"#\", algorithm=SHA-256-sess, qop=\"auth\"",
                "a, b=c | MD5 | Digest realm=\"a, b=c\", nonce=\"#\", opaque=\"x=\\\"y\\\", z\", qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"a\\\"b-#==\", qop=\"auth\"",
                "r | MD5 | Digest realm=\"r\", nonce=\"#\", opaque=\"\", qop=\"auth\"",
                // Parameters that need no answer.
                "r | SHA-256 | Digest realm=\"r\", nonce=\"#\", algorithm=SHA-256, qop=\"auth\", userhash=true, charset=UTF-8, domain=\"/ /x\", unheard=of",
            })
    void four_calls_cost_five_requests_whatever_shape_the_challenge_has(
            String realm, String algorithm, String challenges) {
        DigestServer digest = serve(realm, algorithm, challenges);
        for (int i = 0; i < 4; i++) {
            call();
        }
        assertEquals(4, digest.accepted());
        assertEquals(5, server.count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Basic realm=\"r\" | (Basic)",
                "Negotiate ¦ NTLM | (Negotiate, NTLM)",
                "Digest realm=\"r\", nonce=\"#\", qop=\"auth-int\" | (Digest with MD5 and auth-int)",
                "Digest realm=\"r\", nonce=\"#\", algorithm=SHA-512 ¦ Basic realm=\"r\" | (Digest with SHA-512, Basic)",
                "Digest realm=\"r\", nonce=\"#\", algorithm=MD5-sess | (Digest with MD5-sess)",
                "Digest realm=\"r\" | (Digest with MD5 without a usable realm or nonce)",
                "Digest nonce=\"#\" | (Digest with MD5 without a usable realm or nonce)",
                "Digest realm=\"Größe\", nonce=\"#\" | (Digest with MD5 without a usable realm or nonce)",
            })
    void what_cannot_be_answered_is_named_and_costs_one_request(String challenges, String named) {
        serve("r", "MD5", challenges);
        ErrorAnswerException refused =
                assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertEquals(401, refused.status());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("offers only logins that Ferry cannot do with an API key " + named), message);
        assertFalse(message.contains(KEY), message);
        assertEquals(1, server.count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Digest",
                "Digest realm=\"never ends",
                "realm=\"r\"",
                "=,=",
                "Digest realm=\"r\", nonce=\"#\" junk junk"
            })
    void a_challenge_that_is_none_ends_as_a_401(String challenge) {
        serve("r", "MD5", challenge);
        assertEquals(
                401,
                assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null))
                        .status());
        assertTrue(server.count() <= 2);
    }

    @Test
    void a_proxy_that_asks_for_a_login_is_not_told_the_key() {
        server.answerAll(request -> new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Digest realm=\"proxy\", nonce=\"n\", qop=\"auth\"")
                .build());
        assertThrows(ApiException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertEquals(1, server.count());
        assertEquals(null, server.take().getHeaders().get("Proxy-Authorization"));
    }

    @Test
    void a_nonce_for_the_next_request_is_used_so_that_one_time_nonces_cost_no_extra_request() {
        AtomicInteger served = new AtomicInteger();
        DigestServer[] digest = new DigestServer[1];
        digest[0] =
                new DigestServer(
                        List.of("Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth\""),
                        "r",
                        "MD5",
                        KEY,
                        WireServer.json(200, "{}")) {
                    @Override
                    MockResponse success() {
                        growOld();
                        served.incrementAndGet();
                        return WireServer.json(200, "{\"ok\":true}")
                                .newBuilder()
                                .setHeader("Authentication-Info", "nextnonce=\"" + nonce() + "\", qop=auth")
                                .build();
                    }
                };
        server.answerAll(digest[0]);
        for (int i = 0; i < 4; i++) {
            call();
        }
        assertEquals(4, served.get());
        assertEquals(5, server.count());
    }

    @ParameterizedTest
    // Unannounced, nobody knows whether the service has received the answered request: a change is not repeated then.
    @CsvSource({"GET, true", "GET, false", "POST, true"})
    void a_connection_that_closes_after_the_challenge_is_opened_again(String method, boolean announced) {
        DigestServer digest = new DigestServer(
                List.of("Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth\""),
                "r",
                "MD5",
                KEY,
                WireServer.json(200, "{\"ok\":true}"));
        server.answerAll(request -> {
            MockResponse answer = digest.apply(request);
            if (answer.getCode() != 401) {
                return answer;
            }
            MockResponse.Builder closing = answer.newBuilder().onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
            return (announced ? closing.setHeader("Connection", "close") : closing).build();
        });
        Object body = method.equals("POST") ? Map.of("name", "shop") : null;
        assertEquals(Map.of("ok", true), client.call(method, "/a", Map.of(), body));
        assertEquals(1, digest.accepted());
        assertEquals(2, server.count());
    }

    @Test
    void threads_that_are_given_nonces_in_turn_never_use_a_count_twice() throws Exception {
        // Each refusal hands out one of two nonces, and both stay valid: going back to the first must go on counting.
        DigestServer one = new DigestServer(
                List.of("Digest realm=\"r\", nonce=\"one\", qop=\"auth\""),
                "r",
                "MD5",
                KEY,
                WireServer.json(200, "{}"));
        one.pin("one");
        DigestServer two = new DigestServer(
                List.of("Digest realm=\"r\", nonce=\"two\", qop=\"auth\""),
                "r",
                "MD5",
                KEY,
                WireServer.json(200, "{}"));
        two.pin("two");
        AtomicInteger turn = new AtomicInteger();
        AtomicInteger repeated = new AtomicInteger();
        server.answerAll(request -> {
            String login = String.valueOf(request.getHeaders().get("Authorization"));
            // Every third login is called stale, so that threads keep changing from one nonce to the other.
            if (login.startsWith("Digest ") && turn.incrementAndGet() % 3 != 0) {
                MockResponse answer = (login.contains("nonce=\"one\"") ? one : two).apply(request);
                if (answer.getCode() == 401) {
                    repeated.incrementAndGet();
                }
                return answer;
            }
            return (turn.get() % 2 == 0 ? one : two).refuse(true);
        });
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 96; i++) {
                calls.add(threads.submit(() -> {
                    try {
                        client.call("GET", "/a", Map.of(), null);
                    } catch (ErrorAnswerException e) {
                        // Called stale twice in a row: that ends the call.
                        assertEquals(401, e.status());
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(0, repeated.get());
        assertTrue(one.accepted() > 1 && two.accepted() > 1);
    }
}
