package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.names.NamedService;
import dev.ferry.names.Names;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are read behind the prompt: what somebody else has called a project must not reach the terminal by way of Tab. */
final class HostileNamesAtTheKeysTest {
    private static final String PROMPT = "ferry SANDBOX writable>";

    @TempDir
    private Path state;

    private static String project(int n, String name) {
        return NamedService.project(NamedService.id('5', n), name, NamedService.id('6', 1));
    }

    @Test
    void the_menu_and_what_it_inserts_show_hidden_characters_as_codes() throws InterruptedException {
        try (NamedService service = new NamedService();
                Names names = service.names(60, null)) {
            service.put(
                    "/api/atlas/v2/groups",
                    2,
                    n -> project(n, "prod" + n + "\\u001b]52;c;aGk=\\u0007\\u009b2J\\u202eevil\\u200b\\n%{x%}"));
            names.start();
            names.settle();
            try (RunningShell shell = new RunningShell(
                    new VirtualTerminal(160, 40),
                    state,
                    UnaryOperator.identity(),
                    RunningShell.SANDBOX,
                    Map.of(),
                    names)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("'wa' + 'rm'");
                shell.screen.awaitLast("\nwarm\n" + PROMPT);
                shell.screen.type("atlas.projects['prod\t");
                shell.screen.await("prod1");
                shell.screen.type("1\t");
                String line =
                        shell.screen.await("prod1\\u001b]52;c;aGk=\\u0007\\u009b2J\\u202eevil\\u200b\\u000a%{x%}");
                assertTrue(line.contains("atlas.projects['prod1\\u001b"), line);
                String written = shell.screen.written();
                for (String command : List.of("\033]52", "\u009b2J", "\u202e", "\u200b", "\007")) {
                    assertFalse(written.contains(command), written);
                }
                shell.screen.type("\025");
                shell.screen.awaitLast(PROMPT);
            }
        }
    }
}
