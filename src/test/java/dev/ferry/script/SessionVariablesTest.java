package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Organization;
import dev.ferry.script.analysis.type.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionVariablesTest {

    private final Interpreter interpreter = new Interpreter(Session.builder().build());

    private Object lines(String... lines) {
        Object value = null;
        for (String line : lines) {
            value = interpreter.evaluate(Source.line(line));
        }
        return value;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            def x = 20                                          | x + 1            | 21
            x = 20                                              | x + 1            | 21
            def x                                               | x                |
            int x                                               | x                | 0
            boolean x                                           | x                | false
            String x = 12                                       | x.length()       | 2
            int x = 3.9                                         | x                | 3
            final x = 5                                         | x                | 5
            var x = 6                                           | x                | 6
            def (a, b) = [1, 2]                                 | a + b            | 3
            List<String> x = ['a']                              | x.size()         | 1
            import java.util.concurrent.TimeUnit                | TimeUnit.DAYS    | DAYS
            import java.util.concurrent.TimeUnit as T           | T.DAYS           | DAYS
            import java.util.concurrent.*                       | TimeUnit.DAYS    | DAYS
            import static java.lang.Math.max                    | max(1, 7)        | 7
            import static java.lang.Math.*                      | max(1, 7)        | 7
            def twice(n) { n * 2 }                              | twice(4)         | 8
            def twice(n) { n * 2 }                              | [4].collect { twice(it) }[0] | 8
            def fac(int n) { n < 2 ? 1 : n * fac(n - 1) }       | fac(5)           | 120
            class P { int n }                                   | new P(n: 4).n    | 4
            record P(int n) {}                                  | new P(9).n()     | 9
            enum E { ONE, TWO }                                 | E.TWO            | TWO
            def c = { it + 1 }                                  | c(1)             | 2
            41 + 1                                              | _                | 42
            @groovy.transform.Field int x = 8                   | x                | 8
            """)
    void what_one_line_declares_the_next_one_knows(String first, String second, String value) {
        assertEquals(value, stringOf(lines(first, second)));
    }

    private static String stringOf(Object value) {
        return value == null ? null : value.toString();
    }

    @Test
    void a_declaration_inside_a_block_stays_in_its_block() {
        lines("if (true) { def inner = 1 }", "[1].each { def other = it }");
        assertFalse(interpreter.variableNames().contains("inner"));
        assertFalse(interpreter.variableNames().contains("other"));
    }

    @Test
    void a_class_can_be_declared_again_and_uses_the_imports_of_earlier_lines() {
        assertEquals(
                "MINUTES",
                lines(
                                "import java.util.concurrent.TimeUnit",
                                "class Wait { def unit = TimeUnit.HOURS }",
                                "class Wait { def unit = TimeUnit.MINUTES }",
                                "new Wait().unit")
                        .toString());
    }

    @Test
    void a_method_can_be_declared_again_and_sees_the_session_s_variables() {
        assertEquals(15, lines("def f() { 1 }", "def base = 5", "def f() { base * 3 }", "f()"));
    }

    @Test
    void a_line_that_does_not_compile_leaves_nothing_behind() {
        assertThrows(ScriptException.class, () -> lines("import java.util.concurrent.TimeUnit; def q = ; "));
        assertFalse(interpreter.variableNames().contains("q"));
        assertThrows(ScriptException.class, () -> lines("TimeUnit.DAYS"));
    }

    @Test
    void a_script_keeps_its_declarations_to_itself_and_leaves_its_undeclared_variables() {
        interpreter.run(new Source("a.groovy", "def mine = 1\nours = 2\ndef m() { 3 }\nm()", 1), List.of());
        assertEquals(2, interpreter.variable("ours"));
        assertNull(interpreter.variable("mine"));
        assertThrows(ScriptException.class, () -> lines("m()"));
    }

    @Test
    void the_names_ferry_gives_cannot_be_taken() {
        ScriptException thrown = assertThrows(ScriptException.class, () -> lines("def atlas = 1"));
        assertTrue(thrown.getMessage().contains("`atlas` is Ferry's own name"), thrown.getMessage());
    }

    @Test
    void the_scope_knows_imports_declarations_and_the_types_of_variables() {
        lines(
                "import java.util.concurrent.TimeUnit",
                "def text = 'a'",
                "numbers = [1, 2]",
                "def twice(int n) {\n  n * 2\n}; def other = 1",
                "def twice(int n) { n + n }",
                "class P { int n }");
        Scope scope = interpreter.scope();
        assertEquals(List.of("import java.util.concurrent.TimeUnit"), scope.imports());
        assertEquals(List.of("def twice(int n) { n + n }", "class P { int n }"), scope.declarations());
        assertTrue(scope.variables().keySet().containsAll(List.of("text", "numbers", "other", "_")), scope::toString);
        assertTrue(scope.variables().get("text").endsWith("String"), scope::toString);
        assertTrue(scope.variables().get("numbers").contains("List"), scope::toString);
    }

    @Test
    void a_variable_has_the_type_of_the_expression_that_made_it() {
        lines(
                "sizes = ['a', 'bb'].collect { it.size() }",
                "def byName = ['a', 'bb'].groupBy { it }",
                "def first = byName.values().first()",
                "String[] words = 'a b'.split(' ')",
                "for (i in 0..2) { total = i }",
                "['a', 'bb'].collect { it.toUpperCase() }");
        Map<String, String> types = interpreter.scope().variables();
        assertEquals("java.util.List<Integer>", types.get("sizes"));
        assertEquals("java.util.Map<String,java.util.List<String>>", types.get("byName"));
        assertEquals("java.util.List<String>", types.get("first"));
        assertEquals("String[]", types.get("words"));
        assertEquals("java.util.List<String>", types.get("_"));
    }

    @Test
    void a_value_of_another_kind_ends_what_was_known_of_the_one_before() {
        lines("x = ['a']");
        interpreter.run(new Source("a.groovy", "x = new Date(0)", 1), List.of());
        assertEquals("java.util.Date", interpreter.scope().variables().get("x"));
    }

    @Test
    void ids_and_names_that_variables_hold_are_known_without_running_anything() {
        lines(
                "id = '5f0000000000000000000001'",
                "long_one = 'x' * 200",
                "password = 'correct horse'",
                "address = 'mongodb://joe:correct-horse@host'",
                "class P { String getId() { throw new Error() } }");
        interpreter.setVariable("org", new Organization("6a1", "Acme", false, false, Map.of()));
        lines("p = new P()");
        Scope scope = interpreter.scope();
        assertEquals("5f0000000000000000000001", scope.texts().get("id"));
        assertEquals("6a1", scope.texts().get("org.id"));
        assertEquals("Acme", scope.texts().get("org.name"));
        assertFalse(scope.texts().containsKey("long_one"));
        assertFalse(scope.texts().containsKey("password"));
        assertFalse(scope.texts().containsKey("address"));
        assertFalse(scope.texts().containsKey("p.id"));
        assertFalse(scope.toString().contains("6a1"), scope::toString);
    }
}
