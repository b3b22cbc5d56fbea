package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Reconciliation;
import dev.ferry.suite.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts with pools, loops, keys and plans are killed at the lines of their journals, then resumed, some of them with another list than
 * before. In the build one of these places for each script; with {@code -Dferry.kills=N} N of them, at most all.
 */
@Timeout(300)
@ExtendWith(Stages.class)
final class KilledScriptsTest {
    private static final int MOST_LINES = 26;
    private static final int MANY = Math.min(Integer.getInteger("ferry.kills", 0), 3 * MOST_LINES);
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"(p-\\d)\"");

    private final Stages.Shared stages;

    @TempDir
    private Path home;

    KilledScriptsTest(Stages.Shared stages) {
        this.stages = stages;
    }

    /** What is killed. Each makes the projects of its list. */
    private enum Kind {
        POOL_OF_ONE("""
                def pool = java.util.concurrent.Executors.newFixedThreadPool(1, { new Thread(it).tap { daemon = true } })
                names().each { name -> step("make $name") { pool.submit { make(name) }.get() } }
                """, false),
        POOL_OF_THREE("""
                def pool = java.util.concurrent.Executors.newFixedThreadPool(3, { new Thread(it).tap { daemon = true } })
                step('all') { names().collect { name -> pool.submit { make(name) } }*.get() }
                """, true),
        LOOP_WITH_KEYS("names().each { name -> step('make', key: name) { make(name) } }", true),
        LOOP_WITHOUT_KEYS("for (name in names()) { step('make') { make(name) } }", true),
        NESTED_LOOPS("""
                names().collate(2).each { pair -> step('pair') { pair.each { name -> step('make') { make(name) } } } }
                """, true),
        CLOSED_PIPE("names().each { name -> step('make', key: name) { make(name) }; println name }", true),
        PLANNED(
                "names().each { name -> if (!atlas.projects.list().any { it.name == name }) step(\"make $name\") { make(name) } }",
                false);

        private final String loop;
        private final boolean changing;

        Kind(String loop, boolean changing) {
            this.loop = loop;
            this.changing = changing;
        }

        String text(Path home) {
            return """
                    def org = atlas.orgs['Acme-Cloud'].id
                    def names() { new File('%s/list').readLines() }
                    def make = { name -> atlas.projects.create(name: name, orgId: org) }
                    """.formatted(home) + loop + "\nprintln 'the end'\n";
        }
    }

    static Stream<Arguments> kills() {
        return Stream.of(Kind.values()).flatMap(kind -> (MANY > 0
                        ? IntStream.range(0, MANY).map(i -> 2 + i % (3 * MOST_LINES))
                        : IntStream.of(3 * (5 + kind.ordinal()) + kind.ordinal() % 3))
                .mapToObj(place -> Arguments.of(kind, KillTest.Moment.values()[place % 3], place / 3 + 1)));
    }

    @ParameterizedTest(name = "{0}, {1} line {2}")
    @MethodSource("kills")
    void a_killed_script_makes_each_change_once(Kind kind, KillTest.Moment moment, int line) throws Exception {
        Files.writeString(home.resolve("list"), "p-1\np-2\np-3\np-4\n");
        Path script = Files.writeString(home.resolve("x.groovy"), kind.text(home));
        try (Stage stage = stages.stage(home)) {
            List<String> run = new ArrayList<>(List.of("--writable", "run"));
            if (kind == Kind.PLANNED) {
                Stage.Ended rehearsed = stage.run(
                        "run", "-n", "--plan-out", home.resolve("plan").toString(), script.toString());
                assertEquals(0, rehearsed.code(), rehearsed.err());
                run.addAll(List.of("--plan", home.resolve("plan").toString()));
            }
            run.add(script.toString());
            Stage.Ended ended = KillTest.kill(stage, moment, line, run, ferry -> {
                if (kind == Kind.CLOSED_PIPE) {
                    ferry.closeOutput();
                }
            });
            List<String> expected = Files.readAllLines(home.resolve("list"));
            if (ended.isKilled()) {
                expected = goesOn(stage, kind, run);
            } else {
                assertEquals(0, ended.code(), ended.err());
            }
            assertEquals(new TreeSet<>(expected), new TreeSet<>(made(stage)));
            assertEquals(new TreeSet<>(made(stage)).size(), made(stage).size(), "none was made twice");
        }
    }

    @Test
    void a_script_that_swallows_ctrl_c_is_cut_off_with_the_way_back() throws Exception {
        Signals.needs("INT");
        Path script = Files.writeString(home.resolve("x.groovy"), """
                atlas.projects.create(name: 'p-1', orgId: atlas.orgs['Acme-Cloud'].id)
                println 'made'
                while (true) { try { sleep 1000 } catch (Throwable swallowed) { } }
                """);
        try (Stage stage = stages.stage(home)) {
            Stage.Ferrying ferry = stage.start(List.of(), List.of("--writable", "run", script.toString()));
            assertEquals("made", ferry.process().inputReader().readLine());
            Signals.send("INT", ferry.process());
            Stage.Ended ended = ferry.ended();
            assertEquals(130, ended.code(), ended.err());
            String run = String.valueOf(stage.journals().get(0).getParent().getFileName());
            assertTrue(ended.err().endsWith("Continue with: ferry --writable resume " + run + "\n"), ended.err());
        }
    }

    /** Resumes the run, or starts it again where it had changed nothing, and returns what has to be made by then. */
    private List<String> goesOn(Stage stage, Kind kind, List<String> run) throws Exception {
        List<String> list = Files.readAllLines(home.resolve("list"));
        Journal journal = Journal.read(stage.journals().get(0));
        if (journal.finished().isPresent()) {
            Stage.Ended resumed = stage.run("--writable", "resume");
            assertEquals("No run was interrupted; nothing to resume.\n", resumed.err());
            return list;
        }
        List<Entry.Intended> open = Reconciliation.open(journal);
        List<String> before = made(stage);
        long done = open.stream()
                .map(KilledScriptsTest::name)
                .filter(before::contains)
                .count();
        if (kind.changing) {
            Files.writeString(home.resolve("list"), "p-0\np-4\np-1\np-2\np-3\n");
        }
        // Its one step is not run again once it has finished, whatever the list says by then.
        boolean runsAgain =
                kind != Kind.POOL_OF_THREE || journal.entries().stream().noneMatch(Entry.StepDone.class::isInstance);
        boolean changed = journal.changes().findAny().isPresent();
        Stage.Ended resumed = changed
                ? stage.run("--writable", "resume")
                : stage.start(List.of(), run).ended();
        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.out().endsWith("the end\n"), resumed.err());
        if (changed) {
            assertEquals(done, count(resumed.err(), "when the run stopped: it was done"), resumed.err());
            assertEquals(
                    open.size() - done, count(resumed.err(), "when the run stopped: it was not done"), resumed.err());
        }
        return runsAgain ? Files.readAllLines(home.resolve("list")) : list;
    }

    private static int count(String text, String words) {
        return text.split(Pattern.quote(words), -1).length - 1;
    }

    private static String name(Entry.Intended intent) {
        return String.valueOf(((Map<?, ?>) intent.body()).get("name"));
    }

    /** The names of the projects that the sandbox has made. */
    private static List<String> made(Stage stage) throws IOException {
        return stage.gate().accepted().stream()
                .map(Gate.Accepted::answer)
                .map(NAME::matcher)
                .flatMap(Matcher::results)
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toList());
    }
}
