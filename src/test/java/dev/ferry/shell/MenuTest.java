package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.analysis.complete.Candidate;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Completions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {
    private static final String PROMPT = Typing.PROMPT;
    private static final String ESCAPE = "\033";

    private static Typing offering(VirtualTerminal screen, String remark, List<Candidate> all) {
        return new Typing(
                screen,
                (text, cursor) -> Optional.empty(),
                (text, cursor) -> Optional.of(offered(text, cursor, remark, all)),
                true);
    }

    private static Typing offering(String remark, List<Candidate> all) {
        return offering(new VirtualTerminal(80, 20), remark, all);
    }

    /** As the engine does: names by their beginning, those that are matched in another way wherever the word is in them. */
    private static Completions offered(String text, int cursor, String remark, List<Candidate> all) {
        int start = cursor;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, cursor);
        return new Completions(
                start,
                cursor,
                all.stream()
                        .filter(each -> each.matched()
                                ? each.display().contains(word)
                                : each.value().startsWith(word))
                        .toList(),
                remark);
    }

    private static Candidate name(String name) {
        return new Candidate(name, name, Kind.PROPERTY, "Ship");
    }

    /** A thing that people know by its name and the API by its id. */
    private static Candidate thing(String id, String name) {
        return new Candidate(id, name, Kind.VALUE, id, "ship", "", true);
    }

    private static List<Candidate> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> name("ship" + i)).toList();
    }

    @Test
    void of_very_many_the_best_are_shown_without_a_question() {
        try (Typing typing = offering("", names(1_300))) {
            typing.screen.type("s\t");
            String list = typing.screen.await("more: type on");
            assertTrue(list.contains("\nship0   (Ship)   ship17  (Ship)"), list);
            assertTrue(list.endsWith("\n… and 1,232 more: type on, or Tab to walk through all"), list);
            assertFalse(list.contains("?"), list);
            typing.screen.type("\t");
            typing.screen.await("lines 1 to 18 of ");
            typing.screen.type("\t\t\r");
            typing.screen.awaitLast(PROMPT + " ship2");
            typing.screen.type("\r");
            assertEquals("ship2", typing.entered());
        }
    }

    @Test
    void typing_on_shortens_the_list_and_then_tab_takes_the_last() {
        try (Typing typing = offering("", List.of(name("sail"), name("sailor"), name("salt"), name("oar")))) {
            typing.screen.type("s\t");
            typing.screen.await("salt");
            typing.screen.type("i");
            assertFalse(typing.screen
                    .await("the list without salt", text -> !text.contains("salt"))
                    .contains("oar ("));
            typing.screen.type("lo\t");
            typing.screen.awaitLast(PROMPT + " sailor");
        }
    }

    @Test
    void tab_in_a_shortened_list_walks_through_what_is_left() {
        try (Typing typing = offering("", List.of(name("sailor"), name("sailing"), name("salt")))) {
            typing.screen.type("s\t");
            typing.screen.await("salt");
            typing.screen.type("i\t");
            typing.screen.await(PROMPT + " sail\n");
            typing.screen.type("\t");
            typing.screen.await(PROMPT + " sailor\nproperty");
            typing.screen.type("\025s\tilo\t");
            typing.screen.awaitLast(PROMPT + " sailor");
        }
    }

    @Test
    void things_are_found_by_any_part_of_their_name_and_written_by_their_id() {
        List<Candidate> ships = List.of(thing("65aa01", "the pinta"), thing("65aa02", "the santa maria"));
        try (Typing typing = offering("", ships)) {
            typing.screen.type("sail(ta\t");
            typing.screen.await(PROMPT + " sail(ta\nship\nthe pinta");
            typing.screen.type("\t\t\r");
            typing.screen.awaitLast(PROMPT + " sail(65aa02");
            typing.screen.type("\025sail(pin\t");
            typing.screen.awaitLast(PROMPT + " sail(65aa01");
        }
    }

    @Test
    void two_things_of_one_name_are_two_choices() {
        try (Typing typing = offering("", List.of(thing("65aa01", "pinta"), thing("65aa02", "pinta")))) {
            typing.screen.type("pin\t");
            typing.screen.await("pinta (65aa01)   pinta (65aa02)");
        }
    }

    @Test
    void a_remark_stands_below_the_list_or_in_its_place() {
        try (Typing typing = offering("These names are 3 days old.", List.of(name("sail"), name("salt")))) {
            typing.screen.type("sa\t");
            typing.screen.awaitLast("salt (Ship)\nThese names are 3 days old.");
            typing.screen.type("\025xy\t");
            typing.screen.awaitLast(PROMPT + " xy\nThese names are 3 days old.");
            typing.screen.type("z");
            typing.screen.awaitLast(PROMPT + " xyz");
        }
    }

    @Test
    void what_is_known_of_the_chosen_one_is_shown() {
        List<Candidate> both = Stream.of("sail", "salt")
                .map(name -> new Candidate(name, name, Kind.METHOD, "", "method", "About " + name + ".", false))
                .toList();
        try (Typing typing = offering("", both)) {
            typing.screen.type("sa\t");
            assertFalse(typing.screen.await("salt").contains("About"));
            typing.screen.type("\t");
            typing.screen.awaitLast("\nAbout sail.");
            typing.screen.type("\t");
            typing.screen.awaitLast("\nAbout salt.");
        }
    }

    @Test
    void escape_brings_back_what_was_typed_and_loses_no_key() {
        try (Typing typing = offering("", List.of(name("sail"), name("salt")))) {
            typing.screen.type("sa\t");
            typing.screen.await("salt");
            typing.screen.type(ESCAPE);
            typing.screen.awaitLast(PROMPT + " sa");
            typing.screen.type("x");
            typing.screen.awaitLast(PROMPT + " sax");
            typing.screen.type("\177\t\t\t");
            typing.screen.await(PROMPT + " salt\nproperty");
            typing.screen.type(ESCAPE);
            typing.screen.awaitLast(PROMPT + " sa");
            typing.screen.type("fe\r");
            assertEquals("safe", typing.entered());
        }
    }

    @Test
    void ctrl_c_in_the_menu_drops_the_line() {
        try (Typing typing = offering("", List.of(name("sail"), name("salt")))) {
            typing.screen.type("sa\t\t\003");
            typing.screen.awaitLast(PROMPT + " sail\n" + PROMPT);
        }
    }

    @Test
    void arrows_walk_through_the_columns() {
        try (Typing typing = offering("", names(8))) {
            typing.screen.type("s\t\t");
            typing.screen.await(PROMPT + " ship0\nproperty\n");
            typing.screen.type("\033OB");
            typing.screen.await(PROMPT + " ship1\n");
            typing.screen.type("\033OC");
            typing.screen.await(PROMPT + " ship3\n");
            typing.screen.type("\033[Z");
            typing.screen.await(PROMPT + " ship2\n");
            typing.screen.type("\033OA");
            typing.screen.await(PROMPT + " ship3\n");
            typing.screen.type(".");
            typing.screen.awaitLast(PROMPT + " ship3.");
        }
    }

    @ParameterizedTest
    @CsvSource({"21, 20", "40, 5", "80, 3", "80, 2", "10, 8"})
    void a_small_terminal_shows_what_fits(int columns, int rows) {
        List<Candidate> wide = List.of(
                new Candidate("sail", "sail(of, 東京, and, many, more, things)", Kind.METHOD, "Map<String, Object>"),
                name("salt"));
        try (Typing typing = offering(new VirtualTerminal(columns, rows), "A remark that is long.", wide)) {
            typing.screen.type("sa\t\t\t\tfe\r");
            assertEquals("saltfe", typing.entered());
        }
    }

    @Test
    void a_list_of_a_hundred_thousand_names_is_there_at_once() {
        List<Candidate> ships = IntStream.range(0, 100_000)
                .mapToObj(i -> thing("65aa" + i, "ship " + i))
                .toList();
        try (Typing typing = offering("", ships)) {
            typing.screen.type("x\t\177");
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                typing.screen.type("\t");
                typing.screen.await("more: type on");
                best = Math.min(best, System.nanoTime() - start);
                typing.screen.type(ESCAPE);
                typing.screen.awaitLast(PROMPT);
            }
            System.out.printf("list of 100,000 names: %d ms%n", best / 1_000_000);
            assertTrue(best < 1_000_000_000, best + " ns");
        }
    }
}
