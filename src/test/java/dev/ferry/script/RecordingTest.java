package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final String SHOP = "5f1e2d3c4b5a69788796a5b4";
    private static final String OTHER = "0a1b2c3d4e5f60718293a4b5";

    /** Runs the lines as a prompt would and records them. */
    private static Recording.Script recorded(String... lines) {
        Interpreter interpreter = new Interpreter(Session.builder().build());
        List<Recording.Line> ran = new ArrayList<>();
        for (String line : lines) {
            Object value = interpreter.evaluate(Source.line(line));
            ran.add(new Recording.Line(line, value == null ? "" : "_"));
        }
        return Recording.of(
                ran, List.of("A test."), id -> id.equals(SHOP) ? Optional.of("Shop Production") : Optional.empty());
    }

    private static String body(Recording.Script script) {
        return script.text().replaceFirst("(?s)\\A#!.*?\n\n", "");
    }

    private static Object run(Recording.Script script, String... args) {
        return new Interpreter(Session.builder().build())
                .run(new Source("saved.groovy", script.text(), 1), List.of(args));
    }

    @Test
    void lines_are_written_as_they_ran_under_a_comment() {
        Recording.Script script = recorded("x = 1", "y = x + 1");
        assertEquals("#!/usr/bin/env -S ferry run\n// A test.\n\nx = 1\ny = x + 1\n", script.text());
        assertEquals(2, run(script));
    }

    @Test
    void a_result_that_is_used_gets_a_name() {
        Recording.Script script =
                recorded("'a'", "b = 'b'", "_ + _2", "\"$_ and ${_1.size()}\"", "[1].collect { _ -> _ }");
        assertEquals("""
                def result2 = 'a'
                b = 'b'
                def result1 = b
                def result3 = result1 + result2
                "$result3 and ${result3.size()}"
                [1].collect { _ -> _ }
                """, body(script));
        assertEquals(List.of(1), run(script));
    }

    @Test
    void what_was_declared_twice_is_declared_once() {
        Recording.Script script = recorded(
                "def x = 1",
                "String x = 'two'",
                "def twice(n) { n }",
                "def twice(n) { n * 2 }",
                "class Box { int n }",
                "twice(x.size())");
        assertEquals(
                "def x = 1\nx = 'two'\ndef twice(n) { n * 2 }\nclass Box { int n }\ntwice(x.size())\n", body(script));
        assertEquals(6, run(script));
    }

    @Test
    void a_method_sees_the_variables_it_saw_at_the_prompt() {
        Recording.Script script = recorded("def factor = 3", "def times(n) { n * factor }", "times(5)");
        assertEquals(15, run(script));
    }

    @Test
    void imports_come_first_and_once() {
        Recording.Script script =
                recorded("1", "import java.time.Period", "import java.time.Period", "Period.ofDays(1).days");
        assertEquals("import java.time.Period\n\n1\nPeriod.ofDays(1).days\n", body(script));
    }

    @Test
    void ids_become_options_that_the_script_can_be_run_with() {
        Recording.Script script = recorded(
                "def path(id) { \"/groups/$id\" }",
                "['" + SHOP + "': 1]",
                "path('" + SHOP + "') + path(\"" + SHOP + "\") + path('" + OTHER + "')");
        assertEquals(List.of("--shop-production-id", "--id1"), script.options());
        assertTrue(script.text().contains("description = 'Shop Production'"), script.text());
        assertTrue(
                script.text().contains("path(shopProductionId) + path(shopProductionId) + path(id1)"), script.text());
        assertEquals(
                "/groups/" + SHOP + "/groups/" + SHOP + "/groups/" + OTHER,
                run(script).toString());
        assertEquals(
                "/groups/x/groups/x/groups/" + OTHER,
                run(script, "--shop-production-id", "x").toString());
    }

    @Test
    void texts_of_many_lines_stay_whole_and_secrets_do_not() {
        Redactor.learn("horse-battery-staple");
        Recording.Script script = recorded("text = '''one\ntwo'''", "key = 'horse-battery-staple'");
        assertTrue(script.text().contains("text = '''one\ntwo'''\n"), script.text());
        assertFalse(script.text().contains("horse"), script.text());
        assertTrue(script.hidden());
    }
}
