package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path folder;

    private Path state() {
        return folder.resolve("state/ferry");
    }

    private Path history() {
        return state().resolve("history");
    }

    private void session(String... lines) {
        try (RunningShell shell = new RunningShell(state())) {
            for (String line : lines) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter(line);
            }
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/exit");
            shell.exitCode();
        }
    }

    @Test
    void only_its_owner_can_read_the_file() throws IOException {
        session("1 + 1");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state())));
    }

    @Test
    void repeated_lines_are_kept_once_and_private_ones_not_at_all() throws IOException {
        session("1 + 1", "1 + 1", " 'private'", "2 + 2");
        assertEquals(List.of("1 + 1", "2 + 2", "/exit"), Files.readAllLines(history()));
    }

    @Test
    void secrets_never_reach_the_file() throws IOException {
        session("client_secret = 'mdb_sa_sk_0123456789abcdefghijABCDEFGHIJ0123456789'");
        String text = Files.readString(history());
        assertFalse(text.contains("0123456789abcdef"), text);
        assertTrue(text.contains("client_secret"), text);
    }

    @Test
    void a_text_of_many_lines_comes_back_whole_in_the_next_session() {
        session("'''one\rtwo'''");
        try (RunningShell shell = new RunningShell(state())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("'''\033[A");
            shell.screen.await("> two'''");
            shell.screen.type("\r");
            shell.screen.await("\none\ntwo\n" + PROMPT);
        }
    }

    @Test
    void the_arrow_up_finds_lines_that_start_as_typed() {
        session("alpha = 1", "beta = 2", "alphabet = 3", "gamma = 4");
        try (RunningShell shell = new RunningShell(state())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("alp\033[A");
            shell.screen.awaitLast(PROMPT + " alphabet = 3");
            shell.screen.type("\033[A");
            shell.screen.awaitLast(PROMPT + " alpha = 1");
            shell.screen.type("\033[B");
            shell.screen.awaitLast(PROMPT + " alphabet = 3");
            shell.screen.type("\033[B");
            shell.screen.awaitLast(PROMPT + " alp");
        }
    }

    @Test
    void ctrl_r_searches_anywhere_in_a_line() {
        session("alpha = 1", "beta = 2");
        try (RunningShell shell = new RunningShell(state())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("\022pha");
            shell.screen.await("alpha = 1");
            shell.screen.type("\r");
            shell.screen.await("\n1\n" + PROMPT);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_costs_one_sentence_and_no_session() throws IOException {
        // A file where the folder should be is refused to every user, root included.
        Files.writeString(folder.resolve("state"), "in the way");
        try (RunningShell shell = new RunningShell(state())) {
            String text = shell.screen.awaitLast(PROMPT);
            assertTrue(text.contains("The lines of this session will not be kept"), text);
            shell.screen.enter("1 + 1");
            shell.screen.await("\n2\n" + PROMPT);
            shell.screen.type("\033[A");
            shell.screen.awaitLast(PROMPT + " 1 + 1");
        }
    }

    @Test
    void the_history_command_finds_text() {
        try (RunningShell shell = new RunningShell(state())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("alpha = 1");
            shell.screen.enter("beta = 2");
            shell.screen.enter("/history alph");
            shell.screen.await("\n  1  alpha = 1\n" + PROMPT);
        }
    }

    @Test
    void a_question_that_was_asked_with_a_key_is_not_kept_and_what_is_typed_afterwards_is() throws IOException {
        try (RunningShell shell = new RunningShell(state())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("await\033OP");
            shell.screen.await(PROMPT + " /help await");
            shell.screen.awaitLast(PROMPT + " await");
            shell.screen.enter("\025'typed'");
            shell.screen.await("\ntyped\n" + PROMPT);
            shell.screen.enter("/exit");
            shell.exitCode();
        }
        assertEquals(List.of("'typed'", "/exit"), Files.readAllLines(history()));
    }
}
