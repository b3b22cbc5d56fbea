package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.rehearsal.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps and changes a resumed run makes again, and which it does not. */
@Timeout(120)
class ResumedStepsTest {
    private static final String PROJECTS = "POST /api/atlas/v2/groups";

    @TempDir
    private Path home;

    private Production production;
    private Map<String, String> variables;

    @BeforeEach
    void start() throws IOException {
        production = Production.start(0);
        variables = new HashMap<>(production.variables(true));
        variables.put("HOME", home.toString());
    }

    @AfterEach
    void stop() {
        production.close();
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables, "", args);
    }

    /** Names of new projects, in the order in which they were made. */
    private String made() {
        Outcome list = ferry(
                "-e", "atlas.projects.list().findAll { it.name.startsWith('p-') }.sort { it.created }*.name.join(' ')");
        assertEquals(0, list.code(), list.err());
        return list.out().strip();
    }

    private void stopAt(String where) throws IOException {
        Files.writeString(home.resolve("stop"), where);
    }

    private void list(String... names) throws IOException {
        Files.writeString(home.resolve("list"), String.join("\n", names));
    }

    private Path script(String text) throws IOException {
        return Files.writeString(home.resolve("x.groovy"), """
                def org = atlas.orgs['Acme-Cloud'].id
                def make = { name -> atlas.projects.create(name: name, orgId: org); stopAt(name) }
                def stopAt(name) {
                    if (new File('%1$s/stop').text == name) { throw new IllegalStateException('stopped at ' + name) }
                }
                def names() { new File('%1$s/list').readLines() }
                """.formatted(home) + text);
    }

    /** Runs it until it stops, and resumes it until the end. */
    private Outcome resumed(String stop, Path script) throws IOException {
        stopAt(stop);
        Outcome run = ferry("run", script.toString());
        assertEquals(1, run.code(), run.err());
        stopAt("");
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        return resumed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool.submit { make(NAME) }.get()",
                "java.util.concurrent.CompletableFuture.runAsync({ make(NAME) }, pool).get()",
                "def done = new java.util.concurrent.CompletableFuture<Void>(); timer.schedule({ try { make(NAME); done.complete(null) }"
                        + " catch (Exception e) { done.completeExceptionally(e) } } as TimerTask, 0); done.get()",
                "Exception e = null; def t = Thread.start { try { make(NAME) } catch (Exception thrown) { e = thrown } }; t.join(); if (e) throw e",
                "[NAME].parallelStream().forEach { make(it) }",
                "java.util.concurrent.CompletableFuture.supplyAsync { make(NAME); 1 }.get()",
            })
    void a_change_of_another_thread_belongs_to_the_step_that_is_open(String how) throws IOException {
        Path script = script("""
                def pool = java.util.concurrent.Executors.newFixedThreadPool(1, { new Thread(it).tap { daemon = true } })
                def timer = new Timer(true)
                step('A') { %s }
                step('B') { %s }
                step('C') { make('p-C') }
                """.formatted(how.replace("NAME", "'p-A'"), how.replace("NAME", "'p-B'")));
        Outcome resumed = resumed("p-B", script);
        assertEquals("p-A p-B p-C", made(), resumed.err());
        assertTrue(resumed.err().contains("✓ A  (done before, as of "), resumed.err());
        assertTrue(resumed.err().contains("▸ B"), resumed.err());
    }

    @Test
    void changes_of_several_threads_in_one_step_come_in_any_order() throws IOException {
        Path script = script("""
                def pool = java.util.concurrent.Executors.newFixedThreadPool(1, { new Thread(it).tap { daemon = true } })
                step('all') { names().collect { name -> pool.submit { make(name) } }*.get() }
                """);
        list("p-1", "p-2", "p-3");
        stopAt("p-2");
        Outcome run = ferry("run", script.toString());
        assertEquals(1, run.code(), run.err());
        stopAt("");
        list("p-3", "p-2", "p-1");
        Outcome resumed = ferry("--yes", "resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(3, made().split(" ").length, resumed.err());
        assertEquals(3, production.changing().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names().each { name -> step('open') { make(name) } }",
                "for (name in names()) { step('open') { make(name) } }",
                "def i = 0; while (i < names().size()) { def name = names()[i++]; step('open') { make(name) } }",
                "names().eachWithIndex { name, i -> step(\"open $i\") { make(name) } }",
                "def open(make, name) { step('open') { make(name) } }\nnames().each { open(make, it) }",
                "def one = { name -> step('open') { make(name) } }\nnames().each(one)",
                "names().each { name -> step('group') { step('open') { make(name) } } }",
                "names().each { name -> step('open', key: name) { make(name) } }",
                "names().each { name -> step(\"open $name\") { make(name) } }",
                "def all = names(); all.size().times { n -> step('open ' + n) { make(all[n]) } }",
                "names().each { name -> make(name) }.size() == 0 ?: 1",
            })
    void a_repeated_step_is_recognised_by_what_it_does(String loop) throws IOException {
        Path script = script(loop);
        list("p-1", "p-2", "p-3");
        stopAt("p-1");
        Outcome run = ferry("run", script.toString());
        assertEquals(1, run.code(), run.err());
        stopAt("");
        list("p-0", "p-1", "p-2", "p-3");
        Outcome resumed = ferry("resume");
        if (!loop.contains("step")) {
            // Nothing says that another body in the place of one that was sent is another thing.
            assertEquals(3, resumed.code(), resumed.err());
            assertEquals(1, production.changing().size());
            return;
        }
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals("p-1 p-0 p-2 p-3", made(), resumed.err());
        assertEquals(4, production.changing().size());
    }

    @Test
    void a_key_that_two_steps_have_tells_nothing() throws IOException {
        Path script = script(
                        "names().each { name -> step('open', key: name) { println \"in $name\"; make(name + '-' + (++n)) } }")
                .toAbsolutePath();
        Files.writeString(script, "@groovy.transform.Field int n = 0\n" + Files.readString(script));
        list("p-1", "p-1", "p-2");
        stopAt("p-1-2");
        assertEquals(1, ferry("run", script.toString()).code());
        stopAt("");
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        // Two steps have this key, so it does not tell which of them is which.
        assertEquals("in p-1\nin p-1\nin p-2\n", resumed.out());
        assertEquals("p-1-1 p-1-2 p-2-3", made());
        assertEquals(3, production.changing().size());
    }

    @Test
    void a_key_that_says_nothing_is_refused() throws IOException {
        Outcome run = ferry("run", script("step('open', key: null) { 1 }").toString());
        assertEquals(1, run.code(), run.err());
        assertTrue(run.err().contains("The key of step 'open' is empty"), run.err());
        Outcome unknown =
                ferry("run", "--no-check", script("step('open', kee: 1) { 1 }").toString());
        assertTrue(unknown.err().contains("knows no `kee`; it knows key"), unknown.err());
    }

    @Test
    void check_recommends_a_key_where_a_step_may_repeat() throws IOException {
        Path script = script("""
                names().each { step('open') { make(it) } }
                names().each { n -> step('keyed', key: n) { make(n) } }
                names().each { n -> step("named $n") { make(n) } }
                step('once') { step('inner') { 1 } }
                """);
        Outcome check = ferry("check", script.toString());
        assertEquals(0, check.code(), check.err());
        assertEquals(1, check.out().lines().count(), check.out());
        assertTrue(
                check.out().contains("x.groovy:7:16: advice: this step may run several times: give it a key"),
                check.out());
    }

    @Test
    void what_was_only_read_or_waited_for_is_read_again_and_what_was_computed_is_not() throws IOException {
        Path script = script("""
                def read = step('read') { atlas.projects.list().size() }
                def thrown = step('not there') { try { atlas.projects.get('%s') } catch (Exception e) { 'gone' } }
                def computed = step('computed') { new File('%s').text }
                step('change') { make('p-1') }
                step('last') { make('p-2') }
                println "$read $thrown $computed"
                """.formatted("0".repeat(24), home.resolve("computed")));
        Files.writeString(home.resolve("computed"), "then");
        stopAt("p-2");
        Outcome run = ferry("run", script.toString());
        assertEquals(1, run.code(), run.err());
        stopAt("");
        Files.writeString(home.resolve("computed"), "now");
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.err().contains("▸ read\n"), resumed.err());
        assertTrue(resumed.err().contains("▸ not there\n"), resumed.err());
        assertTrue(resumed.err().contains("✓ computed  (done before, as of 20"), resumed.err());
        assertTrue(resumed.err().contains("✓ change  (done before, as of 20"), resumed.err());
        assertTrue(resumed.out().endsWith("gone then\n"), resumed.out());
        assertEquals(List.of(PROJECTS, PROJECTS), production.changing());
    }

    @Test
    void a_run_that_changes_nothing_leaves_no_run() throws IOException {
        assertEquals(
                0,
                ferry("run", script("step('read') { atlas.orgs.list().size() }").toString())
                        .code());
        Outcome refused = ferry(
                "--read-only", "run", script("step('make') { make('p-1') }").toString());
        assertEquals(3, refused.code(), refused.err());
        assertFalse(Files.exists(home.resolve(".local/state/ferry/runs")), refused.err());
        Outcome resume = ferry("resume");
        assertEquals(2, resume.code(), resume.err());
        assertTrue(resume.err().contains("No run was interrupted; nothing to resume."), resume.err());
    }

    @Test
    void the_journal_says_why_a_run_ended() throws IOException {
        stopAt("p-1");
        ferry("run", script("step('make') { make('p-1') }").toString());
        Outcome shown = ferry("-o", "jsonl", "journal", "show", "last");
        assertTrue(shown.out().lines().reduce((a, b) -> b).orElseThrow().contains("stopped at p-1"), shown.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('1'..'6').collect { i -> pool.submit { step('Make', key: i) { make('p-' + i) } } }*.get()",
                "('1'..'6').collect { i -> Thread.start { step('Make', key: i) { make('p-' + i) } } }*.join()",
                "('1'..'6').parallelStream().forEach { i -> step('Make', key: i) { make('p-' + i) } }",
                "('1'..'6').collect { i -> pool.submit { step(\"Make ${i}th\") { make('p-' + i) } } }*.get()",
                "step('outer') { ('1'..'6').collect { i -> pool.submit { step('Make', key: i) { make('p-' + i) } } }*.get();"
                        + " if (new File('HOME/stop').text == 'inside') { throw new IllegalStateException('stopped') } }",
            })
    void steps_of_helping_threads_are_recognised_wherever_they_were_begun(String how) throws IOException {
        Path script = script("""
                def pool = java.util.concurrent.Executors.newFixedThreadPool(4, { new Thread(it).tap { daemon = true } })
                %s
                stopAt('later')
                """.formatted(how.replace("HOME", home.toString())));
        resumed(how.contains("inside") ? "inside" : "later", script);
        assertEquals(6, production.changing().size());
        assertEquals(6, made().split(" ").length);
    }

    @Test
    void a_change_of_a_timer_during_a_step_that_is_left_out_is_asked_about_and_not_made_twice() throws IOException {
        Path script = script("""
                def begun = new java.util.concurrent.CountDownLatch(1)
                def fired = new java.util.concurrent.CountDownLatch(1)
                def failure = null
                new Timer(true).schedule({ begun.await(); try { make('p-timer') } catch (Throwable e) { failure = e }; fired.countDown() } as TimerTask, 0)
                step('main') { begun.countDown(); make('p-main'); fired.await() }
                begun.countDown()
                fired.await()
                if (failure) { throw failure }
                stopAt('later')
                """);
        stopAt("later");
        assertEquals(1, ferry("run", script.toString()).code());
        stopAt("");
        Outcome resumed = ferry("resume");
        assertEquals(3, resumed.code(), resumed.err());
        assertEquals(2, production.changing().size());
    }

    @Test
    void changes_that_a_resumed_script_does_not_come_to_again_are_named() throws IOException {
        Path script = script("""
                def next(make) { step('next') { make('p-' + (atlas.projects.list().count { it.name.startsWith('p-') } + 1)) } }
                next(make)
                next(make)
                stopAt('later')
                """);
        Outcome resumed = resumed("later", script);
        assertTrue(resumed.err().contains("did not come again to 2 changes that this run made before"), resumed.err());
        assertTrue(resumed.err().contains("createGroup (line "), resumed.err());
    }
}
