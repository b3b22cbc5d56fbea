package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ferry.script.analysis.text.Part;
import dev.ferry.script.analysis.text.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static List<String> texts(String text) {
        return Statements.of(text).stream().map(Part::text).toList();
    }

    @Test
    void each_statement_on_a_line_of_its_own_is_a_part() {
        assertEquals(List.of("a = 1", "b = 2; c = 3", "a + b"), texts("a = 1\nb = 2; c = 3\na + b"));
    }

    @Test
    void what_goes_over_several_lines_stays_together() {
        assertEquals(
                List.of(
                        "x = [1, 2]\n  .collect { it }\n  .size()",
                        "if (x) {\n  1\n}\nelse {\n  2\n}",
                        "y = '''a\nb'''"),
                texts("x = [1, 2]\n  .collect { it }\n  .size()\nif (x) {\n  1\n}\nelse {\n  2\n}\ny = '''a\nb'''"));
    }

    @Test
    void imports_methods_classes_and_annotations_are_parts_with_the_comments_above_them() {
        List<String> parts = List.of(
                "import java.time.Duration",
                "// says how long\ndef span(x) {\n  x\n}",
                "\nclass Box {\n  int n\n}",
                "@groovy.transform.Field\nString id = 'a'",
                "span(1)\n// the end");
        assertEquals(parts, texts(String.join("\n", parts)));
    }

    @Test
    void parts_know_the_line_they_begin_on() {
        assertEquals(
                List.of(1, 2, 5),
                Statements.of("a = 1\n\n// two\nb = 2\nc = 3").stream()
                        .map(Part::line)
                        .toList());
    }

    @Test
    void what_cannot_be_read_is_one_part() {
        assertEquals(List.of("a = 1\n)\nb = 2"), texts("a = 1\n)\nb = 2"));
    }
}
