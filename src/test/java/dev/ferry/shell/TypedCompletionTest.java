package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.CompletionTableTest;
import dev.ferry.script.analysis.type.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines of the engine's table, typed: what stands on the screen after Tab. */
class TypedCompletionTest {
    /** Every so manieth line is typed: a terminal for each takes its time. */
    private static final int STEP = 5;

    private static final Analysis ANALYSIS =
            new Analysis(FerryScript.class, TypedCompletionTest.class.getClassLoader());

    private static List<String> table() throws IOException {
        try (InputStream table =
                TypedCompletionTest.class.getResourceAsStream("/dev/ferry/script/analysis/completions.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    // What a terminal does with a line end belongs to another test.
                    .filter(line -> line.contains("▮") && !line.startsWith("#") && !line.contains("⏎"))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> the_first_offers_are_on_the_screen_after_tab() throws IOException {
        List<String> table = table();
        assertTrue(table.size() > 50, "the table is there");
        return IntStream.range(0, table.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(table::get)
                .map(line -> DynamicTest.dynamicTest(line, () -> type(line)));
    }

    private static void type(String row) {
        // The rows with this sign know the variables, methods and classes of a session.
        boolean session = row.startsWith("§ ");
        String line = session ? row.substring(2) : row;
        Scope scope = session ? CompletionTableTest.SESSION : Scope.EMPTY;
        int bar = line.lastIndexOf(" | ");
        String typed = line.substring(0, bar);
        List<String> expected = Arrays.stream(line.substring(bar + 3).strip().split(" +"))
                .filter(word -> !word.startsWith("-"))
                .toList();
        String before = typed.substring(0, typed.indexOf('▮'));
        String behind = typed.substring(typed.indexOf('▮') + 1);
        try (Typing typing = new Typing(
                new VirtualTerminal(200, 50),
                (text, cursor) -> Optional.empty(),
                (text, cursor) -> Optional.of(ANALYSIS.complete(text, cursor, scope)),
                true)) {
            typing.screen.type(before + behind + "\033[D".repeat(behind.length()) + "\t");
            if (expected.isEmpty()) {
                // Nothing changes; the next key shows that Tab has had its turn.
                typing.screen.type("\033[F!");
                typing.screen.await(typed.replace("▮", "") + "!");
                return;
            }
            for (String name : expected) {
                // Of hundreds the list shows what fits, group by group.
                typing.screen.await(name, text -> text.contains(name) || text.contains("more: type on"));
            }
            assertEquals(List.of(), absent(line, bar, typing.screen.text(), before), typing.screen.text());
        }
    }

    /** Names that must not be offered, but stand in the list. */
    private static List<String> absent(String line, int bar, String screen, String before) {
        String list = screen.substring(screen.indexOf(Typing.PROMPT)).replaceFirst("[^\n]*", "");
        return Arrays.stream(line.substring(bar + 3).strip().split(" +"))
                .filter(word -> word.startsWith("-"))
                .map(word -> word.substring(1))
                .filter(word -> list.lines().anyMatch(each -> each.matches("(.* {3})?" + word + "[ (:].*")))
                .toList();
    }
}
