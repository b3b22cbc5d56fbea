package dev.ferry.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Sleeper;
import dev.ferry.api.VirtualTime;
import dev.ferry.migration.Migrations;
import dev.ferry.migration.Origin;
import dev.ferry.migration.Registry;
import dev.ferry.output.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the line of a wait says, and how often it looks. */
final class AwaitLineTest {
    private static final String ID = "5f2a61c3d8e94b07a1f20c14";
    private static final URI HOST = URI.create("http://127.0.0.1:1");

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final Shown shown = new Shown();
    private final Deque<String> expected = new ArrayDeque<>();
    private final Migrations migrations = new Migrations(
            Registry.inMemory(),
            () -> {
                throw new AssertionError("the service was asked");
            },
            () -> HOST,
            () -> new Origin("p", null),
            time);

    /** Before time passes, the line has to say what the test expects. */
    private final Sleeper sleeper = pause -> {
        if (!expected.isEmpty()) {
            shown.await(expected.poll());
        }
        time.sleep(pause);
    };

    private final Interpreter interpreter = new Interpreter(Session.builder()
            .streams(Streams.of(
                    new ByteArrayInputStream(new byte[0]),
                    new ByteArrayOutputStream(),
                    shown,
                    Map.of("NO_COLOR", "1", "COLUMNS", "200"),
                    Set.of(Streams.Stream.ERR)))
            .migrations(() -> migrations)
            .clock(time)
            .sleeper(sleeper)
            .build());

    /** A terminal that can be waited for. */
    private static final class Shown extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!toString(UTF_8).contains(text)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("never shown: " + text + "\n" + toString(UTF_8));
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private void remember(String source, String destination) throws IOException {
        Path file = Files.writeString(folder.resolve("migrations.json"), """
                {"format": "ferry-migrations", "version": 1, "migrations": [{"id": "%s", "host": "%s",
                 "source": {"name": %s}, "destination": {"name": %s}, "more": {}}]}
                """.formatted(ID, HOST, source, destination));
        assertEquals(1, migrations.importFrom(file.toString()));
    }

    /** Waits for {@code what}; each look gives one of these lags, the last one is the end. */
    private void await(String what, String options, int... lags) {
        Deque<Integer> left = new ArrayDeque<>();
        for (int lag : lags) {
            left.add(lag);
        }
        interpreter.setVariable("lags", left);
        interpreter.evaluate(Source.line("await('" + what + "', until: { lags.isEmpty() }" + options
                + ") { [status: 'WORKING', lagTimeSeconds: lags.poll()] }"));
    }

    @Test
    void it_names_both_ends_of_a_migration_and_labels_every_time() throws IOException {
        remember("\"orders-rs\"", "\"orders\"");
        expected.add("orders-rs → orders: WORKING, lag 83 s, 1 s; next look in 10 s");
        expected.add("orders-rs → orders: WORKING, lag 73 s, 10 s; next look in 10 s");
        expected.add("orders-rs → orders: WORKING, lag 63 s (falling), 20 s; next look in 10 s");
        await("migration " + ID, ", every: 10", 83, 73, 63, 0);
        assertEquals(List.of(), List.copyOf(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live migration ID | \"a-rs\" | \"b\" | a-rs → b:",
                "ID | \"a-rs\" | \"b\" | a-rs → b:",
                "copy of ID, part 2 | \"a-rs\" | \"b\" | copy of a-rs → b, part 2:",
                "migration ID | null | \"b\" | b:",
                "migration ID | \"a-rs\" | null | migration 5f2a61c3d8e94b07a1f20c14:",
                "migration 5f2a61c3d8e94b07a1f20c15 | \"a\" | \"b\" | migration 5f2a61c3d8e94b07a1f20c15:",
                "m | \"a\" | \"b\" | m:",
            })
    void a_text_of_the_script_is_kept_but_for_the_id_of_a_migration(
            String what, String source, String destination, String label) throws IOException {
        remember(source, destination);
        expected.add("⠋ " + label + " WORKING, lag 9 s, 1 s; next look in 1 s");
        await(what.replace("ID", ID), ", every: 1", 9, 0);
    }

    @Test
    void what_tells_nothing_is_said_to_be_waited_for() {
        expected.add("link: waiting 1 s; next look in 3 s");
        expected.add("link: waiting 3 s; next look in 3 s");
        interpreter.setVariable("left", new ArrayDeque<>(List.of(1, 2, 3)));
        interpreter.evaluate(Source.line("await('link', every: 3) { left.poll(); left.isEmpty() }"));
    }

    @Test
    void a_long_copy_says_when_it_will_have_caught_up() {
        expected.addAll(List.of("lag 7600 s, 1 s", "lag 7400 s, 100 s"));
        expected.add("lag 7200 s (falling, caught up in about 1 h), 3 min; next look in 100 s");
        await("m", ", every: 100", 7600, 7400, 7200, 0);
    }

    @Test
    void near_the_end_it_looks_every_fifteen_seconds_whatever_the_script_says() {
        await("m", ", every: '10m'", 5000, 60, 7, 61, 20, 0);
        List<Long> seconds = time.pauses().stream().map(Duration::toSeconds).toList();
        assertEquals(List.of(600L, 15L, 15L), seconds.subList(0, 3));
        assertEquals(15L, seconds.get(4));
    }

    @Test
    void it_looks_sooner_where_the_lag_will_be_small_before_the_next_look() {
        // 10 s of lag a second: after two looks it is clear that it will be a minute in 94 s, and not in ten minutes.
        await("m", ", every: '10m'", 13000, 7000, 1000, 0);
        List<Long> seconds = time.pauses().stream().map(Duration::toSeconds).toList();
        assertEquals(List.of(600L, 600L, 94L), seconds);
    }

    @Test
    void pauses_that_are_shorter_stay_so() {
        await("m", ", every: 2", 50, 40, 30, 0);
        assertTrue(time.pauses().stream().allMatch(pause -> pause.toSeconds() == 2), time.pauses()::toString);
    }
}
