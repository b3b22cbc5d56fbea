package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.VirtualTime;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BearerLoginTest {
    private static final ServiceAccount ACCOUNT =
            new ServiceAccount("mdb_sa_id_0123456789abcdef01234567", Secret.of("mdb_sa_sk_Qx3vJ0yW8sTnUu5bKc7ZmE1d"));

    private final WireServer server = WireServer.start();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicReference<String> valid = new AtomicReference<>("");
    private final VirtualTime clock = new VirtualTime();
    private final ApiClient client = new ApiClient(server.connection(ACCOUNT), WireServer.ONCE.withClock(clock));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void serveTokens() {
        server.answerAll(request -> {
            if (String.valueOf(request.getTarget()).equals("/api/oauth/token")) {
                String token = "token-" + tokens.incrementAndGet();
                valid.set(token);
                return WireServer.json(
                        200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
            }
            return ("Bearer " + valid.get()).equals(request.getHeaders().get("Authorization"))
                    ? WireServer.json(200, "{\"ok\":true}")
                    : WireServer.json(401, "{\"error\":401,\"reason\":\"Unauthorized\"}");
        });
    }

    private Object call() {
        Object answer = client.call("GET", "/api/atlas/v2/orgs", Map.of(), null);
        assertEquals(Map.of("ok", true), answer);
        return Map.of();
    }

    @Test
    void the_token_is_asked_for_as_documented_and_carried_by_every_call() {
        serveTokens();
        call();
        RecordedRequest token = server.take();
        assertEquals("POST /api/oauth/token HTTP/1.1", token.getRequestLine());
        assertEquals("grant_type=client_credentials", token.getBody().utf8());
        assertEquals("application/x-www-form-urlencoded", token.getHeaders().get("Content-Type"));
        assertEquals("application/json", token.getHeaders().get("Accept"));
        assertEquals(
                Credentials.basic(ACCOUNT.clientId(), ACCOUNT.clientSecret().reveal()),
                token.getHeaders().get("Authorization"));
        assertEquals("Bearer token-1", server.take().getHeaders().get("Authorization"));
    }

    @Test
    void thirty_two_threads_share_one_token_and_so_do_two_clients() throws Exception {
        serveTokens();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (ApiClient second = new ApiClient(server.connection(ACCOUNT), WireServer.ONCE.withClock(clock))) {
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(threads.submit(this::call));
            }
            for (Future<Object> call : calls) {
                call.get();
            }
            second.call("GET", "/a", Map.of(), null);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, tokens.get());
        assertEquals(66, server.count());
    }

    @Test
    void the_token_is_renewed_before_it_expires() {
        serveTokens();
        call();
        clock.advance(Duration.ofSeconds(3500));
        call();
        assertEquals(1, tokens.get());
        clock.advance(Duration.ofSeconds(41));
        call();
        assertEquals(2, tokens.get());
        assertEquals(5, server.count());
    }

    @Test
    void a_revoked_token_is_replaced_once() {
        serveTokens();
        call();
        valid.set("revoked");
        call();
        assertEquals(2, tokens.get());
    }

    @Test
    void a_service_that_refuses_every_token_is_asked_twice_and_never_loops() {
        server.answerAll(request -> String.valueOf(request.getTarget()).equals("/api/oauth/token")
                ? WireServer.json(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                : WireServer.json(401, "{\"error\":401,\"reason\":\"Unauthorized\"}"));
        assertEquals(401, assertThrows(ErrorAnswerException.class, this::call).status());
        assertEquals(2, tokens.get());
        assertEquals(4, server.count());
        for (int i = 0; i < 10; i++) {
            assertThrows(ErrorAnswerException.class, this::call);
        }
        assertEquals(2, tokens.get());
        clock.advance(Duration.ofMinutes(2));
        assertThrows(ErrorAnswerException.class, this::call);
        assertEquals(3, tokens.get());
    }

    @Test
    void a_missing_role_costs_no_new_token() {
        server.answerAll(request -> String.valueOf(request.getTarget()).equals("/api/oauth/token")
                ? WireServer.json(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                : WireServer.json(401, "{\"error\":401,\"errorCode\":\"NOT_ORG_OWNER\",\"detail\":\"No.\"}"));
        assertEquals(
                "NOT_ORG_OWNER",
                assertThrows(ErrorAnswerException.class, this::call).errorCode());
        assertEquals(1, tokens.get());
    }

    @Test
    void a_wrong_secret_says_what_the_token_endpoint_says() {
        server.answer(401, "{\"error\":\"invalid_client\",\"error_description\":\"Invalid credentials provided.\"}");
        ErrorAnswerException refused = assertThrows(ErrorAnswerException.class, this::call);
        assertEquals(
                "POST /api/oauth/token (login): 401 invalid_client: Invalid credentials provided.",
                refused.getMessage());
        assertEquals("invalid_client", refused.errorCode());
        assertTrue(String.valueOf(refused.hint()).contains("client id"));
        assertEquals(1, server.count());
    }

    @Test
    void too_many_tokens_are_said_to_be_too_many() {
        server.answer(429, "{\"error\":\"rate_limited\",\"error_description\":\"Slow down.\"}");
        assertEquals(429, assertThrows(ErrorAnswerException.class, this::call).status());
    }

    @Test
    void a_token_endpoint_that_answers_a_page_is_not_believed() {
        server.answer(new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "text/html")
                .body("<html><title>Corporate Login</title></html>")
                .build());
        assertTrue(String.valueOf(assertThrows(UnreadableAnswerException.class, this::call)
                        .getMessage())
                .contains("Corporate Login"));
    }

    @Test
    void neither_secret_nor_token_comes_out_in_an_error() {
        server.answerAll(request -> String.valueOf(request.getTarget()).equals("/api/oauth/token")
                ? WireServer.json(200, "{\"access_token\":\"eyJsecrettoken0815\",\"expires_in\":3600}")
                : WireServer.json(
                        400,
                        "{\"error\":400,\"errorCode\":\"X\",\"detail\":\"you said eyJsecrettoken0815 and "
                                + ACCOUNT.clientSecret().reveal() + "\"}"));
        String message = String.valueOf(
                assertThrows(ErrorAnswerException.class, this::call).getMessage());
        assertFalse(message.contains("eyJsecrettoken0815"), message);
        assertFalse(message.contains(ACCOUNT.clientSecret().reveal()), message);
    }
}
