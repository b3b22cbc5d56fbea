package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.ApiClient;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on the screen when a line fails. */
class FailureTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    /** Each: what is typed, the sentence, and the words that the carets stand under. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x = [a: 1]; x.b.c                        | There is nothing to ask for 'c': what stands before it is null. | c
            [1, 2].get(5)                            | There is no element 5: there are 2, counted from 0.            | get
            def n = 0; 10 / n                        | Something is divided by zero.                                  | /
            'abc'.toInteger()                        | 'abc' is not a number.                                         | toInteger
            int n = 'abc'                            | 'abc' is of type String and cannot become int.                 | ``
            [].first()                               | There is nothing in it, so first() has nothing to give.        | first
            "total".lenght()                         | String has no method 'lenght'. Did you mean 'length'?          | lenght
            println "found ${nonsense}, 'nonsense'"  | Nothing here is called 'nonsense'.                             | nonsense
            """)
    void a_failure_is_a_sentence_and_its_place_in_the_line(String line, String sentence, String words) {
        for (int columns : new int[] {100, 40}) {
            try (RunningShell shell = new RunningShell(
                    new VirtualTerminal(columns, 40),
                    state,
                    UnaryOperator.identity(),
                    RunningShell.SANDBOX,
                    Map.of())) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter(line);
                String text = shell.screen.await(
                        "the prompt again",
                        screen -> screen.indexOf(PROMPT) != screen.lastIndexOf(PROMPT) && screen.endsWith(PROMPT));
                String unbroken = text.replace("\n", "");
                assertTrue(unbroken.contains(sentence), text);
                assertFalse(text.contains("Exception"), text);
                if (words.isEmpty()) {
                    assertFalse(text.contains("^"), text);
                } else {
                    assertTrue(marked(text).startsWith(words), text);
                }
            }
        }
    }

    /** The words that the carets stand under. */
    private static String marked(String screen) {
        String[] lines = screen.split("\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].matches(" *(\\d* *\\|)? *\\^+")) {
                int from = lines[i].indexOf('^');
                return lines[i - 1].substring(from, from + lines[i].length() - from);
            }
        }
        return "";
    }

    @Test
    void of_several_lines_the_one_that_failed_is_shown_with_its_number() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.paste("total = 0\n[1, 2].each {\n  total += it.nonsense\n}\n");
            shell.screen.enter("");
            String text = shell.screen.await("Integer has no 'nonsense'.");
            shell.screen.await("  3 |   total += it.nonsense\n    |               ^^^^^^^^\n");
            assertFalse(text.contains("groovy:"), text);
        }
    }

    @Test
    void an_assertion_shows_its_values() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("n = 3; assert n == 4");
            String text = shell.screen.await(
                    "all of the assertion", screen -> screen.contains("3 false") && screen.endsWith(PROMPT));
            assertTrue(
                    text.contains("The assertion does not hold:\n\nassert n == 4\n       | |\n       3 false"), text);
        }
    }

    @Test
    void an_error_of_the_service_is_told_with_the_next_step_and_its_topic() throws IOException {
        try (Sandbox sandbox = Sandbox.start();
                ApiClient client = new ApiClient(sandbox.target(), ApiClient.Settings.defaults())) {
            Atlas atlas = new Atlas(client);
            try (RunningShell shell = new RunningShell(state, session -> session.atlas(() -> atlas))) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("atlas.clusters.get(atlas.projects.list().first().id, 'nonsense')");
                String text = shell.screen.await(
                        "the advice",
                        screen -> screen.contains("More: /help CLUSTER_NOT_FOUND") && screen.endsWith(PROMPT));
                assertTrue(text.contains("404 CLUSTER_NOT_FOUND"), text);
                assertTrue(text.contains("Try this: look for its exact name among the clusters of the project."), text);
                assertTrue(marked(text).equals("get"), text);
            }
        }
    }
}
