package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Profile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    @Test
    void the_prompt_names_profile_environment_and_mode_in_words() {
        Profile production = new Profile("acme", "PROD", true, null, null);
        try (RunningShell shell = new RunningShell(state, UnaryOperator.identity(), production, Map.of())) {
            shell.screen.awaitLast("ferry acme PROD read-only>");
        }
    }

    @Test
    void a_line_prints_its_value_and_declarations_live_on() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("def x = 20");
            shell.screen.enter("int twice(int n) { n * 2 }");
            shell.screen.enter("twice(x) + 2");
            shell.screen.await("\n42\n" + PROMPT);
        }
    }

    @Test
    void a_closure_is_no_name_of_a_class() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("twice = { it * 2 }");
            shell.screen.await("\na closure\n" + PROMPT);
        }
    }

    @Test
    void a_text_goes_on_until_groovy_has_all_of_it() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("[1, 2].each {");
            shell.screen.await("{\n                      >");
            shell.screen.enter("println it * 7");
            shell.screen.enter("}; 'done'");
            shell.screen.await("\n7\n14\ndone\n" + PROMPT);
        }
    }

    @Test
    void a_comment_with_an_apostrophe_is_a_whole_line() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("40 + 1 // don't wait");
            shell.screen.await("\n41\n" + PROMPT);
        }
    }

    @Test
    void five_pasted_lines_are_one_edit() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.paste("a = 1\nb = 2\nc = 3\nd = 4\na + b + c + d");
            shell.screen.await("> a + b + c + d");
            assertFalse(shell.screen.text().contains("\n10\n"), "nothing runs before Enter");
            shell.screen.type("\r");
            String text = shell.screen.await("\n10\n" + PROMPT);
            assertEquals(
                    2, text.split(PROMPT, -1).length - 1, "one prompt for the five lines, one after them:\n" + text);
        }
    }

    @Test
    void ctrl_c_at_a_line_clears_it_and_ctrl_d_on_an_empty_one_leaves() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("nonsense(");
            shell.screen.awaitLast(PROMPT + " nonsense(");
            shell.screen.type("\003");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("1 + 1");
            shell.screen.await("\n2\n" + PROMPT);
            shell.screen.type("\004");
            assertEquals(0, shell.exitCode());
        }
    }

    @Test
    void an_error_is_a_sentence_without_frames_and_the_shell_goes_on() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("[1].frist()");
            String text = shell.screen.awaitLast(PROMPT);
            text = shell.screen.await("ArrayList has no method 'frist'. Did you mean 'first'?");
            assertFalse(text.contains("\tat "), text);
            shell.screen.enter("assert 1 == 2");
            shell.screen.await("assert 1 == 2\n");
            shell.screen.enter("'still ' + 'here'");
            shell.screen.await("\nstill here\n" + PROMPT);
        }
    }

    @Test
    void a_syntax_error_points_at_its_place() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("x = [1, 2))");
            shell.screen.await("\n    x = [1, 2))\n             ^\n");
        }
    }

    @Test
    void an_unknown_command_is_told_what_it_may_have_meant() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/hlep");
            shell.screen.await("There is no command /hlep. Did you mean '/help'? /help lists them.");
            shell.screen.enter("/exit");
            assertEquals(0, shell.exitCode());
        }
    }

    @Test
    void output_that_does_not_end_its_line_is_not_overwritten_by_the_prompt() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("print 'half'; null");
            String text = shell.screen.await("half", screen -> screen.contains("\nhalf") && screen.endsWith(PROMPT));
            assertTrue(text.contains("\nhalf"), text);
        }
    }

    @Test
    void a_narrower_window_keeps_the_line_that_is_being_typed() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("[1, 2, 3].collect { it * 2 }");
            shell.screen.await("it * 2 }");
            shell.screen.resize(60, 20);
            shell.screen.type(".sum()");
            shell.screen.await(".sum()");
            shell.screen.type("\r");
            shell.screen.await("\n12\n" + PROMPT);
        }
    }

    @Test
    void colour_is_off_when_the_environment_says_so() {
        try (RunningShell shell =
                new RunningShell(state, UnaryOperator.identity(), RunningShell.SANDBOX, Map.of("NO_COLOR", "1"))) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("def text = 'green'");
            shell.screen.enter("[1].frist()");
            shell.screen.await("has no method");
            assertFalse(shell.screen.written().matches("(?s).*\033\\[[0-9;]*[1-9][0-9]*m.*"), shell.screen.written());
        }
    }
}
