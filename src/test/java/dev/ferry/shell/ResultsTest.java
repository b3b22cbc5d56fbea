package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Listing;
import dev.ferry.api.Page;
import dev.ferry.script.Interpreter;
import dev.ferry.script.ScriptException;
import dev.ferry.script.Session;
import dev.ferry.script.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final String PROMPT = RunningShell.PROMPT;

    /** How often a page of {@link #listing} was fetched. */
    public static final AtomicInteger PAGES = new AtomicInteger();

    @TempDir
    Path state;

    private final Interpreter interpreter = new Interpreter(Session.builder().build());

    private Object typed(String line) {
        return interpreter.evaluate(Source.line(line));
    }

    /** A list of two pages, of which the first is there already. */
    public static Listing<String> listing() {
        return Listing.paged(
                number -> {
                    PAGES.incrementAndGet();
                    return new Page<>(List.of("page " + number), 2, number == 1 ? 2 : null);
                },
                1,
                new Page<>(List.of("page 1"), 2, 2));
    }

    @Test
    void results_are_counted_back_from_the_last_one() {
        typed("'a'");
        typed("'b'");
        typed("'c'");
        assertEquals("c", interpreter.variable("_"));
        assertEquals("c", interpreter.variable("_1"));
        assertEquals("cba", typed("_1 + _2 + _3"));
        assertEquals("cba", interpreter.variable("_"));
        assertEquals("a", interpreter.variable("_4"));
    }

    @Test
    void nothing_is_no_result_and_moves_nothing() {
        typed("'a'");
        typed("null");
        typed("if (false) { 1 }");
        assertEquals("a", interpreter.variable("_"));
        assertFalse(interpreter.variableNames().contains("_2"));
    }

    @Test
    void twenty_are_kept_and_a_huge_one_only_until_the_next() {
        typed("(1..100_001).toList()");
        assertEquals(100_001, typed("_.size()"));
        assertFalse(interpreter.variableNames().contains("_2"));
        for (int i = 1; i <= 30; i++) {
            typed("" + i);
        }
        assertEquals(11, interpreter.variable("_20"));
        assertFalse(interpreter.variableNames().contains("_21"));
    }

    @Test
    void their_types_move_with_them() {
        typed("['a', 'b']");
        typed("1");
        assertTrue(interpreter.scope().variables().get("_2").matches(".*List<.*String>"));
        assertTrue(interpreter.scope().variables().get("_").matches("(java.lang.)?[Ii]nt(eger)?"));
    }

    @Test
    void a_result_cannot_be_assigned() {
        for (String line : List.of("_ = 1", "def _2 = 1", "_job1 = 3")) {
            try {
                typed(line);
            } catch (ScriptException e) {
                assertTrue(e.getMessage().contains("holds a result and cannot be assigned"), e.getMessage());
                continue;
            }
            throw new AssertionError(line);
        }
    }

    @Test
    void variables_show_what_they_hold_and_fetch_nothing_for_it() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("list = " + ResultsTest.class.getName() + ".listing(); words = ['a', 'b']; null");
            shell.screen.enter("password = 'correct horse battery'; null");
            shell.screen.enter("text = 'word ' * 100; null");
            PAGES.set(0);
            shell.screen.enter("/vars");
            String text =
                    shell.screen.await("the table", screen -> screen.contains("word word") && screen.endsWith(PROMPT));
            assertTrue(text.contains("Listing<String>"), text);
            assertTrue(text.contains("about 2, read when it is used"), text);
            assertTrue(text.contains("2 elements: 'a', 'b'"), text);
            assertFalse(text.contains("correct horse battery'\n") && !text.contains("••••"), text);
            assertEquals(0, PAGES.get());
            shell.screen.enter("/vars words");
            shell.screen.await("java.util.ArrayList");
            shell.screen.enter("/vars wrods");
            shell.screen.await("There is no variable 'wrods'. Did you mean 'words'?");
            shell.screen.enter("/vars --drop words");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/vars words");
            shell.screen.await("There is no variable 'words'.");
        }
    }

    @Test
    void the_last_result_prints_again_in_another_format() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/last");
            shell.screen.await("There is no result yet.");
            shell.screen.enter("[[name: 'shop']]");
            shell.screen.enter("'later'");
            shell.screen.enter("/last 2 json");
            shell.screen.await("\"name\": \"shop\"");
            shell.screen.enter("/last jason");
            shell.screen.await("'jason' is neither a number nor a format");
            shell.screen.enter("/last 7");
            shell.screen.await("There is no result _7");
        }
    }

    @Test
    void a_pasted_block_runs_each_statement_as_if_it_were_typed() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.paste("a = 20\nb = [1, 2]\n  .collect { it + 1 }\n// the sum\na + b.sum()\n");
            shell.screen.type("\r");
            shell.screen.await("\n20\n2\n3\n25\n" + PROMPT);
        }
    }

    @Test
    void a_pasted_block_stops_at_the_first_failure_and_says_where() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.paste("a = 20\na.nonsense()\nb = 'never'");
            shell.screen.type("\r");
            String text =
                    shell.screen.await("the prompt", screen -> screen.contains("nonsense") && screen.endsWith(PROMPT));
            assertTrue(text.contains("2 | a.nonsense()"), text);
            shell.screen.enter("/vars b");
            shell.screen.await("There is no variable 'b'");
        }
    }

    @Test
    void output_without_a_line_end_leaves_the_prompt_on_a_line_of_its_own() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("print 'no end'");
            shell.screen.await("\nno end\n" + PROMPT);
            shell.screen.enter("println 'with end'");
            shell.screen.await("\nwith end\n" + PROMPT);
        }
    }

    @Test
    void the_last_result_is_paged_on_request_in_the_wanted_format() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("'short'");
            shell.screen.enter("/last page");
            shell.screen.await("\nshort\n" + PROMPT + " /last page\nshort\n" + PROMPT);
            shell.screen.enter("(1..300).collect { [n: it] }");
            shell.screen.awaitLast("\n300\n" + PROMPT);
            shell.screen.enter("/last json page");
            shell.screen.await(
                    "the pager", text -> text.startsWith("[\n  {\n    \"n\": 1") && text.contains("q leaves"));
            shell.screen.type("q");
            shell.screen.awaitLast(PROMPT);
        }
    }
}
