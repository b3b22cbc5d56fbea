package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.ScriptException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptOptionsTest {

    private static final String SCRIPT = """
            #!/usr/bin/env ferry
            // Waits for 100% of a cluster.
            //
            // Example: ferry run wait.groovy --project shop orders

            @Option(names = '--project', required = true, description = 'name or id of the project') @Field String project
            @Option(names = '--timeout', description = 'how long to wait; 2h when not given') @Field Duration timeout = Duration.ofHours(2)
            @Option(names = ['-n', '--count']) @Field int count = 0
            @Parameters(arity = '0..*') @Field List<String> clusters

            println 'ran'
            "$project ${timeout.toMinutes()} $count $clusters ${args.size()}"
            """;

    private final Screen screen = new Screen();
    private final Interpreter interpreter =
            new Interpreter(Session.builder().streams(screen.streams()).build());

    private Object run(String text, String... args) {
        return interpreter.run(new Source("dir/wait.groovy", text, 1), List.of(args));
    }

    @Test
    void options_are_typed_and_have_defaults() {
        assertEquals("shop 120 0 null 2", run(SCRIPT, "--project", "shop").toString());
        assertEquals(
                "shop 90 7 [a, b] 6",
                run(SCRIPT, "--project=shop", "--timeout", "1h30m", "-n7", "a", "b")
                        .toString());
    }

    @Test
    void help_prints_the_header_comment_and_the_options_and_runs_nothing() {
        assertNull(run(SCRIPT, "--help"));
        String out = screen.out();
        assertTrue(out.contains("Usage: ferry run dir/wait.groovy"), out);
        assertTrue(out.contains("Waits for 100% of a cluster."), out);
        assertTrue(out.contains("name or id of the project"), out);
        assertTrue(out.contains("-h, --help"), out);
        assertFalse(out.contains("ran"), out);
        assertFalse(out.contains("\u001b"), out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | Missing required option: '--project
                    --project shop --tiemout 3 | Unknown option
                    --project shop --count many | 'many' is not a whole number
                    --project shop --timeout soon | no span of time
                    """)
    void arguments_that_do_not_fit_are_refused_and_nothing_runs(String args, String expected) {
        String[] split = args == null ? new String[0] : args.split(" ");
        ScriptException thrown = assertThrows(ScriptException.class, () -> run(SCRIPT, split));
        assertEquals(Kind.WRONG_ARGUMENTS, thrown.kind());
        assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("ferry run dir/wait.groovy --help"), thrown.getMessage());
        assertEquals("", screen.out());
    }

    @Test
    void the_header_that_picocli_documents_for_groovy_works_too() {
        String text = """
                @Command(name = 'greet', description = 'Greets.')
                @PicocliScript2
                import groovy.transform.Field
                import picocli.CommandLine.Command
                import picocli.CommandLine.Option
                import picocli.groovy.PicocliScript2

                @Option(names = '--name', description = 'whom') @Field String name = 'world'
                step('greet') { "hello $name" }
                """;
        assertEquals("hello Ada", run(text, "--name", "Ada").toString());
        run(text, "--help");
        assertTrue(screen.out().contains("Usage: greet"), screen.out());
        assertTrue(screen.out().contains("Greets."), screen.out());
    }

    @Test
    void a_script_without_options_gets_its_arguments_as_they_are() {
        assertEquals(List.of("--halt", "x"), run("args", "--halt", "x"));
        assertEquals(List.of("x", "--help", "--"), run("args", "x", "--", "--help", "--"));
    }

    @Test
    void help_never_runs_a_script_that_reads_its_arguments_itself() {
        assertNull(run("// Reads.\nprintln args", "x", "--help"));
        assertEquals(
                "Reads.\ndir/wait.groovy declares no options and reads its arguments itself;"
                        + " 'ferry run dir/wait.groovy -- --help' hands it this one.\n",
                screen.out());
    }

    /** Everything of a text that Groovy runs before the script itself runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Field def x = {@ boom() @}()",
                "@Option(names = '--name') @Field String x = boom()",
                "@Option(names = '--name', description = '${-> boom()}') @Field String x",
                "@Option(names = '--name', defaultValue = \"${boom()}\") @Field String x",
                "@Option(names = '--name', converter = { boom() }) @Field String x",
                "@groovy.transform.ASTTest(value = { boom() }) @Field String x = ''",
                "@groovy.transform.ASTTest(phase = org.codehaus.groovy.control.CompilePhase.CONVERSION, value = { boom() }) class X {}",
                "class X { static { boom() } }; @Option(names = '--name') @Field X x = new X()",
                "enum X { A; static { boom() } }; @Option(names = '--name') @Field X x = X.A",
                "@Grab('no.such:thing:1') import java.util.List; @Option(names = '--name') @Field List x",
                "@GrabResolver(name = 'x', root = 'http://127.0.0.1:9/') @Grab('a:b:1') @Option(names = '--name') @Field String x",
                "@groovy.transform.ConditionalInterrupt({ boom() }) @Option(names = '--name') @Field int x",
                "@groovy.transform.ConditionalInterrupt({ boom() }) import java.util.List; @Field int x",
                "@groovy.cli.Option boom() ; boom()",
                "boom()"
            })
    void help_runs_nothing_of_a_script(String hostile) {
        System.clearProperty("boom");
        String text = hostile.replace("{@", "{").replace("@}", "}")
                + "\nstatic boom() { System.setProperty('boom', 'it ran'); 'x' }\n";
        try {
            run(text.replace("boom()", "System.setProperty('boom', 'it ran')"), "--help");
        } catch (ScriptException e) {
            assertEquals(Kind.DOES_NOT_COMPILE, e.kind(), e.getMessage());
        }
        assertNull(System.getProperty("boom"));
    }

    @Test
    void help_shows_what_stands_in_the_text_and_not_what_takes_running() {
        run("""
                import java.time.LocalDate
                enum Size { M10, M30 }
                @Option(names = ['-t', '--tier'], description = 'one of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} ' + 'when not "given"', paramLabel = 'SIZE') @Field Size tier
                @Option(names = '--day', description = ["it's a day", 'of \\\\ \u00fcber'], required = true) @Field LocalDate day = LocalDate.now()
                @Option(names = '--count', description = 'how many, ${DEFAULT-VALUE} as a rule') @Field int count = 3
                @Parameters(paramLabel = 'CLUSTER', arity = '1..*', description = 'which') @Field List<String> clusters
                """, "--tier", "nonsense", "--help");
        String out = screen.out();
        assertTrue(out.contains("Usage: ferry run dir/wait.groovy [OPTIONS] CLUSTER..."), out);
        assertTrue(out.contains("-t, --tier=SIZE"), out);
        assertTrue(out.contains("one of M10, M30;"), out);
        assertTrue(out.contains("when not \"given\""), out);
        assertTrue(out.contains("it's a day"), out);
        assertTrue(out.contains("\u00fcber"), out);
        assertTrue(out.contains("how many, 3 as a rule"), out);
    }

    @Test
    void a_help_option_of_the_scripts_own_is_obeyed() {
        String text = """
                @Option(names = '--aide', usageHelp = true, description = 'aide') @Field boolean aide
                @Option(names = '-h', description = 'host') @Field String host
                println 'ran'
                """;
        run(text, "--aide");
        assertFalse(screen.out().contains("ran"), screen.out());
        run(text, "-h", "x");
        assertTrue(screen.out().endsWith("ran\n"), screen.out());
    }

    @Test
    void help_of_a_script_without_options_shows_its_comment_and_runs_nothing() {
        run("/*\n * Deletes everything.\n */\nprintln 'ran'", "--help");
        assertEquals("Deletes everything.\ndir/wait.groovy takes no options.\n", screen.out());
    }

    @Test
    void the_functions_print_to_standard_output_and_notes_to_standard_error() {
        run("print 'a'; println 'b'; [1].each { println it }; printf('%d%n', 3); note 'n'");
        assertEquals("ab\n1\n3\n", screen.out());
        assertEquals("n\n", screen.err());
    }
}
