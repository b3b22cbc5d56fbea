package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.cli.MigrationScript.Made;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.Verdict;
import dev.ferry.suite.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A migration in a process of its own is killed at each boundary of its journal, then resumed; so it is when the disk is full there, or
 * the server gone. In the build a few of them, by turns; with {@code -Dferry.kills=N} N kills in all.
 */
@Timeout(300)
@ExtendWith(Stages.class)
final class KillTest {
    private static final int MANY = Integer.getInteger("ferry.kills", 0);

    private final Stages.Shared stages;

    @TempDir
    private Path home;

    KillTest(Stages.Shared stages) {
        this.stages = stages;
    }

    enum Moment {
        BEFORE(Debugger.Point.BEFORE),
        HALF_OF(Debugger.Point.READY),
        AFTER(Debugger.Point.AFTER);

        private final Debugger.Point point;

        Moment(Debugger.Point point) {
            this.point = point;
        }
    }

    /**
     * Where it is killed.
     *
     * @param moment in the writing of a line; null when the change is to be accepted, and nobody hears of it
     * @param line of the journal, from 1
     */
    private record Kill(@Nullable Moment moment, int line) {
        /** How many lines are whole then. */
        private int whole() {
            return moment == null || moment == Moment.AFTER ? line : line - 1;
        }

        @Override
        public String toString() {
            return (moment == null ? "accepted, line " : moment + " line ")
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ')
                    + line;
        }
    }

    private static List<Kill> all() {
        List<Kill> all = new ArrayList<>();
        for (int line = 1; line <= MigrationScript.LINES; line++) {
            for (Moment moment : Moment.values()) {
                all.add(new Kill(moment, line));
            }
        }
        Arrays.stream(Made.values()).forEach(made -> all.add(new Kill(null, made.intended())));
        return all;
    }

    static Stream<Kill> kills() {
        List<Kill> all = all();
        int from = Integer.getInteger("ferry.kills.from", 0);
        return MANY > 0
                ? IntStream.range(from, from + MANY).mapToObj(i -> all.get(i % all.size()))
                : Stream.of(
                        new Kill(Moment.BEFORE, Made.LINK.intended()),
                        new Kill(Moment.HALF_OF, Made.CLUSTER.outcome()),
                        new Kill(null, Made.MIGRATION.intended()));
    }

    static IntStream lines() {
        return MANY > 0
                ? IntStream.rangeClosed(1, MigrationScript.LINES)
                : IntStream.of(Made.ACCESS.intended(), Made.MIGRATION.outcome());
    }

