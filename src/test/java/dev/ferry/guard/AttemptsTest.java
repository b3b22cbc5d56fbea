package dev.ferry.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Sleeper;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallRefusedException.Why;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RetryPolicy;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.Confirmations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mode is asked before every attempt of a change, however long ago the guard has let it through. */
final class AttemptsTest {
    private static final String PATH = "/api/atlas/v2/unheard/of";
    private static final String GROUP = "/api/atlas/v2/groups/65f0000000000000000000a1";
    private static final Map<String, String> BODY = Map.of("name", "x");

    private final WireServer server = WireServer.start();
    private final VirtualTime time = new VirtualTime();
    private final SessionMode mode = new SessionMode(time);
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final Guard guard = new Guard(
            new Guard.Rules(
                    mode, () -> Confirmations.SEVERE, () -> new Whose("acme", "PROD"), "--writable lets changes leave"),
            Catalogs.SHIPPED,
            side -> Optional.empty(),
            Memory.NONE,
            notice -> {});

    @AfterEach
    void stop() {
        server.close();
    }

    private ApiClient client(Sleeper sleeper) {
        return new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults()
                        .withClock(time)
                        .withSleeper(sleeper)
                        .withGuard(guard)
                        .withChangeLog(change -> outcomes::add));
    }

    private static MockResponse comeBack(int status, int seconds) {
        return WireServer.json(status, "{\"error\":" + status + ",\"detail\":\"later\"}")
                .newBuilder()
                .setHeader("Retry-After", String.valueOf(seconds))
                .build();
    }

    private void assertRefused(CallRefusedException refusal, String problem) {
        assertEquals(Why.READ_ONLY, refusal.why());
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("nothing has changed: --writable"), refusal.getMessage());
        assertEquals(1, outcomes.size());
        assertEquals(Outcome.Kind.NOT_SENT, outcomes.get(0).kind());
        assertNull(outcomes.get(0).status());
    }

    @ParameterizedTest
    @CsvSource({"429,12,10", "429,30,30", "503,12,10", "503,2,1"})
    void a_change_whose_pause_outlasts_the_unlocked_time_does_not_leave_again(int status, int pause, int unlocked) {
        mode.unlock(Duration.ofSeconds(unlocked));
        server.answerAll(request -> comeBack(status, pause));
        try (ApiClient client = client(time)) {
            assertRefused(
                    assertThrows(CallRefusedException.class, () -> client.call("POST", PATH, Map.of(), BODY)),
                    "the time is over for which this session was unlocked");
        }
        assertEquals(1, server.count());
    }

    @Test
    void a_change_whose_pause_ends_in_time_leaves_again() {
        mode.unlock(Duration.ofSeconds(13));
        server.answer(comeBack(429, 12));
        server.answer(200, "{}");
        try (ApiClient client = client(time)) {
            client.call("POST", PATH, Map.of(), BODY);
        }
        assertEquals(2, server.count());
        assertEquals(Outcome.Kind.DONE, outcomes.get(0).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void lock_during_a_pause_holds_and_the_last_answer_is_told(String method) {
        mode.unlock();
        server.answerAll(request -> comeBack(429, 5));
        try (ApiClient client = client(pause -> {
            time.sleep(pause);
            mode.lock();
        })) {
            CallRefusedException refusal =
                    assertThrows(CallRefusedException.class, () -> client.call(method, PATH, Map.of(), BODY));
            assertRefused(refusal, "this session is read-only");
            assertTrue(refusal.getMessage().contains("; the last attempt: "), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("later"), refusal.getMessage());
            // The line is free again: a read is not held up by what was refused.
            server.answerAll(request -> WireServer.json(200, "{}"));
            client.call("GET", PATH, Map.of(), null);
        }
        assertEquals(2, server.count());
    }

    @Test
    void a_change_that_waited_in_line_for_too_long_is_not_sent_at_all() {
        mode.unlock(Duration.ofSeconds(10));
        server.answer(comeBack(429, 20));
        try (ApiClient client = new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults()
                        .withRetries(new RetryPolicy(1, Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO))
                        .withClock(time)
                        .withSleeper(time)
                        .withGuard(guard)
                        .withChangeLog(change -> outcomes::add))) {
            assertThrows(ErrorAnswerException.class, () -> client.call("GET", PATH, Map.of(), null));
            assertRefused(
                    assertThrows(CallRefusedException.class, () -> client.call("POST", PATH, Map.of(), BODY)),
                    "the time is over for which this session was unlocked");
        }
        assertEquals(1, server.count());
        assertEquals(Duration.ofSeconds(20), time.slept());
    }

    @Test
    void lock_during_the_read_before_a_change_holds() {
        mode.unlock();
        guard.askThrough(Confirmation.yesToAll(), () -> 100);
        List<String> seen = new CopyOnWriteArrayList<>();
        server.answerAll((RecordedRequest request) -> {
            seen.add(String.valueOf(request.getMethod()));
            mode.lock();
            return WireServer.json(200, "{\"id\":\"65f0000000000000000000a1\"}");
        });
        try (ApiClient client = client(time)) {
            assertRefused(
                    assertThrows(CallRefusedException.class, () -> client.call("DELETE", GROUP, Map.of(), null)),
                    "this session is read-only");
        }
        assertEquals(List.of("GET"), seen);
    }

    @Test
    void lock_while_the_change_is_written_down_and_its_gates_are_evaluated_holds() {
        mode.unlock();
        try (ApiClient client = new ApiClient(
                server.connection(WireServer.KEY),
                WireServer.ONCE.withGuard(guard).withChangeLog(change -> {
                    mode.lock();
                    return outcomes::add;
                }))) {
            assertRefused(
                    assertThrows(CallRefusedException.class, () -> client.call("POST", PATH, Map.of(), BODY)),
                    "this session is read-only");
        }
        assertEquals(0, server.count());
    }

    @Test
    void a_rehearsal_that_begins_meanwhile_lets_no_real_change_out() {
        mode.unlock();
        server.answerAll(request -> comeBack(429, 5));
        try (ApiClient client = client(pause -> {
            time.sleep(pause);
            mode.rehearse(true);
        })) {
            CallRefusedException refusal =
                    assertThrows(CallRefusedException.class, () -> client.call("POST", PATH, Map.of(), BODY));
            assertEquals(Why.NOT_PLANNED, refusal.why());
        }
        assertEquals(1, server.count());
        assertEquals(Outcome.Kind.NOT_SENT, outcomes.get(0).kind());
    }

    @Test
    void a_change_that_reached_nothing_is_not_tried_again_once_locked() {
        mode.unlock();
        server.close();
        try (ApiClient client = client(pause -> {
            time.sleep(pause);
            mode.lock();
        })) {
            assertRefused(
                    assertThrows(CallRefusedException.class, () -> client.call("POST", PATH, Map.of(), BODY)),
                    "this session is read-only");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void what_may_have_been_done_stays_unknown_although_the_session_is_locked_meanwhile(int status) {
        mode.unlock();
        server.answerAll(request -> {
            mode.lock();
            return WireServer.json(status, "{\"error\":" + status + "}");
        });
        try (ApiClient client = client(time)) {
            assertThrows(OutcomeUnknownException.class, () -> client.call("POST", PATH, Map.of(), BODY));
        }
        assertEquals(Outcome.Kind.UNKNOWN, outcomes.get(0).kind());
        assertEquals(1, server.count());
    }

    @Test
    void what_reads_or_only_asks_goes_on_in_a_locked_session() {
        server.answer(comeBack(429, 12));
        server.answer(200, "{}");
        server.answer(comeBack(429, 12));
        server.answer(200, "{}");
        try (ApiClient client = client(time)) {
            client.call("GET", PATH, Map.of(), null);
            client.call("POST", GROUP + "/liveMigrations/validate", Map.of(), BODY);
        }
        assertEquals(4, server.count());
    }
}
