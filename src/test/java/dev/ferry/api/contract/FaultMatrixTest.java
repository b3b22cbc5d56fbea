package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.VirtualTime;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.CallRecord;
import dev.ferry.api.http.WireListener;
import dev.ferry.sandbox.SandboxCredential;
import dev.ferry.suite.Until;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of the sandbox against every kind of call: what the caller gets is in the table, and whatever it is, the call
 * ends, changes nothing twice, shows no secret, and leaves a client behind that works.
 */
final class FaultMatrixTest {
    /**
     * A row a fault, a column a {@link Deed}. A cell says how a call ends that meets the fault once, and one that meets it
     * each time: {@code ok}, an {@code err}or answer, an {@code bad} (unreadable) answer, none in time ({@code late}), none
     * ({@code lost}), or {@code open}: nobody knows whether it was done. A change whose answer is lost is {@code
     * found} when a read shows that it was done. Nobody notices that a file is {@code half} when the
     * service says that it is whole. The second column says how impatient the client
     * is: {@code read} between two bytes, {@code call} as a whole. The third says whether the service does what it is asked.
     */
    private static final String TABLE = """
            fault                | hurry | does | READ    | CREATE          | DELETE          | PATCH           | LINK      | START     | PAGE    | FILE      | TOKEN   | DIGEST  | LOGIN_AND_LINK
            429 retry-after=2    |       | no   | ok err  | ok err          | ok err          | ok err          | ok err    | ok err    | ok err  | ok err    | ok err  | ok err  | ok err
            429 retry-after=date |       | no   | ok err  | ok err          | ok err          | ok err          | ok err    | ok err    | ok err  | ok err    | ok err  | ok err  | ok err
            429                  |       | no   | ok err  | ok err          | ok err          | ok err          | ok err    | ok err    | ok err  | ok err    | ok err  | ok err  | ok err
            500                  |       | no   | ok err  | open open       | open open       | open open       | open open | open open | ok err  | ok err    | ok err  | ok err  | open open
            502                  |       | no   | ok err  | open open       | open open       | open open       | open open | open open | ok err  | ok err    | ok err  | ok err  | open open
            503                  |       | no   | ok err  | open open       | open open       | open open       | open open | open open | ok err  | ok err    | ok err  | ok err  | open open
            503 retry-after=2    |       | no   | ok err  | ok err          | ok err          | ok err          | ok err    | ok err    | ok err  | ok err    | ok err  | ok err  | ok err
            503 retry-after=date |       | no   | ok err  | ok err          | ok err          | ok err          | ok err    | ok err    | ok err  | ok err    | ok err  | ok err  | ok err
            504                  |       | no   | ok err  | open open       | open open       | open open       | open open | open open | ok err  | ok err    | ok err  | ok err  | open open
            latency=300ms        | read  | yes  | ok late | open/found open | open/found open | open/found open | open open | open open | ok late | ok late   | ok late | ok late | open open
            latency=300ms        | call  | yes  | ok late | open/found open | open/found open | open/found open | open open | open open | ok late | ok ok     | ok late | ok late | open open
            reset                |       | no   | ok lost | open open       | open open       | open open       | open open | open open | ok lost | ok lost   | ok lost | ok lost | open open
            reset-mid            |       | yes  | ok lost | found open      | found open      | found open      | open open | open open | ok lost | ok bad    | ok lost | ok lost | open open
            truncate=length      |       | yes  | ok bad  | found open      | found open      | found open      | open open | open open | ok bad  | ok bad    | ok bad  | ok bad  | open open
            truncate=chunked     |       | yes  | ok bad  | found open      | found open      | found open      | open open | open open | ok bad  | ok bad    | ok bad  | ok bad  | open open
            truncate=json        |       | yes  | ok bad  | found open      | ok ok           | found open      | open open | open open | ok bad  | half half | ok bad  | ok bad  | open open
            html=200             |       | no   | bad bad | open open       | open open       | open open       | open open | open open | bad bad | bad bad   | bad bad | bad bad | open open
            html=502             |       | no   | ok err  | open open       | open open       | open open       | open open | open open | ok err  | ok err    | ok err  | ok err  | open open
            wrong-type           |       | yes  | ok ok   | ok ok           | ok ok           | ok ok           | ok ok     | ok ok     | ok ok   | ok ok     | ok ok   | ok ok   | ok ok
            slow-drip=1ms        |       | yes  | ok ok   | ok ok           | ok ok           | ok ok           | ok ok     | ok ok     | ok ok   | ok ok     | ok ok   | ok ok   | ok ok
            slow-drip=40ms       | call  | yes  | ok late | found open      | ok ok           | found open      | open open | open open | ok late | ok ok     | ok late | ok late | open open
            drop-answer          |       | yes  | ok lost | found open      | found open      | found open      | open open | open open | ok lost | ok lost   | ok lost | ok lost | open open
            empty                |       | yes  | ok bad  | found open      | ok ok           | found open      | open open | open open | ok bad  | ok bad    | ok bad  | ok bad  | open open
            garbage              |       | yes  | ok lost | found open      | found open      | found open      | open open | open open | ok lost | ok lost   | ok lost | ok lost | open open
            """;

