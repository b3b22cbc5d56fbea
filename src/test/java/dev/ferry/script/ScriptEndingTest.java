package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.guard.RefusedException;
import dev.ferry.script.ScriptException.Kind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptEndingTest {

    private final Screen screen = new Screen();
    private final Interpreter interpreter =
            new Interpreter(Session.builder().streams(screen.streams()).build());

    private ScriptException ending(String text, int firstLine) {
        return assertThrows(
                ScriptException.class,
                () -> interpreter.run(new Source("dir/move.groovy", text, firstLine), List.of()));
    }

    @Test
    void a_failing_script_stops_there_and_says_line_text_and_cause() {
        ScriptException thrown = ending("println 'one'\nthrow new IOException('disk gone')\nprintln 'two'", 1);
        assertEquals(Kind.FAILED, thrown.kind());
        assertEquals(2, thrown.line().getAsInt());
        assertEquals(
                "dir/move.groovy:2: IOException: disk gone" + System.lineSeparator()
                        + "    throw new IOException('disk gone')",
                thrown.getMessage());
        assertEquals("one\n", screen.out());
    }

    @Test
    void the_line_is_that_of_the_innermost_place_in_the_script() {
        ScriptException thrown = ending("def f(x) {\n  x.nothing()\n}\n[1].each {\n  f(it)\n}", 1);
        assertEquals(2, thrown.line().getAsInt());
        assertTrue(thrown.getMessage().contains("nothing()"), thrown.getMessage());
    }

    @Test
    void a_text_that_starts_further_down_a_page_counts_its_lines_from_there() {
        assertEquals(41, ending("1\nfail 'no'", 40).line().getAsInt());
        ScriptException broken = ending("1\ndef = 3", 40);
        assertEquals(Kind.DOES_NOT_COMPILE, broken.kind());
        assertEquals(41, broken.line().getAsInt());
        assertEquals("def = 3", broken.place().text());
    }

    @Test
    void a_compile_error_has_line_and_column_and_nothing_is_run() {
        ScriptException thrown = ending("println 'ran'\nx = 1 +\n", 1);
        assertEquals(Kind.DOES_NOT_COMPILE, thrown.kind());
        assertTrue(thrown.getMessage().startsWith("dir/move.groovy:"), thrown.getMessage());
        assertTrue(thrown.place().column() > 0);
        assertFalse(thrown.getMessage().contains("@ line"), thrown.getMessage());
        assertEquals("", screen.out());
    }

    @Test
    void an_unknown_class_is_found_before_anything_runs() {
        ScriptException thrown = ending("println 'ran'\nnew Nowhere()\n", 1);
        assertEquals(Kind.DOES_NOT_COMPILE, thrown.kind());
        assertEquals(2, thrown.line().getAsInt());
        assertEquals("", screen.out());
    }

    @Test
    void a_failed_step_is_named_by_the_innermost_name() {
        ScriptException thrown = ending("step('outer') {\n step('inner') {\n  fail 'no disk'\n }\n}", 1);
        assertEquals("inner", thrown.step().orElseThrow());
        assertInstanceOf(ScriptFailure.class, thrown.getCause());
        assertTrue(thrown.getMessage().startsWith("dir/move.groovy:3: step “inner”: no disk"), thrown.getMessage());
        assertTrue(screen.err().startsWith("▸ outer\n▸ inner\n✗ inner"), screen.err());
    }

    @Test
    void a_failure_that_the_script_caught_belongs_to_no_step() {
        ScriptException thrown = ending("try { step('tried') { fail 'x' } } catch (e) { }\nfail 'later'", 1);
        assertTrue(thrown.step().isEmpty());
    }

    @Test
    void a_step_returns_its_value_and_goes_to_standard_error() {
        assertEquals(3, interpreter.run(new Source("s", "step('sum') { 1 + 2 }", 1), List.of()));
        assertEquals("", screen.out());
        assertTrue(screen.err().startsWith("▸ sum\n✓ sum"), screen.err());
    }

    @Test
    void endless_recursion_is_an_error_with_a_line() {
        ScriptException thrown = ending("def f() {\n  f()\n}\nf()", 1);
        assertEquals(2, thrown.line().getAsInt());
    }

    @Test
    void an_assertion_that_does_not_hold_is_an_error_with_a_line() {
        ScriptException thrown = ending("def x = 3\nassert x == 4", 1);
        assertEquals(2, thrown.line().getAsInt());
    }

    @Test
    void nobody_to_ask_is_refused_and_names_the_option() {
        ScriptException thrown = ending("confirm 'Create the cluster?'", 1);
        assertInstanceOf(RefusedException.class, thrown.getCause());
        assertTrue(thrown.getMessage().contains("--yes"), thrown.getMessage());
        assertTrue(ending("confirm('Cut over?', 'orders')", 1).getMessage().contains("--confirm=orders"));
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(
            strings = {
                "started(); while (true) { }",
                "started(); for (;;) { def x = 1 }",
                "def f() { f2() }\ndef f2() { 1 }\nstarted(); while (true) { f() }",
                "started(); sleep 1_000_000",
                "started(); [1].each { while (true) { sleep 100_000 } }",
                "started(); await('x') { false }",
                "started(); while (true) { try { sleep 1000 } finally { } }",
            })
    void an_interrupt_ends_it_wherever_it_is(String text) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        interpreter.setVariable("started", new groovy.lang.Closure<Void>(this) {
            @SuppressWarnings("unused")
            public void doCall() {
                running.countDown();
            }
        });
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread evaluating = new Thread(() -> {
            try {
                interpreter.run(new Source("loop", text, 1), List.of());
            } catch (Throwable e) {
                ended.set(e);
            }
        });
        evaluating.start();
        running.await();
        evaluating.interrupt();
        evaluating.join();
        ScriptException thrown = assertInstanceOf(ScriptException.class, ended.get());
        assertEquals(Kind.INTERRUPTED, thrown.kind(), thrown::getMessage);
    }
}
