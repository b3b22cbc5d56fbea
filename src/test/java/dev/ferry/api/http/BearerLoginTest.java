package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.VirtualTime;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_token_that_the_challenge_calls_invalid_is_replaced_whatever_the_body_says() {
        serveTokens();
        call();
        Function<RecordedRequest, MockResponse> usual = request -> {
            if (String.valueOf(request.getTarget()).equals("/api/oauth/token")) {
                tokens.incrementAndGet();
                return WireServer.json(200, "{\"access_token\":\"fresh\",\"expires_in\":3600}");
            }
            return "Bearer fresh".equals(request.getHeaders().get("Authorization"))
                    ? WireServer.json(200, "{\"ok\":true}")
                    : WireServer.json(401, "{\"error\":401,\"errorCode\":\"USER_UNAUTHORIZED\"}")
                            .newBuilder()
                            .setHeader("WWW-Authenticate", "Bearer realm=\"r\", error=\"invalid_token\"")
                            .build();
        };
        server.answerAll(usual);
        call();
        assertEquals(2, tokens.get());
    }

    private ApiClient waiting(List<Long> pauses, List<String> notices) {
        return new ApiClient(
                server.connection(ACCOUNT),
                ApiClient.Settings.defaults()
                        .withClock(clock)
                        .withRandom(() -> -1L)
                        .withNotices(notices::add)
                        .withSleeper(pause -> {
                            pauses.add(pause.toSeconds());
                            clock.sleep(pause);
                        }));
    }

    /** The first requests for a token are too many. */
    private AtomicInteger refuseTokens(int first, String... header) {
        AtomicInteger refused = new AtomicInteger();
        server.answerAll(request -> {
            if (!String.valueOf(request.getTarget()).equals("/api/oauth/token")) {
                return WireServer.json(200, "{\"ok\":true}");
            }
            if (refused.incrementAndGet() > first) {
                return WireServer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}");
            }
            MockResponse.Builder answer =
                    WireServer.json(429, "{\"error\":\"rate_limited\"}").newBuilder();
            if (header.length > 0) {
                answer.setHeader("Retry-After", header[0]);
            }
            return answer.build();
        });
        return refused;
    }

    @ParameterizedTest
    @CsvSource({"GET,4,,20 40 60 60", "POST,2,,20 40", "GET,4,45,45 45 45 45", "DELETE,1,130,130"})
    void too_many_tokens_are_waited_for_as_any_other_limit(String method, int first, String after, String expected) {
        AtomicInteger asked = after == null ? refuseTokens(first) : refuseTokens(first, after);
        List<Long> pauses = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        try (ApiClient waiting = waiting(pauses, notices)) {
            waiting.call(method, "/a", Map.of(), null);
        }
        assertEquals(
                List.of(expected.split(" ")),
                pauses.stream().map(String::valueOf).toList());
        assertEquals(first + 1, asked.get());
        assertEquals(first, notices.size());
        assertTrue(
                notices.get(0).startsWith("the rate limit of access tokens is reached; going on in "), notices.get(0));
    }

    @Test
    void a_token_that_comes_later_than_the_call_may_take_ends_it_at_once() {
        refuseTokens(100, "3600");
        List<Long> pauses = new ArrayList<>();
        try (ApiClient waiting = waiting(pauses, new ArrayList<>())) {
            String message = String.valueOf(
                    assertThrows(ErrorAnswerException.class, () -> waiting.call("GET", "/a", Map.of(), null))
                            .getMessage());
            assertTrue(message.contains("asks to wait 1h"), message);
        }
        assertEquals(List.of(), pauses);
    }

    @Test
    void while_tokens_are_too_many_one_call_at_a_time_asks_for_one() throws Exception {
        Instant free = clock.instant().plusSeconds(60);
        AtomicInteger asked = new AtomicInteger();
        server.answerAll(request -> {
            if (!String.valueOf(request.getTarget()).equals("/api/oauth/token")) {
                return WireServer.json(200, "{\"ok\":true}");
            }
            asked.incrementAndGet();
            return clock.instant().isBefore(free)
                    ? WireServer.json(429, "{\"error\":\"rate_limited\"}")
                            .newBuilder()
                            .setHeader("Retry-After", "30")
                            .build()
                    : WireServer.json(200, "{\"access_token\":\"t\",\"expires_in\":3600}");
        });
        int callers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (ApiClient waiting =
                waiting(Collections.synchronizedList(new ArrayList<>()), new CopyOnWriteArrayList<>())) {
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> waiting.call("GET", "/a", Map.of(), null)));
            }
            for (Future<Object> call : calls) {
                assertEquals(Map.of("ok", true), call.get(60, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        // Those that were under way already, and one at each time that the service has named.
        assertTrue(asked.get() <= callers + 2, asked.toString());
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

    @ParameterizedTest
    @CsvSource({
        "503, POST /api/oauth/token (login): 503",
        "401, POST /api/oauth/token (login): 401",
        "broken, 'POST /api/oauth/token (login): the connection to '"
    })
    void a_change_whose_login_fails_is_said_to_be_not_sent(String how, String sentence) {
        List<String> asked = new CopyOnWriteArrayList<>();
        server.answerAll(request -> {
            asked.add(request.getTarget());
            return how.equals("broken")
                    ? new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build()
                    : WireServer.json(Integer.parseInt(how), "{}");
        });
        List<String> said = new ArrayList<>();
        try (ApiClient changing = new ApiClient(
                server.connection(ACCOUNT),
                ApiClient.Settings.defaults()
                        .withClock(clock)
                        .withSleeper(clock::advance)
                        .withNotices(said::add))) {
            ApiException failed = assertThrows(
                    ApiException.class,
                    () -> changing.call("POST", "/api/atlas/v2/orgs", Map.of(), Map.of("name", "x")));
            assertTrue(String.valueOf(failed.getMessage()).startsWith(sentence), failed.getMessage());
        }
        assertEquals("POST /api/atlas/v2/orgs: not sent, because the login failed", said.get(said.size() - 1));
        assertTrue(
                said.subList(0, said.size() - 1).stream().allMatch(notice -> notice.startsWith(sentence)),
                said.toString());
        assertEquals(Set.of("/api/oauth/token"), Set.copyOf(asked));
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
