package dev.ferry.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final String LONG =
            "atlas.clusters.list(atlas.projects['shop'].id).findAll { it.stateNme == 'IDLE' }.collect { it.name }";

    @Test
    void carets_stand_under_the_words() {
        assertEquals(
                List.of("    atlas.orgs.lst()", "               ^^^"),
                new Frame("  atlas.orgs.lst()", 1, 14, 17).lines(80));
    }

    @Test
    void a_line_of_many_has_its_number() {
        assertEquals(
                List.of("  2 |   b.foo", "    |     ^^^"),
                Frame.at("a\n  b.foo\nc", 2, 5, 8).numbered(80));
        assertEquals(
                List.of("  112 | x", "      | ^"),
                Frame.at("\n".repeat(111) + "x", 112, 1, 1).numbered(80));
    }

    @Test
    void without_a_column_only_the_line_is_shown() {
        assertEquals(List.of("    x.y"), new Frame("x.y", 1, 0, 0).lines(80));
        assertEquals(List.of("  1 | x.y"), new Frame("x.y", 1, 0, 0).numbered(80));
    }

    @Test
    void the_end_of_the_text_is_a_place_too() {
        assertEquals(List.of("    f(1", "       ^"), new Frame("f(1", 1, 4, 4).lines(80));
    }

    @Test
    void a_long_line_is_cut_around_the_place() {
        int column = LONG.indexOf("stateNme") + 1;
        for (int width = 10; width < 120; width++) {
            List<String> shown = new Frame(LONG, 1, column, column + 8).lines(width);
            assertEquals(2, shown.size());
            for (String line : shown) {
                assertTrue(line.length() <= Math.max(12, width), width + ": " + line);
            }
            if (width >= 32) {
                int at = shown.get(1).indexOf('^');
                assertEquals("stateNme", shown.get(0).substring(at, at + 8), "at " + width);
                assertEquals(at + 8, shown.get(1).length());
            }
        }
        assertEquals(
                List.of("    …ndAll { it.stateNme == 'IDLE' }.col…", "                ^^^^^^^^"),
                new Frame(LONG, 1, column, column + 8).lines(41));
    }

    @Test
    void wide_letters_and_tabs_keep_the_carets_in_place() {
        assertEquals(
                List.of("    print '東京' + x.y", "                     ^"),
                new Frame("print '東京'\t+ x.y", 1, 16, 17).lines(80));
    }

    @Test
    void a_secret_is_not_shown_and_the_place_behind_it_stays() {
        String secret = "mdb_sa_sk_" + "abcdefghijklmnopqrstuvwxyz0123456789ABCD";
        String line = "login('" + secret + "').foo";
        int foo = line.indexOf("foo") + 1;
        List<String> shown = new Frame(line, 1, foo, foo + 3).lines(100);
        assertFalse(shown.get(0).contains("abcdefghij"), shown.get(0));
        assertEquals("foo", shown.get(0).substring(shown.get(1).indexOf('^')));
        int inside = line.indexOf("mdb_sa") + 5;
        List<String> hidden = new Frame(line, 1, inside, inside + 3).lines(100);
        assertFalse(hidden.get(0).contains("abcdefghij"), hidden.get(0));
        assertTrue(hidden.get(1).contains("^"), hidden.get(1));
    }

    @Test
    void control_letters_do_not_reach_the_terminal() {
        assertEquals(List.of("    a\uFFFD[2Jb"), new Frame("a\033[2Jb", 1, 0, 0).lines(80));
    }
}