    @Test
    void a_whole_run_has_the_lines_that_it_is_killed_at() throws Exception {
        try (Stage stage = stages.stage(home)) {
            Stage.Ended whole =
                    stage.start(List.of(), MigrationScript.run(home)).ended();
            assertEquals("COMPLETE", whole.out().strip(), whole.err());
            MigrationScript.isAsSaid(Journal.read(stage.journals().get(0)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kills")
    void a_killed_migration_goes_on_and_nothing_is_done_twice_or_lost(Kill kill) throws Exception {
        try (Stage stage = stages.stage(home)) {
            List<String> run = MigrationScript.run(home);
            Stage.Ended killed = kill.moment() == null
                    ? killOnceAccepted(stage, Made.at(kill.line()).request(), run)
                    : kill(stage, kill.moment(), kill.line(), run);
            assertTrue(killed.isKilled(), killed.err());
            Journal journal = Journal.read(stage.journals().get(0));
            assertEquals(
                    kill.moment() == Moment.HALF_OF
                            ? Verdict.State.TORN
                            : kill.whole() == 0 ? Verdict.State.EMPTY : Verdict.State.WHOLE,
                    journal.verdict().state());
            assertEquals(kill.whole(), journal.entries().size());
            if (journal.changes().findAny().isEmpty()) {
                Stage.Ended nothing =
                        stage.start(List.of(), MigrationScript.resume()).ended();
                assertEquals(2, nothing.code(), nothing.err());
                assertEquals(List.of(), stage.gate().accepted());
                Stage.Ended anew = stage.start(List.of(), run).ended();
                assertEquals("COMPLETE", anew.out().strip(), anew.err());
            } else {
                MigrationScript.goesOn(stage, journal);
            }
            MigrationScript.onceEach(stage.gate());
            for (Path each : stage.journals()) {
                assertTrue(Journal.read(each).verdict().isTrusted());
            }
        }
    }

    private static Stage.Ended killOnceAccepted(Stage stage, String request, List<String> args) throws Exception {
        CompletableFuture<Stage.Ferrying> victim = new CompletableFuture<>();
        stage.gate().whenAccepted(request, () -> victim.join().kill());
        victim.complete(stage.start(List.of(), args));
        return victim.join().ended();
    }

    static Stage.Ended kill(Stage stage, Moment moment, int nth, List<String> args) throws Exception {
        return kill(stage, moment, nth, args, ferry -> {});
    }

    /** Done to a process once it is started. */
    interface Begun {
        void with(Stage.Ferrying ferry) throws IOException;
    }

    static Stage.Ended kill(Stage stage, Moment moment, int nth, List<String> args, Begun begun) throws Exception {
        try (Debugger debugger = new Debugger()) {
            Stage.Ferrying victim = stage.start(List.of(debugger.option()), args);
            begun.with(victim);
            if (debugger.stopAt(victim.process(), nth, moment.point)) {
                if (moment == Moment.HALF_OF) {
                    byte[] line = debugger.bytes();
                    Files.write(
                            stage.journals().get(0), Arrays.copyOf(line, line.length / 2), StandardOpenOption.APPEND);
                }
                victim.kill();
            }
            return victim.ended();
        }
    }

    static LongStream storms() {
        return LongStream.rangeClosed(1, Math.max(1, Long.getLong("ferry.storms", 0)));
    }

    /** Each process is killed a few lines further, until one gets to the end. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("storms")
    @Timeout(3600)
    void a_run_that_is_killed_again_and_again_gets_to_its_end(long seed, TestReporter reporter) throws Exception {
        Random random = new Random(seed);
        // Less, and the step with the token, which is shown only once, would never come to its end.
        int stride = Long.getLong("ferry.storms", 0) > 0 ? 9 : 24;
        try (Stage stage = stages.stage(home)) {
            int kills = 0;
            List<Entry.Intended> made = List.of();
            List<Entry.Intended> open = List.of();
            Stage.Ended ended = kill(stage, Moment.AFTER, Made.TOKENS.intended(), MigrationScript.run(home));
            while (ended.code() != 0) {
                Journal journal = Journal.read(stage.journals().get(0));
                assertTrue(journal.verdict().isTrusted());
                List<Entry.Intended> left = Reconciliation.open(journal);
                for (Entry.Intended intent : open) {
                    if (!left.contains(intent)) {
                        MigrationScript.isTold(intent, made.contains(intent), ended.err());
                    }
                }
                if (journal.finished().filter(end -> end.exitCode() == 0).isPresent()) {
                    break;
                }
                if (ended.isKilled()) {
                    kills++;
                    reporter.publishEntry("killed", journal.entries().size() + " lines, " + left.size() + " open");
                } else {
                    assertEquals(3, ended.code(), ended.err());
                    assertTrue(ended.err().contains("Nobody can say whether"), ended.err());
                    MigrationScript.adopt(stage, left.get(left.size() - 1));
                }
                open = left;
                made = MigrationScript.made(stage.gate(), journal, open);
                ended = kill(
                        stage,
                        Moment.values()[random.nextInt(3)],
                        2 + random.nextInt(stride),
                        MigrationScript.resume());
            }
            // It prints before the last line is written.
            assertEquals("COMPLETE", ended.out().strip(), ended.err());
            MigrationScript.onceEach(stage.gate());
            reporter.publishEntry("kills", String.valueOf(kills));
        }
    }

    @Test
    void of_two_that_go_on_with_one_run_the_second_is_refused() throws Exception {
        try (Stage stage = stages.stage(home);
                Debugger debugger = new Debugger()) {
            assertTrue(kill(stage, Moment.AFTER, Made.CUTOVER.outcome(), MigrationScript.run(home))
                    .isKilled());
            String run = String.valueOf(stage.journals().get(0).getParent().getFileName());
            Stage.Ferrying first = stage.start(List.of(debugger.option()), MigrationScript.resume());
            assertTrue(debugger.stopAt(first.process(), 1, Debugger.Point.AFTER));

            Stage.Ended second = stage.run("resume", run);
            assertEquals(3, second.code(), second.err());
            assertTrue(second.err().contains("Run " + run + " is still going on in another process"), second.err());
            assertEquals("", second.out());
            Stage.Ended unnamed = stage.run("resume");
            assertEquals(2, unnamed.code(), unnamed.err());

            debugger.letGo();
            Stage.Ended ended = first.ended();
            assertEquals("COMPLETE", ended.out().strip(), ended.err());
            MigrationScript.onceEach(stage.gate());
        }
    }

    /** The scripts that are shipped: which, the change it is killed at, the name it is confirmed with, and what it is given. */
    static Stream<Arguments> shipped() {
        List<Arguments> all = List.of(
                Arguments.of("move-project.groovy", "POST .*:migrate", "Mobile", "--project Mobile --to Acme-Europe"),
                Arguments.of(
                        "migrate-a-cluster.md",
                        "POST .*/accessList",
                        "shop-main",
                        "Shop_Production orders-rs shop shop-main"),
                Arguments.of(
                        "link-organizations.groovy",
                        "POST .*/migrationLink",
                        "",
                        "--source-org Acme-OnPrem --target-org Acme-Cloud"),
                Arguments.of(
                        "migrate-cluster.groovy",
                        "POST .*/clusters",
                        "orders",
                        "--source-org Acme-OnPrem --target-org Acme-Cloud --source-project Shop_Production --deployment orders-rs"
                                + " --target-project Night --target-cluster orders --host-address 203.0.113.0/24"));
        return MANY > 0 ? all.stream() : all.stream().skip(1).limit(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void a_shipped_script_goes_on_after_a_kill(String script, String change, String name, String words)
            throws Exception {
        List<String> options = new ArrayList<>(List.of("--writable", "--yes", "--no-check"));
        if (!name.isEmpty()) {
            options.add("--confirm=" + name);
        }
        List<String> run = new ArrayList<>(options);
        run.addAll(List.of("run", Path.of("scripts", script).toAbsolutePath().toString()));
        Stream.of(words.split(" ")).map(word -> word.replace('_', ' ')).forEach(run::add);
        List<String> resume = new ArrayList<>(options);
        resume.add("resume");
        try (Stage stage = stages.stage(home)) {
            if (script.endsWith(".md")) {
                // A page takes the only organization there is, and keys see one.
                stage.useKeys();
            }
            assertTrue(killOnceAccepted(stage, change, run).isKilled());

            Stage.Ended resumed = stage.start(List.of(), resume).ended();
            assertEquals(0, resumed.code(), resumed.err());
            assertTrue(resumed.err().contains("it was done:"), resumed.err());
            List<String> made = stage.gate().accepted().stream()
                    .map(Gate.Accepted::line)
                    .filter(line -> !line.endsWith("/validate") && !line.endsWith("/linkTokens"))
                    .toList();
            assertTrue(made.stream().anyMatch(line -> line.matches(change)), made.toString());
            assertEquals(Set.copyOf(made).size(), made.size(), made.toString());
        }
    }

    @ParameterizedTest(name = "line {0}")
    @MethodSource("lines")
    void on_a_full_disk_nothing_is_sent_unrecorded_and_with_room_again_it_goes_on(int line) throws Exception {
        Needs.program("prlimit");
        try (Stage stage = stages.stage(home);
                Debugger debugger = new Debugger()) {
            Stage.Ferrying ferry = stage.start(List.of(debugger.option()), MigrationScript.run(home));
            assertTrue(debugger.stopAt(ferry.process(), line, Debugger.Point.READY));
            Path file = stage.journals().get(0);
            long full = Files.size(file) + debugger.bytes().length / 2;
            ferry.limitFiles(full);
            debugger.letGo();
            Stage.Ended ended = ferry.ended();

            boolean lost = Arrays.stream(Made.values()).anyMatch(made -> made.outcome() == line);
            boolean last = Made.CUTOVER.outcome() < line;
            assertEquals(lost ? 1 : last ? 0 : 3, ended.code(), ended.err());
            String said = lost
                    ? "NOT RECORDED: the service has DONE"
                    : line == MigrationScript.LINES
                            ? "the end of run"
                            : last ? "steps are not recorded any more" : "nothing was sent";
            assertTrue(ended.err().contains(said), ended.err());
            assertEquals(lost, ended.err().contains("The outcome of a change is not in the journal."));
            for (Made made : Made.values()) {
                assertEquals(made.intended() < line ? 1 : 0, made.times(stage.gate()), ended.err());
            }
            if (stage.journals().isEmpty()
                    || Journal.read(file).changes().findAny().isEmpty()) {
                assertEquals(
                        "COMPLETE",
                        stage.start(List.of(), MigrationScript.run(home))
                                .ended()
                                .out()
                                .strip());
            } else {
                Journal journal = Journal.read(file);
                assertEquals(Verdict.State.WHOLE, journal.verdict().state());
                assertEquals(
                        Arrays.stream(Made.values())
                                .filter(made -> made.intended() < line)
                                .count(),
                        journal.changes().count());
                MigrationScript.goesOn(stage, journal);
            }
            MigrationScript.onceEach(stage.gate());
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("losses")
    void without_its_server_a_run_says_what_it_knows_and_goes_on_when_it_is_back(Made made, boolean sent)
            throws Exception {
        try (Stage stage = stages.stage(home);
                Debugger debugger = new Debugger()) {
            Stage.Ferrying ferry;
            if (sent) {
                stage.gate().whenAccepted(made.request(), stage.gate()::leave);
                ferry = stage.start(List.of(), MigrationScript.run(home));
            } else {
                ferry = stage.start(List.of(debugger.option()), MigrationScript.run(home));
                assertTrue(debugger.stopAt(ferry.process(), made.intended(), Debugger.Point.AFTER));
                stage.gate().leave();
                debugger.letGo();
            }
            Stage.Ended ended = ferry.ended();
            String said = sent ? "nobody can say whether this was done" : "nothing answers at";
            assertTrue(ended.err().contains(said), ended.err());
            assertEquals(ExitCode.UNAVAILABLE.number(), ended.code(), ended.err());
            assertEquals(sent ? 1 : 0, made.times(stage.gate()));
            stage.gate().comeBack();
            MigrationScript.goesOn(stage, Journal.read(stage.journals().get(0)));
            MigrationScript.onceEach(stage.gate());
        }
    }

    static Stream<Arguments> losses() {
        return MANY > 0
                ? Arrays.stream(Made.values())
                        .flatMap(made -> Stream.of(Arguments.of(made, false), Arguments.of(made, true)))
                : Stream.of(Arguments.of(Made.PROJECT, false), Arguments.of(Made.CUTOVER, true));
    }
}
