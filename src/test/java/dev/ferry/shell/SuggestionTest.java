package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.analysis.complete.Candidate;
import dev.ferry.script.analysis.complete.Completions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
    private static final String PROMPT = Typing.PROMPT;

    /** A session in which these lines have been entered. */
    private static Typing after(String... lines) {
        return after(new VirtualTerminal(80, 20), true, lines);
    }

    private static Typing after(VirtualTerminal screen, boolean coloured, String... lines) {
        Typing typing = new Typing(screen, (text, cursor) -> Optional.empty(), coloured);
        for (String line : lines) {
            screen.enter(line);
            typing.entered();
        }
        screen.awaitLast(PROMPT);
        return typing;
    }

    @Test
    void the_newest_line_that_begins_so_is_shown_faint_and_enter_runs_what_was_typed_alone() {
        try (Typing typing = after("ship.sail('home')", "ship.sail('out')", "shop")) {
            typing.screen.type("ship");
            typing.screen.awaitLast(PROMPT + " ship.sail('out')");
            assertTrue(typing.screen.written().contains("\033[2mip.sail('out')"), "faint");
            typing.screen.type("\r");
            assertEquals("ship", typing.entered());
            typing.screen.awaitLast(PROMPT + " ship\n" + PROMPT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[C", "\033OC", "\006", "\005", "\033OF"})
    void right_and_end_take_it(String key) {
        try (Typing typing = after("ship.sail('home')")) {
            typing.screen.type("sh");
            typing.screen.awaitLast(PROMPT + " ship.sail('home')");
            typing.screen.type(key + "\r");
            assertEquals("ship.sail('home')", typing.entered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033f", "\033[1;5C"})
    void a_word_of_it_can_be_taken(String key) {
        try (Typing typing = after("ship.sail('home')")) {
            typing.screen.type("sh" + key + key + "\r");
            assertEquals("ship.sail", typing.entered());
        }
    }

    @Test
    void the_keys_do_what_they_always_do_where_there_is_none() {
        try (Typing typing = after("ship.sail('home')")) {
            typing.screen.type("xyz\001\033[C\005!\001\033fp\r");
            assertEquals("xyz!p", typing.entered());
        }
    }

    @Test
    void neither_a_line_that_is_not_kept_nor_one_letter_is_continued() {
        try (Typing typing = after(" ship.sail('in secret')", "ship.sail('home')")) {
            typing.screen.type(" sh");
            typing.screen.type("\005\r");
            assertEquals(" sh", typing.entered());
            typing.screen.type("s\005\r");
            assertEquals("s", typing.entered());
        }
    }

    @Test
    void it_is_not_shown_where_it_would_look_like_what_was_typed() {
        try (Typing typing = after(new VirtualTerminal(80, 20), false, "ship.sail('home')")) {
            typing.screen.type("ship\005\r");
            assertEquals("ship", typing.entered());
        }
        try (Typing typing = after(new VirtualTerminal("vt100", 80, 20), true, "ship.sail('home')")) {
            typing.screen.type("ship\005\r");
            assertEquals("ship", typing.entered());
        }
    }

    @Test
    void it_is_cut_to_the_line_and_taken_whole() {
        try (Typing typing = after(new VirtualTerminal(40, 20), true, "ship.sail('far away from home')")) {
            typing.screen.type("ship");
            typing.screen.awaitLast(PROMPT + " ship.sail('far…");
            typing.screen.type("\005\r");
            assertEquals("ship.sail('far away from home')", typing.entered());
        }
    }

    @Test
    void of_a_text_of_many_lines_the_first_is_shown() {
        try (Typing typing = after("fleet.each {\rsail() }")) {
            typing.screen.type("fl");
            typing.screen.awaitLast(PROMPT + " fleet.each { …");
            typing.screen.type("\005\r");
            assertEquals("fleet.each {\nsail() }", typing.entered());
        }
    }

    @Test
    void in_the_middle_of_a_line_there_is_none() {
        try (Typing typing = after("ship.sail('home')")) {
            typing.screen.type("ship");
            typing.screen.awaitLast(PROMPT + " ship.sail('home')");
            typing.screen.type("\033[D");
            typing.screen.awaitLast(PROMPT + " ship");
            typing.screen.type("\005\005\r");
            assertEquals("ship.sail('home')", typing.entered());
        }
    }

    @Test
    void tab_completes_what_was_typed() {
        Completions names =
                new Completions(0, 2, List.of(new Candidate("ships", "ships", Candidate.Kind.VARIABLE, "List<Ship>")));
        try (Typing typing = new Typing(
                new VirtualTerminal(80, 20),
                (text, cursor) -> Optional.empty(),
                (text, cursor) -> Optional.of(names),
                true)) {
            typing.enter("ship.sail('home')");
            typing.screen.type("sh");
            typing.screen.awaitLast(PROMPT + " ship.sail('home')");
            typing.screen.type("\t");
            typing.screen.awaitLast(PROMPT + " ships");
            typing.screen.type("\r");
            assertEquals("ships", typing.entered());
        }
    }

    @Test
    void it_is_turned_off_with_the_hints() {
        try (Typing typing = after("ship.sail('home')")) {
            typing.hintsOn.set(false);
            typing.screen.type("ship\005\r");
            assertEquals("ship", typing.entered());
            assertFalse(typing.screen.written().contains("\033[2m"));
        }
    }
}
