package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunningShell shell() {
        ApiClient client = new ApiClient(
                new Connection(
                        URI.create(server.url("/").toString().replaceAll("/$", "")),
                        new ApiKey("key", Secret.of("private-key-of-the-test")),
                        null),
                ApiClient.Settings.defaults());
        return new RunningShell(
                state,
                session -> session.atlas(() -> new Atlas(client)).cloudManager(() -> new CloudManager(client)),
                RunningShell.SANDBOX,
                Map.of());
    }

    /** Lets Groovy load, so that no Tab of the test comes too early. */
    private static void warm(RunningShell shell) {
        shell.screen.awaitLast(PROMPT);
        shell.screen.enter("'wa' + 'rm'");
        shell.screen.awaitLast("\nwarm\n" + PROMPT);
    }

    @Test
    void services_are_offered_in_groups_and_one_is_taken_when_it_is_alone() {
        try (RunningShell shell = shell()) {
            warm(shell);
            shell.screen.type("atlas.\t");
            String menu = shell.screen.await("(Object)");
            assertTrue(menu.indexOf("property\n") < menu.indexOf("method\n"), menu);
            assertTrue(menu.contains("projects") && menu.contains("clusters"), menu);
            shell.screen.type("proj\t");
            shell.screen.await(PROMPT + " atlas.projects");
        }
    }

    @Test
    void a_tab_before_groovy_is_there_says_so_and_loses_no_key() {
        CountDownLatch loaded = new CountDownLatch(1);
        try (RunningShell shell = new RunningShell(state, session -> {
            assertDoesNotThrow(() -> loaded.await());
            return session;
        })) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("atlas.\t");
            shell.screen.await("still being loaded");
            shell.screen.type("pro");
            assertFalse(shell.screen.awaitLast(PROMPT + " atlas.pro").contains("still being loaded"));
            loaded.countDown();
            shell.screen.type("\003");
            shell.screen.awaitLast("\n" + PROMPT);
            warm(shell);
            shell.screen.type("atlas.proj\t");
            shell.screen.awaitLast(PROMPT + " atlas.projects");
        }
    }

    @Test
    void ctrl_c_behind_a_tab_waits_its_turn_and_takes_nothing_of_the_next_line() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("atlas.\t\003atlas.pro");
            shell.screen.awaitLast(PROMPT + " atlas.\n" + PROMPT + " atlas.pro");
            shell.screen.type("\003");
            warm(shell);
            shell.screen.type("atlas.\t\003atlas.proj\t");
            shell.screen.awaitLast(PROMPT + " atlas.\n" + PROMPT + " atlas.projects");
        }
    }

    @Test
    void escape_takes_the_menu_away_and_leaves_the_line() {
        try (RunningShell shell = shell()) {
            warm(shell);
            shell.screen.type("atlas.\t");
            shell.screen.await("(Object)");
            shell.screen.type("\033");
            shell.screen.awaitLast(PROMPT + " atlas.");
        }
    }

    @Test
    void variables_of_the_session_complete_by_their_type() {
        try (RunningShell shell = shell()) {
            warm(shell);
            shell.screen.enter("words = ['a', 'b']");
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("words.colle\t");
            shell.screen.await("collectEntries");
        }
    }

    @Test
    void methods_and_imports_of_the_session_are_known_to_tab() {
        try (RunningShell shell = shell()) {
            warm(shell);
            shell.screen.enter("import java.time.Duration");
            shell.screen.enter("Duration pause(int n) { Duration.ofSeconds(n) }");
            shell.screen.enter("p = pause(3)");
            shell.screen.await("PT3S\n" + PROMPT);
            shell.screen.type("p.toMinutesP\t");
            shell.screen.awaitLast("p.toMinutesPart()");
            shell.screen.type("\025pau\t");
            shell.screen.awaitLast("pause(");
        }
    }

    @Test
    void no_tab_ever_causes_a_request_or_runs_anything() {
        try (RunningShell shell = shell()) {
            warm(shell);
            for (String line : new String[] {
                "atlas.orgs.",
                "atlas.orgs.list().",
                "atlas.orgs.list().first().",
                "atlas.projects['shop'].",
                "x = atlas.projects.list(name: 'shop').first().",
                "println(atlas.projects.delete('1').",
                "atlas.clusters.list(atlas.projects['shop'].id).collect { it.",
                "cm.links.",
                "cm.orgs.list(",
                "System.setProperty('ferry.tab', 'ran').",
                "/help atlas.orgs.",
                "/set output "
            }) {
                // Ctrl-U drops the line and, unlike Ctrl-C, waits for its turn among the keys.
                shell.screen.type(line + "\t\t\025");
            }
            shell.screen.enter("'still ' + 'here'");
            shell.screen.await("\nstill here\n");
            assertEquals(0, server.getRequestCount());
            assertEquals(null, System.getProperty("ferry.tab"));
        }
    }

    @Test
    void a_wrong_method_or_wrong_arguments_are_told_apart_without_a_request() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("atlas.clusters.lsit('x')");
            shell.screen.await("Clusters has no method 'lsit'. Did you mean 'list'?");
            shell.screen.enter("atlas.clusters.list(5)");
            shell.screen.await("Clusters.list cannot be called with (Integer): it takes ");
            shell.screen.enter("atlas.projects.list(name: 'shop')");
            shell.screen.await(
                    "the names there are",
                    text -> text.replace("\n", "")
                            .contains(
                                    "atlas.projects.list takes no argument 'name'; it takes envelope, pretty, pageNum, itemsPerPage, includeCount"));
            shell.screen.enter("atlas");
            shell.screen.await("\nthe Atlas Administration API at http://");
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void commands_their_settings_and_values_are_offered() {
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("/hi\t");
            shell.screen.awaitLast(PROMPT + " /history");
            shell.screen.type("\025/set out\tj\t");
            shell.screen.await("jsonl");
        }
    }

    @Test
    void files_are_offered_to_run() throws IOException {
        Path folder = Files.createDirectories(state.resolve("scripts"));
        Files.writeString(folder.resolve("evening.groovy"), "1");
        try (RunningShell shell = shell()) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("/run " + state + "/scr\teven\t");
            shell.screen.await(
                    "the name of the file", text -> text.replace("\n", "").endsWith("/scripts/evening.groovy"));
            assertFalse(shell.screen.text().contains("No such"));
        }
    }
}