    private static final String FOUND = "a read shows that it was done";
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HURRIED = Duration.ofMillis(120);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    /**
     * One combination.
     *
     * @param always whether the fault happens each time
     */
    private record Cell(Deed deed, String fault, String hurry, boolean does, boolean always, String expected) {
        String rule() {
            return fault + (always ? " " : " first=1 " + deed.aim() + " ") + deed.scope();
        }

        /** A late service may have done it or not when somebody looks. */
        boolean expects(String end) {
            return List.of(expected.split("/")).contains(end);
        }

        String name() {
            return fault
                    + (hurry.isEmpty() ? "" : " (" + hurry + ")")
                    + (always ? ", each time: " : ", once: ")
                    + expected;
        }
    }

    /** Everything that anybody could read. */
    private static final class Channels implements WireListener {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Queue<CallRecord> calls = new ConcurrentLinkedQueue<>();
        private final boolean debug;

        Channels(boolean debug) {
            this.debug = debug;
        }

        @Override
        public boolean isWanted() {
            return debug;
        }

        @Override
        public void tell(String block) {
            lines.add(block);
        }

        boolean hold(String words) {
            return lines.stream().anyMatch(line -> line.contains(words));
        }

        void record(CallRecord call) {
            calls.add(call);
            lines.add(call.toString());
        }
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        List<String[]> rows = TABLE.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .toList();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 3; column < row.length; column++) {
                Deed deed = Deed.valueOf(rows.get(0)[column]);
                String[] ends = row[column].split(" ");
                for (boolean always : new boolean[] {false, true}) {
                    cells.add(new Cell(deed, row[0], row[1], row[2].equals("yes"), always, ends[always ? 1 : 0]));
                }
            }
        }
        return cells;
    }

    @TestFactory
    Stream<DynamicContainer> a_call_in_bad_weather() {
        List<Cell> cells = cells();
        return Arrays.stream(Deed.values()).map(deed -> {
            Stages stages = new Stages(deed);
            Stream<DynamicTest> tests = cells.stream()
                    .filter(cell -> cell.deed() == deed)
                    .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> check(cell, stages.next())));
            return DynamicContainer.dynamicContainer(
                    deed.name(), Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("the end", stages::close))));
        });
    }

    /** One sandbox for all cells of a deed, or, where a deed can be done once only, for each. */
    private static final class Stages implements AutoCloseable {
        private final Deed deed;
        private final List<Stage> stages = new ArrayList<>();

        Stages(Deed deed) {
            this.deed = deed;
        }

        Stage next() throws IOException {
            if (stages.isEmpty() || deed == Deed.START) {
                close();
                stages.add(new Stage(Files.createTempDirectory(folder, deed.name())));
            }
            return stages.get(0);
        }

        @Override
        public void close() {
            stages.forEach(Stage::close);
            stages.clear();
        }
    }

    private static void check(Cell cell, Stage stage) {
        Deed deed = cell.deed();
        Deed.Attempt attempt = deed.prepare(stage);
        long before = deed.isChange() ? deed.done(stage, attempt) : 0;
        Channels channels = new Channels(cell.always());
        try (ApiClient client = new ApiClient(deed.connection(stage.sandbox()), settings(cell, stage, channels))) {
            Atlas atlas = new Atlas(client);
            if (deed.login() == Deed.Login.TOKEN) {
                atlas.getOrgs().get(stage.org());
            }
            stage.catchUp();
            stage.sandbox().faults().add(cell.rule());
            String end = assertTimeoutPreemptively(LONGEST, () -> end(attempt, atlas, channels));
            long struck = stage.sandbox().faults().applied(cell.rule());
            stage.sandbox().faults().clear();

            assertAll(
                    () -> assertTrue(cell.expects(end), () -> end + "\n" + String.join("\n", channels.lines)),
                    () -> assertTrue(struck > 0, "the fault has not happened"),
                    () -> assertEquals("", attempt.leftovers().apply(end.equals("ok") || end.equals("half"))),
                    () -> {
                        if (deed.isChange()) {
                            long expected = end.equals("ok") || cell.does() ? 1 : 0;
                            assertEquals(
                                    expected, done(deed, stage, attempt, before, expected), "how often it was done");
                        }
                    },
                    () -> noSecretIsShown(channels, stage),
                    () -> {
                        channels.calls.clear();
                        assertTimeoutPreemptively(
                                LONGEST,
                                () -> atlas.getProjects().byName("shop").id());
                        // Who gives up so soon may do so now, too.
                        assertTrue(
                                channels.calls.element().attempts() == 1
                                        || !cell.hurry().isEmpty(),
                                channels.calls.toString());
                    });
        } finally {
            stage.sandbox().faults().clear();
        }
    }

    /** How often it was done. A service that is late is still at it when nobody waits any more. */
    private static long done(Deed deed, Stage stage, Deed.Attempt attempt, long before, long expected) {
        Until.holds("the service has done it", () -> deed.done(stage, attempt) - before >= expected);
        return deed.done(stage, attempt) - before;
    }

    private static ApiClient.Settings settings(Cell cell, Stage stage, Channels channels) {
        VirtualTime time = new VirtualTime(Instant.now());
        ApiClient.Settings settings = ApiClient.Settings.defaults()
                .withTimeouts(
                        PATIENT,
                        cell.hurry().equals("read") ? HURRIED : PATIENT,
                        cell.hurry().equals("call") ? HURRIED : PATIENT)
                .withClock(time)
                .withSleeper(time)
                .withNotices(channels.lines::add)
                .withCalls(channels::record);
        if (cell.deed().login() == Deed.Login.NEW_TOKEN) {
            settings = settings.withTokenFolder(stage.folder());
        }
        return cell.always() ? settings.withWire(channels) : settings;
    }

    private static String end(Deed.Attempt attempt, Atlas atlas, Channels channels) {
        try {
            String value = attempt.call().apply(atlas);
            channels.lines.add(value);
            return value.equals("half") ? value : channels.hold(FOUND) ? "found" : "ok";
        } catch (ApiException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            channels.lines.add(trace.toString());
            return word(e);
        }
    }

    private static String word(ApiException e) {
        if (e instanceof OutcomeUnknownException) {
            return "open";
        }
        if (e instanceof ErrorAnswerException) {
            return "err";
        }
        if (e instanceof UnreadableAnswerException) {
            return "bad";
        }
        return e instanceof CallTimeoutException
                ? "late"
                : e instanceof UnreachableException ? "lost" : e.getClass().getSimpleName();
    }

    private static void noSecretIsShown(Channels channels, Stage stage) {
        SandboxCredential who = stage.sandbox().credentials().get(1);
        String basic = Base64.getEncoder()
                .encodeToString((who.clientId() + ":" + who.clientSecret()).getBytes(StandardCharsets.UTF_8));
        // All tokens of the sandbox begin so, and all its link tokens.
        Map<String, String> secrets = Map.of(
                "private key",
                who.privateKey(),
                "secret",
                who.clientSecret(),
                "login",
                basic,
                "access token",
                "eyJhbGciOiJFUzUxMi",
                "link token",
                "bGluay",
                "password",
                Stage.PASSWORD);
        String all = String.join("\n", channels.lines);
        secrets.forEach((what, secret) -> assertFalse(all.contains(secret), () -> "a " + what + " in " + all));
    }
}
