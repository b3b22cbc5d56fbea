package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagerTest {
    private static final String HOSTS =
            "java.util.stream.Stream.iterate(1, n -> n + 1).map { [name: 'host-' + it, n: it] }";
    private static final String BOTTOM = "q leaves, / searches, h helps";

    @TempDir
    private Path state;

    @Test
    void a_listing_without_an_end_opens_at_once_and_can_be_searched_and_left() {
        try (var shell = new RunningShell(state)) {
            open(shell);
            assertTrue(shell.screen.await("host-38").startsWith("name"), shell.screen.text());
            shell.screen.type(" ");
            shell.screen.await("host-50");
            shell.screen.type("/host-5000\r");
            shell.screen.await("the match on top", text -> text.startsWith("host-5000"));
            shell.screen.resize(60, 20);
            shell.screen.await(
                    "the new height",
                    text -> text.startsWith("host-5000") && text.contains("host-5018") && !text.contains("host-5020"));
            shell.screen.type("g");
            shell.screen.await("the top", text -> text.startsWith("name"));
            shell.screen.type("q");
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    @Test
    void ctrl_c_leaves_it_and_nothing_else() {
        try (var shell = new RunningShell(state)) {
            open(shell);
            shell.screen.type("\003");
            shell.screen.awaitLast(RunningShell.PROMPT);
            assertFalse(shell.screen.written().contains("Stopping"));
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    @Test
    void what_fits_is_printed() {
        try (var shell = new RunningShell(state)) {
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter("page([[name: 'a'], [name: 'b']])");
            shell.screen.await("\nname\na\nb\n" + RunningShell.PROMPT);
        }
    }

    @Test
    void nothing_is_paged_unless_it_was_asked_for() {
        try (var shell = new RunningShell(state)) {
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter("(1..100).collect { 'line' + it }");
            shell.screen.await("line100\n" + RunningShell.PROMPT);
            shell.screen.enter("/set pager on");
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter("(1..100).collect { 'line' + it }");
            shell.screen.await(BOTTOM);
            shell.screen.await("the top", text -> text.startsWith("line1\n"));
            shell.screen.type("q");
            shell.screen.awaitLast(RunningShell.PROMPT);
        }
    }

    @Test
    void what_fails_on_the_way_is_told_at_the_prompt() {
        try (var shell = new RunningShell(state)) {
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter(
                    "page((1..20000).stream().map { if (it > 19000) throw new Exception('gone'); [n: it] })");
            shell.screen.await(BOTTOM);
            shell.screen.type("G");
            shell.screen.await("19000");
            shell.screen.type("q");
            shell.screen.await("gone");
            shell.screen.awaitLast(RunningShell.PROMPT);
        }
    }

    @Test
    void the_pager_of_the_users_own_gets_it_instead() throws Exception {
        Path seen = state.resolve("seen");
        var own = Map.of("PAGER", "head -3 > " + seen);
        try (var shell = new RunningShell(state, UnaryOperator.identity(), RunningShell.SANDBOX, own)) {
            shell.screen.awaitLast(RunningShell.PROMPT);
            shell.screen.enter("page(" + HOSTS + ")");
            shell.screen.await("back", text -> Files.exists(seen) && text.endsWith(RunningShell.PROMPT));
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
        assertEquals(3, Files.readAllLines(seen).size());
        assertTrue(Files.readString(seen).contains("name"), Files.readString(seen));
    }

    private static void open(RunningShell shell) {
        shell.screen.awaitLast(RunningShell.PROMPT);
        shell.screen.enter("page(" + HOSTS + ")");
        shell.screen.await(BOTTOM);
    }
}
