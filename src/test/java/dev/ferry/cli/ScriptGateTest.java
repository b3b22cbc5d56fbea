package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.rehearsal.Production;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code gate} lets pass, what it shows, and when it is evaluated. */
@Timeout(120)
class ScriptGateTest {
    @TempDir
    private Path home;

    private Production production;
    private Map<String, String> variables;

    @BeforeEach
    void start() throws IOException {
        production = Production.start(0);
        variables = new HashMap<>(production.variables(true));
        variables.put("HOME", home.toString());
        lag("3");
    }

    @AfterEach
    void stop() {
        production.close();
    }

    private void lag(String seconds) throws IOException {
        Files.writeString(home.resolve("lag"), seconds);
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables, "", args);
    }

    private String script(String text) throws IOException {
        return Files.writeString(home.resolve("x.groovy"), """
                        def org = atlas.orgs['Acme-Cloud'].id
                        def lag() { new File('%1$s/lag').text as int }
                        def stop() { if (new File('%1$s/stop').exists()) { throw new IllegalStateException('stopped') } }
                        def make = { name -> atlas.projects.create(name: name, orgId: org) }
                        """.formatted(home) + text)
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag() <= 5 | lag() = 3 | true",
                "lag() > 5 | lag() = 3 | false",
                "!(lag() > 5) && 'a' != null | lag() = 3 | true",
                "def m = [lag: lag(), ready: false]; m.ready && m.lag < 5 | m.ready = false | false",
                "def m = [lag: lag(), ready: true]; return m.ready && m.lag < 5 | m.ready = true, m.lag = 3 | true",
                "'ok' in ['ok'] | | true",
                "lag() in [1, 2] | lag() = 3 | false",
                "[] | | false",
                "null | | false",
            })
    void it_shows_what_it_compares_and_ends_the_run_with_6_when_it_does_not_hold(
            String condition, String values, boolean holds) throws IOException {
        Outcome run = ferry("run", script("gate('lag is small') { " + condition + " }\nmake('p-1')\nprintln 'made'"));
        String shown = "gate lag is small" + (values == null ? "\n" : ": " + values + "\n");
        assertTrue(run.err().contains((holds ? "✓ " : "✗ ") + shown), run.err());
        assertEquals(holds ? 0 : 6, run.code(), run.err());
        assertEquals(holds ? 1 : 0, production.changing().size());
        if (!holds) {
            assertTrue(run.err().contains("The gate does not hold: lag is small"), run.err());
            assertFalse(Files.exists(home.resolve(".local/state/ferry/runs")), "nothing was changed");
        }
    }

    @Test
    void a_condition_that_fails_ends_the_run_before_the_change() throws IOException {
        Outcome run =
                ferry("run", script("gate('there') { atlas.projects.get('" + "0".repeat(24) + "') }\nmake('p-1')"));
        assertEquals(1, run.code(), run.err());
        assertTrue(run.err().contains("GROUP_NOT_FOUND"), run.err());
        assertEquals(List.of(), production.changing());
    }

    @Test
    void it_is_evaluated_again_when_the_change_leaves_later() throws IOException {
        String script = script("""
                gate('lag') { lag() <= 5 }
                new File('%s/lag').text = '60'
                make('p-1')
                """.formatted(home));
        Outcome run = ferry("run", script);
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().contains("✓ gate lag: lag() = 3"), run.err());
        assertTrue(run.err().contains("✗ gate lag: lag() = 60"), run.err());
        assertEquals(List.of(), production.changing());
    }

    /** At a terminal, where a person takes time to type the name. */
    @Test
    void it_is_evaluated_again_once_a_person_has_confirmed() throws Exception {
        String script =
                script("make('p-1')\ngate('lag') { lag() <= 5 }\natlas.projects.delete(atlas.projects['p-1'].id)");
        InputStream slow = new InputStream() {
            private final byte[] typed = "p-1\n".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 0) {
                    lag("60");
                }
                return at < typed.length ? typed[at++] : -1;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.of(slow, out, err, variables, Set.of(Streams.Stream.IN, Streams.Stream.ERR));
        int code = CommandLineInterface.run(List.of("run", script), streams, Environment.of(variables));
        assertEquals(6, code, err.toString(StandardCharsets.UTF_8));
        assertEquals(1, production.changing().size(), "the project was made and not deleted");
    }

    @Test
    void a_resumed_run_evaluates_it_before_the_change_that_was_not_made() throws IOException {
        String script = script("""
                step('first') { make('p-1') }
                gate('lag') { lag() <= 5 }
                stop()
                step('second') { make('p-2') }
                """);
        Files.createFile(home.resolve("stop"));
        assertEquals(1, ferry("run", script).code());
        Files.delete(home.resolve("stop"));
        lag("60");
        Outcome late = ferry("resume");
        assertEquals(6, late.code(), late.err());
        assertTrue(late.err().contains("✗ gate lag: lag() = 60"), late.err());
        assertEquals(1, production.changing().size());
        lag("2");
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(2, production.changing().size());
    }

    @Test
    void a_resumed_run_goes_on_behind_a_change_that_was_made_and_protects_only_the_next_one() throws IOException {
        String script = script("""
                gate('lag') { lag() <= 5 }
                step('first') { make('p-1') }
                stop()
                step('second') { make('p-2') }
                """);
        Files.createFile(home.resolve("stop"));
        assertEquals(1, ferry("run", script).code());
        Files.delete(home.resolve("stop"));
        lag("60");
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(
                resumed.err().contains("✓ gate lag  (the change behind it was made before, as of 20"), resumed.err());
        assertEquals(2, production.changing().size());
        Outcome shown = ferry("journal", "show", "last");
        assertTrue(shown.out().contains("holds: lag (lag() = 3)"), shown.out());
    }

    @Test
    void it_protects_a_change_at_the_prompt_and_in_a_sandbox_too() throws IOException {
        Outcome prompt = Outcome.of(variables, "gate('lag') { 1 > 2 }\n");
        assertTrue(prompt.err().contains("✗ gate lag"), prompt.err());
        Outcome sandbox = ferry("--sandbox", "-e", "gate('lag') { 1 > 2 }");
        assertEquals(6, sandbox.code(), sandbox.err());
        Outcome rehearsed = ferry("run", "-n", script("gate('lag') { lag() > 5 }\nmake('p-1')"));
        assertEquals(6, rehearsed.code(), rehearsed.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // It stands in a step of its own.
                "step('check') { gate('lag') { lag() <= 5 } }\nlate()\nmake('p-1')",
                // The script caught it and goes on.
                "try { late(); gate('lag') { lag() <= 5 } } catch (Exception e) { }\nsoon()\ngate('lag') { lag() <= 5 }\nlate()\n"
                        + "try { make('p-1') } catch (Exception e) { }\nmake('p-2')",
                // A closure in a closure.
                "def small = { lag() <= 5 }\nlate()\ngate('lag') { small }\nmake('p-1')",
                // Another thread makes the change.
                "gate('lag') { lag() <= 5 }\nlate()\ndef e = null\nThread.start { try { make('p-1') } catch (Throwable t) { e = t } }.join()\n"
                        + "if (e) throw e",
                // A change of another thread does not use it up.
                "def e = null\ndef a = new java.util.concurrent.CountDownLatch(1), b = new java.util.concurrent.CountDownLatch(1)\n"
                        + "def t = Thread.start { try { gate('lag') { lag() <= 5 }; a.countDown(); b.await(); make('p-1') } catch (Throwable x) { e = x } }\n"
                        + "a.await()\nThread.start { gate('other') { true }; atlas.projects.list() }.join()\nlate()\nb.countDown()\nt.join()\nif (e) throw e",
            })
    void it_holds_until_a_change_behind_it_is_made(String text) throws IOException {
        Outcome run = ferry(
                "run",
                script("def late() { new File('" + home.resolve("lag") + "').text = '60' }\n"
                        + "def soon() { new File('" + home.resolve("lag") + "').text = '3' }\n" + text));
        assertEquals(6, run.code(), run.err());
        assertEquals(List.of(), production.changing());
    }

    @Test
    void its_condition_changes_nothing() throws IOException {
        Outcome run = ferry("run", script("gate('made') { make('p-1'); true }\nmake('p-2')"));
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("the condition of a gate must only read"), run.err());
        assertEquals(List.of(), production.changing());
    }
}
