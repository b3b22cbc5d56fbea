package dev.ferry.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.Interpreter;
import dev.ferry.script.Screen;
import dev.ferry.script.ScriptException;
import dev.ferry.script.Session;
import dev.ferry.script.analysis.text.Completeness;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbookTest {

    private static final String PAGE = """
            ---
            title: Demo
            ---
            # A page

            Text, and a block for another tool:

            ```sh
            rm -rf /
            ```

            ## Say *hello*

            ```groovy
            def greeting = 'hello'
            println greeting + ' ' + args
            ```

            ```groovy title="again"
            println greeting.toUpperCase()
            ```

            ## Fail

            1. In a list:

               ```groovy
               println 'before'
               fail 'the disk is full'
               ```

            ## Never

            ```Groovy
            println 'after'
            ```
            """;

    private final Screen screen = new Screen();
    private final Interpreter interpreter =
            new Interpreter(Session.builder().streams(screen.streams()).build());

    @Test
    void every_groovy_fence_is_a_step_named_by_the_heading_above_it() {
        List<Runbook.Step> steps = Runbook.of("page.md", PAGE).steps();
        assertEquals(
                List.of("Say hello", "Say hello 2", "Fail", "Never"),
                steps.stream().map(Runbook.Step::name).toList());
        assertEquals(15, steps.get(0).source().firstLine());
    }

    @Test
    void steps_run_in_one_session_and_stop_at_the_first_failure_naming_step_and_line() {
        Runbook runbook = Runbook.of("dir/page.md", PAGE);
        ScriptException thrown = assertThrows(ScriptException.class, () -> runbook.run(interpreter, List.of("a")));
        assertEquals("hello [a]\nHELLO\nbefore\n", screen.out());
        assertEquals("Fail", thrown.step().orElseThrow());
        assertEquals(29, thrown.line().getAsInt());
        assertTrue(
                thrown.getMessage().startsWith("dir/page.md:29: step “Fail”: the disk is full"), thrown.getMessage());
        assertTrue(screen.err().contains("✓ Say hello 2"), screen.err());
        assertTrue(screen.err().contains("✗ Fail"), screen.err());
    }

    @Test
    void an_error_of_the_compiler_names_step_and_line_too() {
        Runbook runbook = Runbook.of("page.md", "# One\n\n```groovy\nprintln 1\nnew Nowhere()\n```\n");
        ScriptException thrown = assertThrows(ScriptException.class, () -> runbook.run(interpreter, List.of()));
        assertEquals("One", thrown.step().orElseThrow());
        assertEquals(5, thrown.line().getAsInt());
        assertEquals("", screen.out());
    }

    @Test
    void a_page_without_groovy_is_refused() {
        RunbookException refused = assertThrows(RunbookException.class, () -> Runbook.of("page.md", "# Nothing\n"));
        assertTrue(refused.getMessage().contains("```groovy"), refused.getMessage());
    }

    @Test
    void a_step_that_is_no_groovy_is_found_before_the_first_one_runs() {
        Runbook runbook = Runbook.of("page.md", PAGE);
        RunbookException refused = assertThrows(
                RunbookException.class,
                () -> runbook.check(text -> text.contains("after")
                        ? new Completeness.Invalid("Unexpected input", 1, 4)
                        : new Completeness.Complete()));
        assertEquals("page.md:35:4: step “Never”: Unexpected input", refused.getMessage());
    }
}
