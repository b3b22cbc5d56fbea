package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import dev.ferry.profile.StandInKeyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileCommandTest {
    private static final String CANARY = "k2-canary-in-the-settings";

    @TempDir
    Path home;

    @Test
    void a_profile_is_added_by_options_listed_shown_and_removed() throws IOException {
        Outcome added = ferry(
                "profile",
                "add",
                "acme",
                "--environment",
                "PROD",
                "--source-public-key",
                "abcdefgh",
                "--source-private-key-env",
                "ACME_KEY",
                "--source-base-url",
                "https://opsmanager.example.com:8443/",
                "--target-client-id",
                "mdb_sa_id_1",
                "--target-client-secret-command",
                "pass show acme",
                "--target-proxy",
                "proxy:3128");

        assertEquals(new Outcome(0, "", "Added the profile acme to " + file() + "; it is the current one.\n"), added);
        assertEquals(
                "[{\"current\":true,\"name\":\"acme\",\"environment\":\"PROD\",\"mode\":\"read-only\","
                        + "\"source\":\"opsmanager.example.com:8443\",\"target\":\"cloud.mongodb.com\"}]",
                ferry("profile", "list", "-o", "json").out().replaceAll("\\s", ""));
        assertTrue(ferry("profile", "list").out().contains("*"));
        String shown = ferry("profile", "show", "acme", "-o", "json").out();
        assertTrue(shown.contains("environment variable ACME_KEY"), shown);
        assertTrue(shown.contains("mdb_sa_id_1"), shown);
        assertTrue(shown.contains("\"proxy\": \"proxy:3128\""), shown);

        Outcome refused = ferry("profile", "remove", "acme");
        assertEquals(3, refused.code());
        assertTrue(refused.err().contains("--yes"), refused.err());
        assertEquals(0, ferry("profile", "remove", "acme", "--yes").code());
        assertEquals("", Files.readString(file()));
        assertTrue(ferry("profile", "list").err().contains("'ferry profile add NAME'"));
        assertEquals("[]", ferry("profile", "list", "-o", "json").out().strip());
    }

    @Test
    void the_current_profile_changes_and_an_unknown_one_is_refused() throws IOException {
        write("[profiles.one]\n[profiles.two]\n");

        assertEquals(0, ferry("profile", "use", "two").code());
        assertTrue(Files.readString(file()).startsWith("current = \"two\"\n"));
        Outcome unknown = ferry("profile", "use", "tow");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean 'two'?"), unknown.err());
    }

    @Test
    void no_command_shows_a_secret() throws IOException {
        write("[profiles.acme.source]\npublic_key = \"abcdefgh\"\nprivate_key = \"" + CANARY + "\"\n"
                + "[profiles.acme.target]\nclient_id = \"mdb_sa_id_1\"\nclient_secret = \"" + CANARY + "\"\n");

        for (String format : new String[] {"table", "json", "jsonl", "yaml", "csv"}) {
            for (String command : new String[] {"list", "show"}) {
                Outcome outcome = ferry("profile", command, "-o", format, "--debug", "-v");
                assertEquals(0, outcome.code(), outcome.err());
                assertTrue(outcome.out().contains("acme"), outcome.out());
                assertFalse((outcome.out() + outcome.err()).contains(CANARY), command + " " + format);
            }
        }
        Outcome failed = ferry("-e", "throw new RuntimeException(cm.toString() + '" + CANARY + "')", "--debug");
        assertFalse((failed.out() + failed.err()).contains(CANARY), failed.err());
    }

    @Test
    void without_a_terminal_what_is_missing_is_named_by_its_option() {
        Outcome nothing = ferry("profile", "add", "acme");
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("--source-public-key"), nothing.err());

        Outcome noSecret = ferry("profile", "add", "acme", "--source-public-key", "abcdefgh");
        assertEquals(2, noSecret.code());
        assertTrue(noSecret.err().contains("--source-private-key-file"), noSecret.err());
    }

    @Test
    void a_proxy_with_a_password_or_without_sense_is_refused_as_an_option() {
        for (String proxy : List.of("http://me:pass-word-1@proxy:3128", "https://proxy", "::")) {
            Outcome outcome = ferry(
                    "profile",
                    "add",
                    "acme",
                    "--target-client-id=a",
                    "--target-client-secret-env=B",
                    "--target-proxy=" + proxy);

            assertEquals(2, outcome.code(), outcome.err());
            assertTrue(outcome.err().startsWith("--target-proxy "), outcome.err());
            assertFalse(outcome.err().contains("pass-word-1"), outcome.err());
        }
        assertFalse(Files.exists(file()));
    }

    @Test
    void an_empty_name_is_not_a_profile() {
        assertEquals(
                new Outcome(2, "", "--profile is empty; give the name of a profile, or leave it out.\n"),
                ferry("profile", "show", "-P", ""));
    }

    @Test
    void a_profile_that_is_there_keeps_its_secret_in_the_keyring() throws IOException {
        StandInKeyring keyring = StandInKeyring.in(home.resolve("bin"));
        keyring.put("ferry", "acme-source", "kept-4711");
        write("[profiles.acme.source]\npublic_key = \"abcdefgh\"\nprivate_key_keyring = \"acme-source\"\n");

        Outcome again = Outcome.of(
                Map.of("HOME", home.toString(), "PATH", keyring.path()),
                "",
                "profile",
                "add",
                "acme",
                "--keyring",
                "--source-public-key=a",
                "--source-private-key-env=HOME");

        assertEquals(2, again.code());
        assertTrue(again.err().startsWith("There is a profile acme in "), again.err());
        assertEquals("", keyring.words());
    }

    @Test
    void on_a_full_disk_the_settings_stay_as_they_are() throws Exception {
        String before = "# " + "x".repeat(2000) + "\n[profiles.one]\n[profiles.two]\n";
        write(before);
        for (List<String> words : List.of(
                List.of("profile", "use", "two"),
                List.of("profile", "remove", "two", "--yes"),
                List.of("profile", "add", "three", "--source-public-key=a", "--source-private-key-env=B"))) {
            ProcessBuilder command = JavaProcess.of(Ferry.class, List.of("-XX:-UsePerfData"), words);
            // In 512 bytes each: less than the file has.
            List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 2; exec \"$@\"", "sh"));
            limited.addAll(command.command());
            command.command(limited).environment().put("HOME", home.toString());
            Process process = command.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(2, process.waitFor(), said);
            assertTrue(said.startsWith("Cannot write " + file()), said);
            assertEquals(before, Files.readString(file()));
            try (Stream<Path> files = Files.list(file().getParent())) {
                assertEquals(List.of(file()), files.toList());
            }
        }
    }

    /** What the owner has set counts, for root too, who may write everywhere. */
    @ParameterizedTest
    @CsvSource({
        "'', r-x------, folder, u+rwx",
        "'', r-xr-xr-x, folder, u+rwx",
        "config.toml, r--------, file, u+rw",
        "config.toml, r--r--r--, file, u+rw"
    })
    void what_the_owner_has_made_read_only_is_refused_and_stays_as_it_is(
            String name, String permissions, String kind, String change) throws Exception {
        write("[profiles.one]\n[profiles.two]\n");
        Path path = name.isEmpty() ? file().getParent() : file();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));

        for (List<String> words : List.of(
                List.of("profile", "use", "two"),
                List.of("profile", "remove", "two", "--yes"),
                List.of("profile", "add", "three", "--source-public-key=a", "--source-private-key-env=B"))) {
            Outcome outcome = ferry(words.toArray(String[]::new));

            String command = "chmod " + change + " " + path;
            assertEquals(
                    new Outcome(
                            2,
                            "",
                            "Cannot write " + file() + ": the " + kind + " " + path
                                    + " is read-only; to let Ferry write to it, run: " + command + "\n"),
                    outcome);
            assertEquals("[profiles.one]\n[profiles.two]\n", Files.readString(file()));
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        Process mend = new ProcessBuilder("sh", "-c", "chmod " + change + " '" + path + "'").start();
        assertEquals(0, mend.waitFor());
        assertEquals(0, ferry("profile", "use", "two").code());
    }

    @Test
    void there_is_no_option_that_takes_a_secret() {
        assertEquals(
                2, ferry("profile", "add", "a", "--source-private-key", "x").code());
        assertEquals(
                2, ferry("profile", "add", "a", "--target-client-secret", "x").code());
    }

    private Path file() {
        return home.resolve(".config/ferry/config.toml");
    }

    private void write(String text) throws IOException {
        dev.ferry.profile.Folders.write(file(), text);
    }

    private Outcome ferry(String... args) {
        return Outcome.of(Map.of("HOME", home.toString()), "", args);
    }
}
