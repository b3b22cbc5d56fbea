package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.ApiSide;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What stands between the guard and a call passes on the question before each attempt. */
final class GuardedAttemptsTest {
    @Test
    void every_layer_around_the_guard_hands_the_question_on() {
        AtomicBoolean locked = new AtomicBoolean();
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        VirtualTime time = new VirtualTime();
        try (WireServer server = WireServer.start()) {
            ApiClient.Settings settings = new Course()
                    .of(
                            ApiSide.TARGET,
                            ApiClient.Settings.defaults()
                                    .withClock(time)
                                    .withSleeper(pause -> {
                                        time.sleep(pause);
                                        locked.set(true);
                                    })
                                    .withReadOnly(locked::get)
                                    .withChangeLog(change -> outcomes::add));
            RunRecord record = new RunRecord(
                    false,
                    Streams.system(Map.of()),
                    Environment.of(Map.of()),
                    () -> {
                        throw new AssertionError("no profile is needed");
                    },
                    () -> {
                        throw new AssertionError("no name is needed");
                    },
                    Map::of,
                    List::of);
            server.answerAll(request -> WireServer.json(429, "{\"error\":429}")
                    .newBuilder()
                    .setHeader("Retry-After", "12")
                    .build());
            try (ApiClient client = new ApiClient(
                    server.connection(WireServer.KEY),
                    settings.withGuard(record.guard(settings.rules().changes().guard())))) {
                CallRefusedException refusal = assertThrows(
                        CallRefusedException.class,
                        () -> client.call("POST", "/api/atlas/v2/unheard/of", Map.of(), Map.of("name", "x")));
                assertEquals(ExitCode.REFUSED, Failure.code(refusal));
            }
            assertEquals(1, server.count());
            assertEquals(Outcome.Kind.NOT_SENT, outcomes.get(0).kind());
        }
    }
}
