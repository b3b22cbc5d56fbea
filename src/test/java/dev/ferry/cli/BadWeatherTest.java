package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import dev.ferry.suite.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a bad network: one process calls, another one is the service, and pipes are between. */
@Timeout(120)
final class BadWeatherTest {
    @TempDir
    private static Path home;

    private static Process sandbox;
    private static Map<?, ?> service;

    @BeforeAll
    static void start_a_service_in_bad_weather() throws IOException {
        sandbox = command(
                        Map.of(),
                        "sandbox",
                        "-o",
                        "json",
                        "--speed",
                        "0",
                        "--fault",
                        "503 retry-after=1 first=1 method=GET match=/api/atlas/v2/orgs",
                        "--fault",
                        "503 retry-after=900 match=/databaseUsers",
                        "--fault",
                        "drop-answer method=POST match=/linkTokens",
                        "--fault",
                        "drop-answer first=1 method=DELETE match=/accessList",
                        "--fault",
                        "503 retry-after=200 match=/alerts",
                        "--fault",
                        "500 method=PATCH match=/settings")
                .start();
        BufferedReader lines = sandbox.inputReader(StandardCharsets.UTF_8);
        service = (Map<?, ?>) Objects.requireNonNull(
                new Moshi.Builder().build().adapter(Object.class).fromJson(lines.readLine()));
    }

    @AfterAll
    static void stop() {
        sandbox.destroyForcibly();
    }

    private static Map<String, String> environment(String privateKey) {
        return Map.of(
                "MONGODB_ATLAS_OPS_MANAGER_URL",
                String.valueOf(service.get("baseUrl")),
                "MONGODB_ATLAS_PUBLIC_API_KEY",
                side("publicKey"),
                "MONGODB_ATLAS_PRIVATE_API_KEY",
                privateKey,
                "NO_COLOR",
                "1");
    }

    private static String side(String name) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(service.get("atlas"))).get(name));
    }

    private static ProcessBuilder command(Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "dev.ferry.Ferry"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(Signals.byDefault(command));
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Outcome as(String privateKey, String... args) throws IOException, InterruptedException {
        Process process = command(environment(privateKey), args).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private static Outcome ferry(String... args) throws IOException, InterruptedException {
        return as(side("privateKey"), args);
    }

    @Test
    void a_read_that_is_sent_again_says_so_on_standard_error_alone() throws Exception {
        Outcome outcome = ferry("-o", "json", "-e", "atlas.orgs.list()*.name");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("[\"" + side("orgName") + "\"]", outcome.out().replaceAll("\\s", ""));
        assertTrue(outcome.err().contains("trying again in 1s (attempt 2 of 5)"), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void a_service_that_asks_for_too_much_time_is_unavailable_and_says_why() throws Exception {
        Outcome outcome = ferry("-e", "atlas.databaseUsers.list(atlas.projects['shop'].id).size()");

        assertEquals(9, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(
                outcome.err().contains("asks to wait 15m, which is more than the time this call may take"),
                outcome.err());
    }

    @Test
    void a_change_of_which_nobody_knows_says_so_and_what_not_to_do() throws Exception {
        Outcome outcome =
                ferry("-e", "atlas.linkTokens.create([accessListIps: ['203.0.113.10']], '" + side("orgId") + "')");

        assertEquals(9, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("nobody can say whether this was done"), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "create another one, and delete the link when all is done; running it again does no harm"),
                outcome.err());
        assertFalse(outcome.err().contains("do not simply run it again"), outcome.err());
    }

    @Test
    void a_change_that_asks_for_what_is_so_already_is_not_called_done_and_the_advice_is_one() throws Exception {
        Outcome outcome = ferry(
                "-e",
                "def id = atlas.projects['shop'].id; def now = atlas.projects.settings(id).isDataExplorerEnabled();"
                        + " atlas.projects.updateSettings(id, isDataExplorerEnabled: now)");

        assertEquals(9, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(2, outcome.err().lines().count(), "the message and the line of the script: " + outcome.err());
        assertTrue(
                outcome.err()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .matches(".*nobody can say whether this was done, because 500 .*: it shows what was sent, but"
                                + " that was so before this call; do not simply run it again; find out with"
                                + " atlas.get\\('/groups/[0-9a-f]{24}/settings'\\)"),
                outcome.err());

        Outcome journal = ferry("journal", "export");
        assertTrue(journal.out().matches("(?s).*updateGroupSettings +shop +unknown.*"), journal.out());
    }

    @Test
    void a_change_whose_answer_was_lost_is_found_and_goes_on() throws Exception {
        Outcome outcome = ferry(
                "-e",
                "def id = atlas.projects['shop'].id; atlas.accessList.add(id, [[ipAddress: '203.0.113.77']]);"
                        + " atlas.accessList.delete(id, '203.0.113.77'); 'gone'");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("gone", outcome.out().strip());
        assertTrue(outcome.err().contains("a read shows that it was done"), outcome.err());
    }

    @Test
    void a_wrong_key_is_told_once_and_not_shown() throws Exception {
        Outcome outcome = as("00000000-canary-4711-8222-000000000000", "-e", "atlas.projects.list().size()");

        assertEquals(4, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(!outcome.err().contains("canary") && !outcome.err().isEmpty(), outcome.err());
    }

    @Test
    void an_interrupt_ends_a_pause_at_once() throws Exception {
        Signals.needs("INT");
        Process process = command(
                        environment(side("privateKey")), "-e", "atlas.alerts.list(atlas.projects['shop'].id).size()")
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            String notice = String.valueOf(err.readLine());
            assertTrue(notice.contains("trying again in 3m 20s"), notice);
            Signals.send("INT", process);

            // The process has to end, too; the pause itself would have been minutes.
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(130, process.exitValue());
            assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
