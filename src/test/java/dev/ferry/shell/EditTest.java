package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    /** An editor that does what the lines say, with the file in {@code $1}. */
    private RunningShell shell(String lines) throws IOException {
        Path editor = Files.writeString(state.resolve("editor"), "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        return new RunningShell(
                state, UnaryOperator.identity(), RunningShell.SANDBOX, Map.of("EDITOR", editor.toString()));
    }

    @Test
    void what_the_editor_saved_comes_to_the_prompt_and_runs_with_enter() throws IOException {
        Path seen = state.resolve("seen");
        String editor = "{ ls -l \"$1\"; ls -ld \"$(dirname \"$1\")\"; cat \"$1\"; echo \"$1\"; } > " + seen
                + "; printf 'x = 20 +\\n  22\\n' > \"$1\"; touch \"$1~\"";
        try (RunningShell shell = shell(editor)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("x = 1");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit");
            shell.screen.awaitLast(PROMPT + " x = 20 +\n                      >   22");
            shell.screen.type("\r");
            shell.screen.await("\n42\n" + PROMPT);
            String told = Files.readString(seen);
            assertTrue(told.startsWith("-rw-------"), told);
            assertTrue(told.contains("\ndrwx------"), told);
            assertTrue(told.contains("\nx = 1\n"), told);
            Path file = Path.of(told.strip().lines().reduce("", (before, line) -> line));
            assertFalse(Files.exists(file.getParent()), file::toString);
        }
    }

    @Test
    void an_editor_that_fails_or_changes_nothing_runs_nothing() throws IOException {
        try (RunningShell shell = shell("grep -q keep \"$1\" || { echo 'broken' > \"$1\"; exit 3; }")) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("x = 1");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit");
            shell.screen.await("The editor ended with code 3: nothing was taken over.");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("keep = 2");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit");
            shell.screen.await("Nothing was changed: nothing runs.");
            shell.screen.awaitLast(PROMPT);
        }
    }

    @Test
    void an_editor_that_is_not_there_is_a_sentence() {
        try (RunningShell shell = new RunningShell(
                state, UnaryOperator.identity(), RunningShell.SANDBOX, Map.of("EDITOR", "/nowhere/ed -w"))) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit");
            shell.screen.await("There is no editor '/nowhere/ed -w' here: say in $EDITOR which one to take.");
        }
    }

    @Test
    void a_line_by_its_number_a_method_by_its_name_and_a_file_can_be_edited() throws IOException {
        Path file = Files.writeString(state.resolve("mine.groovy"), "1\n");
        try (RunningShell shell = shell("sed -i s/1/2/ \"$1\"")) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("'line 1'");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("def plus(x) { x + 1 }");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit 1");
            shell.screen.awaitLast(PROMPT + " 'line 2'");
            shell.screen.type("\025");
            shell.screen.enter("/edit plus");
            shell.screen.awaitLast(PROMPT + " def plus(x) { x + 2 }");
            shell.screen.type("\025");
            shell.screen.enter("/edit " + file);
            shell.screen.awaitLast(PROMPT + " /load '" + file + "'");
            assertEquals("2\n", Files.readString(file));
            shell.screen.type("\025");
            shell.screen.enter("/edit nothing");
            shell.screen.await("'nothing' is neither a line's number nor a file");
        }
    }

    @Test
    void no_secret_reaches_the_editor() throws IOException {
        Path seen = state.resolve("seen");
        try (RunningShell shell = shell("cp \"$1\" " + seen)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("client_secret = 'mdb_sa_sk_0123456789abcdefghijABCDEFGHIJ0123456789'; null");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/edit");
            shell.screen.await("Its secrets are dots");
            shell.screen.await("Nothing was changed");
            String told = Files.readString(seen);
            assertTrue(told.contains("client_secret"), told);
            assertFalse(told.contains("0123456789abc"), told);
        }
    }

    @Test
    void a_line_of_the_history_comes_to_the_prompt_by_its_number() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            for (String line : new String[] {"alpha = 1", "beta = 2", "alpha + beta", "alphabet = 4"}) {
                shell.screen.enter(line);
                shell.screen.awaitLast(PROMPT);
            }
            shell.screen.enter("/history beta alpha");
            shell.screen.await("\n  3  alpha + beta\n");
            shell.screen.enter("/history alpha -n 2");
            shell.screen.await("\n  4  alphabet = 4\n");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/history 3");
            shell.screen.awaitLast(PROMPT + " alpha + beta");
            shell.screen.type("\r");
            shell.screen.await("\n3\n");
            shell.screen.enter("/history 99");
            shell.screen.await("There is no line 99");
        }
    }

    @Test
    void what_a_loaded_file_declares_lives_on() throws IOException {
        Path file = Files.writeString(
                state.resolve("functions.groovy"),
                "// a comment\nimport java.time.Period\ndef days(n) {\n  Period.ofDays(n)\n}\nfactor = 3\ndays(factor).days\n");
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/load " + file);
            String text = shell.screen.await("the end", screen -> screen.contains("\n3\n") && screen.endsWith(PROMPT));
            assertTrue(text.contains("> def days(n) {\n>   Period.ofDays(n)\n> }\n"), text);
            shell.screen.enter("days(factor + 4).days");
            shell.screen.await("\n7\n" + PROMPT);
        }
    }

    @Test
    void loading_stops_at_the_first_failure_and_says_on_which_line() throws IOException {
        Path file = Files.writeString(state.resolve("broken.groovy"), "a = 1\n\nfail 'broken'\nb = 2\n");
        Path half = Files.writeString(state.resolve("half.groovy"), "c = 1\nif (c) {\n");
        try (RunningShell shell = new RunningShell(
                new VirtualTerminal(200, 40), state, UnaryOperator.identity(), RunningShell.SANDBOX, Map.of())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/load " + file);
            shell.screen.await("1 of 3 parts ran before it.");
            shell.screen.await("broken.groovy:3");
            shell.screen.enter("/vars b");
            shell.screen.await("There is no variable 'b'");
            shell.screen.enter("/load " + half);
            shell.screen.await("Nothing ran.");
            shell.screen.enter("/vars c");
            shell.screen.await("There is no variable 'c'");
        }
    }
}
