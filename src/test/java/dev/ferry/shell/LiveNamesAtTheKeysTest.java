package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.names.NamedService;
import dev.ferry.names.Names;
import dev.ferry.suite.Lateness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shell that knows a hundred thousand names, at a service that answers after five seconds, or not at all. */
@Timeout(120)
class LiveNamesAtTheKeysTest {
    private static final String PROMPT = RunningShell.PROMPT;
    private static final int ROUNDS = 8;

    /** What is promised is a third of it: a busy machine makes everybody wait. */
    private static final long ECHO_MS = 3 * 50;

    private static final long LIST_MS = 3 * 100;

    @TempDir
    Path state;

    private final NamedService service = new NamedService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void keys_and_lists_do_not_wait_for_a_service_that_is_slow_or_dead() throws InterruptedException {
        service.put(
                "/api/atlas/v2/groups",
                100_000,
                n -> NamedService.project(NamedService.id('5', n), "project-" + n, NamedService.id('6', 1)));
        try (Names names = service.names(60, null)) {
            names.start();
            names.settle();
            try (RunningShell shell = new RunningShell(
                    new VirtualTerminal(100, 40),
                    state,
                    UnaryOperator.identity(),
                    RunningShell.SANDBOX,
                    Map.of(),
                    names)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("'wa' + 'rm'");
                shell.screen.awaitLast("\nwarm\n" + PROMPT);
                measure(shell, "warms up", 2);
                // Whatever was known is old now, so that every question has it read again.
                service.answer(request -> new MockResponse.Builder()
                        .code(200)
                        .body("{}")
                        .headersDelay(5, TimeUnit.SECONDS)
                        .build());
                service.time.advance(Duration.ofMinutes(12));
                measure(shell, "answers after 5 s", ROUNDS);
                service.server.close();
                service.time.advance(Duration.ofMinutes(12));
                measure(shell, "is dead", ROUNDS);
                shell.screen.enter("/exit");
                long begin = System.nanoTime();
                assertEquals(0, shell.exitCode());
                assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10));
            }
        }
    }

    private static void measure(RunningShell shell, String how, int rounds) {
        List<Double> echoes = new ArrayList<>();
        List<Double> lists = new ArrayList<>();
        Lateness machine = Lateness.watch();
        for (int round = 0; round < rounds; round++) {
            String line = "";
            for (char key : ("atlas.projects.get('ct-" + (4711 + round)).toCharArray()) {
                line += key;
                String expected = PROMPT + " " + line;
                echoes.add(timed(() -> {
                    shell.screen.type(String.valueOf(key));
                    shell.screen.await("the echo of " + expected, text -> text.contains(expected));
                }));
            }
            String name = "project-" + (4711 + round) + "0";
            lists.add(timed(() -> {
                shell.screen.type("\t");
                shell.screen.await(name);
            }));
            shell.screen.type("\025");
            shell.screen.awaitLast(PROMPT);
        }
        System.out.printf(
                "100,000 names, a service that %s: echo of a key %.1f ms (median), %.1f ms (99th percentile); list %.1f ms"
                        + " (median), %.1f ms (slowest)%n",
                how, at(echoes, 50), at(echoes, 99), at(lists, 50), at(lists, 100));
        if (rounds == ROUNDS) {
            assertTrue(at(echoes, 99) <= machine.allow(ECHO_MS), at(echoes, 99) + " ms until an echo");
            assertTrue(at(lists, 75) <= machine.allow(LIST_MS), at(lists, 75) + " ms until a list");
        }
        machine.close();
    }

    private static double timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double at(List<Double> times, int percentile) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
    }
}
