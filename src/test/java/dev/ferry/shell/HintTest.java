package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.ferry.api.catalog.Risk;
import dev.ferry.profile.Profile;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.call.Signature.Facts;
import dev.ferry.script.analysis.call.Signature.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintTest {
    private static final String PROMPT = RunningShell.PROMPT;
    private static final String F2 = "\033OQ";

    @TempDir
    Path state;

    private RunningShell shell() {
        return shell(RunningShell.SANDBOX);
    }

    private RunningShell shell(Profile profile) {
        return new RunningShell(state, UnaryOperator.identity(), profile, Map.of("FERRY_HINTS", "on"));
    }

    /** A call whose parameter is the one that as many commas lead to; no call without an opening bracket. */
    private static Optional<Signature> call(String text, int cursor) {
        String before = text.substring(0, cursor);
        int open = before.indexOf('(');
        if (open < 0) {
            return Optional.empty();
        }
        boolean finished = before.endsWith(")");
        int active = finished ? -1 : (int) before.chars().filter(c -> c == ',').count();
        return Optional.of(new Signature(
                before.substring(0, open),
                List.of(
                        new Parameter("place", false, "String", "東京 or any other place", true, active > 0),
                        new Parameter("speed", true, "Integer", "in knots", false, active > 1),
                        new Parameter("a_rather_long_name_of_a_parameter", true, "", "", false, false)),
                active,
                text.contains("[")
                        ? Optional.of(
                                new Parameter("sails.main", true, "Integer", "how much of it is set", false, false))
                        : Optional.empty(),
                finished,
                "Arrival",
                "Sails.",
                Optional.of(new Facts("POST /sail", List.of("HELMSMAN", "OWNER"), Risk.CHANGES, ""))));
    }

    private static Typing typing(int columns, int rows) {
        return new Typing(new VirtualTerminal(columns, rows), HintTest::call, true);
    }

    @Test
    void the_call_at_the_cursor_stands_below_the_line_and_its_parameter_is_marked() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("atlas.clusters.get(");
            shell.screen.await(PROMPT + " atlas.clusters.get(\natlas.clusters.get(groupId, clusterName");
            shell.screen.await("\ngroupId (String, required): ");
            assertTrue(shell.screen.written().contains("1mgroupId"), "bold");
            shell.screen.type("x, ");
            shell.screen.await("\nclusterName (String, required): ");
            assertFalse(shell.screen.text().contains("groupId (String"));
            shell.screen.type("y)");
            shell.screen.await("\nChanges nothing, needs GROUP_READ_ONLY: GET /api/atlas/v2/groups/");
        }
    }

    @Test
    void a_change_is_said_before_it_is_made_and_that_it_would_be_refused() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("atlas.clusters.delete(x, y)");
            shell.screen.await("\nChanges what cannot be undone, needs GROUP_");
        }
        try (RunningShell shell = shell(new Profile("acme", "PROD", true, null, null))) {
            shell.screen.awaitLast("read-only>");
            shell.screen.type("atlas.clusters.delete(x, y)");
            shell.screen.await("\nWould be refused, this session is read-only: changes what cannot");
        }
    }

    @Test
    void nothing_of_it_is_left_after_enter_or_ctrl_c() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("'harbour'.substring(4)");
            shell.screen.await("\nsubstring(");
            shell.screen.enter("");
            shell.screen.awaitLast(PROMPT + " 'harbour'.substring(4)\nour\n" + PROMPT);
            shell.screen.type("'harbour'.substring(5");
            shell.screen.await("\nsubstring(");
            shell.screen.type("\003");
            shell.screen.awaitLast(
                    PROMPT + " 'harbour'.substring(4)\nour\n" + PROMPT + " 'harbour'.substring(5\n" + PROMPT);
        }
    }

    @Test
    void a_command_shows_its_arguments_and_what_it_does() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("/set ");
            shell.screen.await(PROMPT + " /set\n/set [name [value]]\nShows or changes a setting");
        }
    }

    @Test
    void the_menu_takes_its_place_and_gives_it_back() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("table(atlas.");
            shell.screen.await("\ntable(");
            shell.screen.type("\t");
            String menu = shell.screen.await("property");
            assertFalse(menu.contains("\ntable("), menu);
            shell.screen.type("\033");
            assertFalse(shell.screen.await("\ntable(").contains("property"));
        }
    }

    @Test
    void a_search_of_the_history_takes_its_place() {
        try (Typing typing = typing(80, 20)) {
            typing.enter("sail(home)");
            typing.screen.type("row(");
            typing.screen.await("\nrow(place");
            typing.screen.type("\022ho");
            String search = typing.screen.await("bck-i-search: ho");
            assertFalse(search.contains("place"), search);
            typing.screen.type("\033[C");
            typing.screen.await("sail(home)\n");
            typing.screen.await("\nsail(place");
        }
    }

    @Test
    void a_notice_is_written_above_and_the_line_with_its_hint_below_it() {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("sail(");
            typing.screen.await("\nsail(place");
            typing.input.writeAbove("ferry: the wind has turned", () -> fail("a line is being typed"));
            typing.screen.await("ferry: the wind has turned\n" + PROMPT + " sail(\nsail(place, speed:");
        }
    }

    @Test
    void lines_that_go_on_push_it_down() {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("fleet.each {\rsail(");
            typing.screen.await(" > sail(\nfleet.each {\nsail(place");
            typing.enter("home)");
            typing.screen.type("x");
            typing.screen.await(" > sail(home)\n" + PROMPT + " x");
        }
    }

    @Test
    void at_the_bottom_of_the_screen_typing_moves_nothing() {
        try (Typing typing = typing(60, 12)) {
            for (int i = 0; i < 12; i++) {
                typing.enter("line " + i);
            }
            typing.screen.type("sai");
            String before = typing.screen.awaitLast(PROMPT + " sai");
            typing.screen.type("l(");
            String hinted = typing.screen.await("\nsail(place");
            assertEquals(before, hinted.substring(0, before.length()));
            typing.enter("x)");
            typing.screen.awaitLast("line 11\n" + PROMPT + " sail(x)\n" + PROMPT);
        }
    }

    @ParameterizedTest
    @CsvSource({"21", "40", "80"})
    void no_line_of_it_is_wider_than_the_screen(int columns) {
        try (Typing typing = typing(columns, 20)) {
            typing.screen.type("sail(x, ");
            String text = typing.screen.await("speed (Int");
            String[] lines = text.split("\n", -1);
            String form = lines[lines.length - 2];
            assertTrue(form.startsWith("sail("), text);
            assertTrue(form.contains("speed:"), text);
            typing.screen.type("\025row(");
            typing.screen.await("\nrow(");
            typing.screen
                    .await("place (String, requ")
                    .lines()
                    .forEach(line -> assertTrue(width(line) <= columns, line));
        }
    }

    private static int width(String line) {
        return line.codePoints().map(WCWidth::wcwidth).sum();
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "80, 4", "80, 3", "80, 2"})
    void a_terminal_without_room_shows_the_line_alone(int columns, int rows) {
        try (Typing typing = typing(columns, rows)) {
            typing.screen.type("sail(1)");
            typing.screen.await("sail(1)");
            typing.screen.type("2");
            typing.screen.await("(1)2");
            assertEquals("sail(1)2", typed(typing));
            assertFalse(typing.screen.written().contains("place"));
        }
    }

    private static String typed(Typing typing) {
        typing.screen.type("\r");
        return typing.entered();
    }

    @Test
    void a_resized_terminal_shows_it_cut_anew_and_no_rest_of_the_old() {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("sail(x, ");
            typing.screen.await("a_rather_long_name_of_a_parameter:) → Arrival");
            typing.screen.resize(44, 20);
            String narrow = typing.screen.await("\nsail(place, speed:, …)\n");
            assertFalse(narrow.contains("a_rather"), narrow);
            typing.screen.resize(80, 20);
            typing.screen.await("a_rather_long_name_of_a_parameter:) → Arrival");
            typing.screen.resize(80, 4);
            typing.screen.await("no hint", text -> !text.contains("place"));
            typing.screen.resize(80, 20);
            typing.screen.await("a_rather_long_name_of_a_parameter:) → Arrival");
            assertEquals("sail(x,", typed(typing).strip());
        }
    }

    @Test
    void without_colour_the_parameter_is_marked_by_brackets() {
        try (Typing typing = new Typing(new VirtualTerminal(80, 20), HintTest::call, false)) {
            typing.screen.type("sail(x, ");
            typing.screen.await("\nsail(place, [speed:], a_rather_long");
        }
    }

    @Test
    void inside_a_map_the_field_at_the_cursor_is_explained() {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("sail(x, [");
            typing.screen.await("\nsails.main (Integer, optional): how much of it is set");
        }
    }

    @Test
    void a_terminal_that_cannot_move_its_cursor_gets_none() {
        try (Typing typing = new Typing(new VirtualTerminal("dumb", 80, 20), HintTest::call, true)) {
            typing.screen.type("sail(x)\r");
            assertEquals("sail(x)", typing.entered());
            typing.screen.type("row(y)\r");
            assertEquals("row(y)", typing.entered());
            assertFalse(typing.screen.written().contains("place"));
        }
    }

    @Test
    void one_key_and_one_setting_turn_it_off_and_on() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("/set ");
            shell.screen.await("\n/set [name");
            shell.screen.type(F2);
            shell.screen.awaitLast(PROMPT + " /set");
            shell.screen.type(F2);
            shell.screen.await("\n/set [name");
            shell.screen.enter("hints off");
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("/set");
            shell.screen.awaitLast(PROMPT + " /set");
            shell.screen.type(" hints on\r/set ");
            shell.screen.await("\n/set [name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033OP", "\033h"})
    void a_key_asks_for_help_on_the_call_at_the_cursor_and_loses_nothing(String key) {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("ship.sail(x");
            typing.screen.await("\nship.sail(place");
            typing.screen.type(key);
            assertEquals("/help ship.sail", typing.entered());
            typing.screen.await(PROMPT + " /help ship.sail\n" + PROMPT + " ship.sail(x\nship.sail(place");
            typing.screen.type(")\r");
            assertEquals("ship.sail(x)", typing.entered());
            typing.screen.type(key);
            assertEquals("/help", typing.entered());
            typing.screen.type("atlas.orgs." + key);
            assertEquals("/help atlas.orgs", typing.entered());
            typing.screen.type("\025/say " + key);
            assertEquals("/help /say", typing.entered());
        }
    }

    @Test
    void the_same_hint_is_not_drawn_twice() {
        try (Typing typing = typing(80, 20)) {
            typing.screen.type("sail(");
            typing.screen.await("\nplace (String, required): 東京 or any other place");
            typing.screen.type("z");
            typing.screen.await("sail(z");
            int before = typing.screen.written().length();
            typing.screen.type("abc");
            typing.screen.await("sail(zabc");
            typing.screen.type(", ");
            typing.screen.await("speed (Integer, optional)");
            String since = typing.screen.written().substring(before);
            assertEquals("abc", since.substring(0, 3));
            assertFalse(since.contains("sail"), AttributedString.stripAnsi(since));
        }
    }
}
