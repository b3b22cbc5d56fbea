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
        assertEquals(List.of("--help", "x"), run("args", "--help", "x"));
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
