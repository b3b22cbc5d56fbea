package dev.ferry.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestLoginTest {
    private static final String PRINTED =
            "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"{nonce}\", algorithm=MD5, op=\"auth\", stale=false";
    private static final String WITH_QOP =
            "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"{nonce}\", algorithm=MD5, qop=\"auth\", stale=false";
    private static final String KEY = WireServer.KEY.privateKey().reveal();

    private final WireServer server = WireServer.start();
    private final ApiClient client = server.client();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private DigestServer ask(String challenge, String algorithm, String password) {
        DigestServer digest = new DigestServer(challenge, algorithm, password, WireServer.json(200, "{\"ok\":true}"));
        server.answerAll(digest);
        return digest;
    }

    @Test
    void the_verifying_server_agrees_with_the_example_of_the_rfc() {
        // RFC 2617, section 3.5
        String ha1 = DigestServer.hash("MD5", "Mufasa:testrealm@host.com:Circle Of Life");
        String ha2 = DigestServer.hash("MD5", "GET:/dir/index.html");
        String response =
                DigestServer.hash("MD5", ha1 + ":dcd98b7102dd2f0e8b11d0f600bfb0c093:00000001:0a4f113b:auth:" + ha2);
        assertEquals("6629fae49393a05397450978507c4ef1", response);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MD5     | Digest realm=\"MMS Public API\", domain=\"\", nonce=\"{nonce}\", algorithm=MD5, op=\"auth\", stale=false",
                "MD5     | Digest realm=\"MMS Public API\", domain=\"\", nonce=\"{nonce}\", algorithm=MD5, qop=\"auth\", stale=false",
                "MD5     | Digest realm=\"MMS Public API\", nonce=\"{nonce}\"",
                "MD5     | Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth-int, auth\", opaque=\"5ccc\", stale=false",
                "SHA-256 | Digest realm=\"r\", nonce=\"{nonce}\", algorithm=SHA-256, qop=\"auth\"",
                "MD5     | digest realm=\"lower case\", nonce=\"{nonce}\", qop=auth",
                "MD5     | Digest realm=\"r\", nonce=\"x\", algorithm=FOO, Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth\"",
            })
    void four_calls_cost_five_requests_whatever_form_the_challenge_has(String algorithm, String challenge) {
        DigestServer digest = ask(challenge, algorithm, KEY);
        for (int i = 0; i < 4; i++) {
            client.call("GET", "/api/atlas/v2/orgs", Map.of("name", "a b&c"), null);
        }
        assertEquals(4, digest.accepted());
        assertEquals(5, server.count());
    }

    @Test
    void a_post_is_sent_again_with_its_body() {
        DigestServer digest = ask(PRINTED, "MD5", KEY);
        client.call("POST", "/api/atlas/v2/groups", Map.of(), Map.of("name", "shop"));
        assertEquals(1, digest.accepted());
        assertEquals("{\"name\":\"shop\"}", server.take().getBody().utf8());
        RecordedRequest second = server.take();
        assertEquals("{\"name\":\"shop\"}", second.getBody().utf8());
        assertTrue(String.valueOf(second.getHeaders().get("Authorization")).startsWith("Digest "));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_stale_nonce_costs_one_more_request_and_nothing_else(boolean qop) {
        DigestServer digest = ask(qop ? WITH_QOP : PRINTED, "MD5", KEY);
        client.call("GET", "/a", Map.of(), null);
        digest.growOld();
        client.call("GET", "/a", Map.of(), null);
        client.call("GET", "/a", Map.of(), null);
        assertEquals(3, digest.accepted());
        assertEquals(5, server.count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":401,\"errorCode\":\"NOT_ORG_OWNER\",\"detail\":\"No.\"}",
                "{\"error\":401,\"errorCode\":\"USER_UNAUTHORIZED\"}",
                "<html>Unauthorized</html>",
                ""
            })
    void stale_is_obeyed_whatever_the_body_says(String body) {
        DigestServer digest = ask(WITH_QOP, "MD5", KEY);
        client.call("GET", "/a", Map.of(), null);
        digest.growOld();
        // In other letters, and twice: the nonce that it hands out first is too old as well.
        AtomicInteger stale = new AtomicInteger();
        server.answerAll(request -> {
            if (stale.getAndIncrement() == 2) {
                digest.growOld();
                server.answerAll(digest);
            }
            return new MockResponse.Builder()
                    .code(401)
                    .setHeader(
                            "WWW-Authenticate",
                            WITH_QOP.replace("{nonce}", "nonce-" + stale.get())
                                    .replace("stale=false", "Stale=\"TRUE\""))
                    .body(body)
                    .build();
        });
        stale.set(1);
        client.call("GET", "/a", Map.of(), null);
        client.call("POST", "/a", Map.of(), Map.of("b", 1));
        assertEquals(3, digest.accepted());
    }

    @Test
    void a_server_that_calls_every_new_nonce_stale_is_asked_four_times() {
        AtomicInteger nonces = new AtomicInteger();
        server.answerAll(request -> new MockResponse.Builder()
                .code(401)
                .setHeader(
                        "WWW-Authenticate",
                        "Digest realm=\"r\", nonce=\"n" + nonces.incrementAndGet() + "\", qop=\"auth\", stale=true")
                .body("{\"error\":401,\"errorCode\":\"NOT_ORG_OWNER\"}")
                .build());
        assertEquals(
                401,
                assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null))
                        .status());
        assertEquals(4, server.count());
    }

    @Test
    void a_nonce_that_expires_without_saying_stale_is_renewed_too() {
        DigestServer digest = ask("Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth\"", "MD5", KEY);
        client.call("GET", "/a", Map.of(), null);
        digest.growOld();
        client.call("GET", "/a", Map.of(), null);
        assertEquals(4, server.count());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_wrong_key_is_refused_once_and_never_loops(boolean qop) {
        ask(qop ? WITH_QOP : PRINTED, "MD5", "another key");
        ErrorAnswerException refused =
                assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/api/atlas/v2", Map.of(), null));
        assertEquals(2, server.count());
        assertEquals(401, refused.status());
        assertNull(refused.errorCode());
        assertEquals(
                "GET /api/atlas/v2: 401 Unauthorized: You are not authorized for this resource.", refused.getMessage());
        assertTrue(String.valueOf(refused.hint()).contains("keys of the profile"));
    }

    @Test
    void a_server_that_always_says_stale_does_not_make_it_loop() {
        server.answerAll(request -> new MockResponse.Builder()
                .code(401)
                .setHeader("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", stale=true")
                .build());
        assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertEquals(2, server.count());
        assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertEquals(4, server.count());
    }

    @Test
    void a_missing_role_is_told_at_once_and_not_asked_again() {
        ask(PRINTED, "MD5", KEY);
        client.call("GET", "/a", Map.of(), null);
        server.answerAll(request -> new MockResponse.Builder()
                .code(401)
                .setHeader("WWW-Authenticate", PRINTED.replace("{nonce}", "other"))
                .body("{\"error\":401,\"errorCode\":\"NOT_ORG_OWNER\",\"detail\":\"No.\"}")
                .build());
        ErrorAnswerException refused =
                assertThrows(ErrorAnswerException.class, () -> client.call("DELETE", "/a", Map.of(), null));
        assertEquals("NOT_ORG_OWNER", refused.errorCode());
        assertEquals(3, server.count());
    }

    @Test
    void a_challenge_that_nobody_can_answer_ends_as_the_401_it_is() {
        server.answer(new MockResponse.Builder()
                .code(401)
                .setHeader("WWW-Authenticate", "Negotiate")
                .build());
        assertEquals(
                401,
                assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null))
                        .status());
        assertEquals(1, server.count());
    }

    @Test
    void all_threads_share_one_nonce_and_no_count_comes_twice() throws Exception {
        DigestServer digest = ask(WITH_QOP, "MD5", KEY);
        client.call("GET", "/a", Map.of(), null);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                calls.add(threads.submit(() -> client.call("GET", "/a", Map.of(), null)));
            }
            for (Future<Object> call : calls) {
                assertEquals(Map.of("ok", true), call.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(129, digest.accepted());
        assertEquals(130, server.count());
    }
}
