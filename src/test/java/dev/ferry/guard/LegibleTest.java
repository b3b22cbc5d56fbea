package dev.ferry.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names are typed as they are, and which by codes. In these texts {@code <200b>} stands for one character. */
final class LegibleTest {
    private static String text(String described) {
        StringBuilder text = new StringBuilder();
        for (String part : described.split("(?=<)|(?<=>)")) {
            text.append(
                    part.startsWith("<")
                            ? Character.toString(Integer.parseInt(part.substring(1, part.length() - 1), 16))
                            : part);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                " c1|\\u0020c1",
                "c1 |c1\\u0020",
                "a  b|a \\u0020b",
                "prod<200b>|prod\\u200b",
                "<feff>prod|\\ufeffprod",
                "pr<00ad>od|pr\\u00adod",
                "pr<2060>od|pr\\u2060od",
                "pr<3164>od|pr\\u3164od",
                "pr<fe0f>od|pr\\ufe0fod",
                "<202e>dorp|\\u202edorp",
                "<2066>x<2069>|\\u2066x\\u2069",
                "a<0a>b|a\\u000ab",
                "a<0d>b|a\\u000db",
                "a<09>b|a\\u0009b",
                "a<1b>[2J|a\\u001b[2J",
                "a<9b>2J|a\\u009b2J",
                "a<2028>b|a\\u2028b",
                "a<a0>b|a\\u00a0b",
                "a<e0041>|a\\udb40\\udc41",
                "p<0440>od|p\\u0440od",
                "<03bf>rders|\\u03bfrders",
                "<1d5c9>rod|\\ud835\\uddc9rod",
                "<ff50><ff52>|\\uff50\\uff52",
                "cafe<0301>|cafe\\u0301",
                "<0301>a|\\u0301a",
                "a\\u200b|a\\u005cu200b"
            })
    void what_cannot_be_seen_or_told_apart_is_typed_as_a_code(String name, String typed) {
        assertEquals(typed, Legible.typed(text(name)));
        assertFalse(Legible.isPlain(text(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "shop one",
                "Acme-Cloud",
                "a.b_c@d (e) #1 100%",
                "caf<e9>",
                "<41a><43b><430><441><442><435><440>",
                "<672c><756a>-prod",
                "<e01><e33><e31>",
                "yes-man",
                "no1",
                "<1f600>"
            })
    void what_can_be_read_is_typed_as_it_is(String name) {
        assertEquals(text(name), Legible.typed(text(name)));
        assertTrue(Legible.isPlain(text(name)));
    }

    @ParameterizedTest
    @CsvSource({"y,\\u0079", "Y,\\u0059", "yes,\\u0079es", "YES,\\u0059ES", "n,\\u006e", "No,\\u004eo"})
    void what_is_typed_out_of_habit_confirms_nothing(String name, String typed) {
        assertEquals(typed, Legible.typed(name));
        assertEquals(name, Legible.of(name));
    }

    @Test
    void names_that_differ_are_typed_differently() {
        List<String> names = List.of(
                "c1",
                " c1",
                "c1 ",
                "c<200b>1",
                "<441>1",
                "\\u0020c1",
                "c1\\u0020",
                "<a0>c1",
                "y",
                "\\u0079",
                "\\u005cu0079");
        Set<String> typed = new HashSet<>();
        names.forEach(name -> assertTrue(typed.add(Legible.typed(text(name))), name));
    }

    @Test
    void a_thing_is_confirmed_by_its_id_where_its_name_cannot_be_read() {
        String id = "65f0000000000000000000a1";
        assertEquals("shop", new Sight.Thing("project", "shop", id).answer());
        assertEquals(id, new Sight.Thing("project", text("shop<200b>"), id).answer());
        assertEquals(id, new Sight.Thing("project", "y", id).answer());
        assertEquals("\\u0020c1", new Sight.Thing("cluster", " c1", "").answer());
        assertEquals("shop\\u000a (" + id + ")", new Sight.Thing("project", "shop\n", id).said());
    }
}
