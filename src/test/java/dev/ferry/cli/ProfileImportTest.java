package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Side;
import dev.ferry.profile.StandInKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ferry profile import}, and secrets in a keyring: files as the other tools write them, and a stand-in for the keyring's program. */
final class ProfileImportTest {
    private static final String CANARY = "import-canary-4711";

    private static final String ATLAS = """
            version = 2
            telemetry_enabled = false
            some_new_key = [1, 2]

            [default]
            org_id = "65aa00000000000000000001"
            project_id = "65bb00000000000000000301"
            service = "cloud"
            auth_type = "service_account"
            client_id = "mdb_sa_id_65aa000000000000000000ff"
            client_secret = "import-canary-4711"

            [gov]
            service = "cloudgov"
            org_id = "65aa00000000000000000002"
            auth_type = "api_keys"

            [me]
            auth_type = "user_account"
            access_token = "import-canary-4711"
            """;

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private StandInKeyring keyring;

    @BeforeEach
    void a_home() throws IOException {
        keyring = StandInKeyring.in(home.resolve("bin"));
        variables.put("HOME", home.toString());
        variables.put("PATH", keyring.path());
        write(".config/atlascli/config.toml", ATLAS);
    }

    @Test
    void the_profiles_of_the_atlas_cli_are_taken_over_and_its_file_stays() throws IOException {
        keyring.put("atlascli_gov", "public_api_key", "govpublk");
        keyring.put("atlascli_gov", "private_api_key", "gov-secret-4711");

        Outcome outcome = ferry("profile", "import", "atlas-cli");

        assertEquals(0, outcome.code(), outcome.err());
        assertFalse((outcome.out() + outcome.err()).contains(CANARY), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "stands in the clear in " + home.resolve(".config/atlascli/config.toml") + ", line 11"),
                outcome.err());
        assertTrue(outcome.err().contains("The secret of gov stays in the keyring of the Atlas CLI"), outcome.err());
        assertTrue(outcome.err().contains("me logs in by a browser"), outcome.err());
        assertEquals(ATLAS, Files.readString(home.resolve(".config/atlascli/config.toml")));
        String settings = settings();
        assertTrue(
                settings.contains(
                        "organization = \"65aa00000000000000000001\"\nproject = \"65bb00000000000000000301\""),
                settings);
        assertTrue(
                settings.contains("base_url = \"https://cloud.mongodbgov.com\"\npublic_key = \"govpublk\"\n"
                        + "private_key_command = \"secret-tool lookup service atlascli_gov username private_api_key\""),
                settings);
        assertTrue(settings.contains("mode = \"read-only\""), settings);
        assertFalse(settings.contains("gov-secret-4711"), settings);
        Environment environment = Environment.of(variables);
        Side gov = Objects.requireNonNull(
                Profiles.of(environment).resolve("gov").orElseThrow().target());
        assertEquals(
                new ApiKey("govpublk", Secret.of("gov-secret-4711")),
                gov.connect(environment).credentials());
    }

    @Test
    void a_secret_in_the_clear_goes_into_the_keyring_where_that_is_wanted_and_out_again_with_the_profile()
            throws IOException {
        Outcome outcome = ferry("profile", "import", "atlas-cli", "default=prod", "--keyring");

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(CANARY, keyring.kept("ferry", "prod/target"));
        assertTrue(settings().contains("client_secret_keyring = \"prod/target\""), settings());
        assertFalse(settings().contains(CANARY) || keyring.words().contains(CANARY), settings());

        assertEquals(0, ferry("profile", "remove", "prod", "--yes").code());
        assertEquals("", keyring.kept("ferry", "prod/target"));
    }

    @Test
    void a_keyring_that_does_not_answer_is_said_and_the_file_is_taken() throws IOException {
        keyring.breakDown();
        Outcome outcome = ferry("profile", "import", "atlas-cli", "default", "--keyring");

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "The secret goes into the settings file, which only you can read: the keyring"
                                        + " (secret-tool) could not keep the secret: Cannot autolaunch D-Bus without X11 $DISPLAY.\n"),
                outcome.err());
        assertTrue(settings().contains("client_secret = \"" + CANARY + "\""));
    }

    @Test
    void a_secret_that_left_the_keyring_is_one_sentence_when_it_is_used() throws IOException {
        ferry("profile", "import", "atlas-cli", "default", "--keyring");
        Files.delete(home.resolve("bin/ferry-default-target"));

        Outcome outcome = ferry("-e", "atlas.orgs.list().first()", "-P", "default");

        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "is not to be had: the keyring (secret-tool) has nothing under default/target; unlock"),
                outcome.err());
    }

    @Test
    void a_name_that_is_taken_is_kept_and_another_is_asked_for() throws IOException {
        assertEquals(0, ferry("profile", "import", "atlas-cli", "default").code());
        String before = settings();

        Outcome again = ferry("profile", "import", "atlas-cli", "default");

        assertEquals(1, again.code());
        assertTrue(again.err().contains("ferry profile import atlas-cli default=NEW"), again.err());
        assertEquals(before, settings());
    }

    @Test
    void a_profile_of_mongocli_becomes_a_source() throws IOException {
        write(".config/mongocli.toml", """
                [default]
                  ops_manager_ca_certificate = "/etc/ssl/corp.pem"
                  ops_manager_url = "https://opsmanager.example.com:8443/"
                  private_api_key = "import-canary-4711"
                  public_api_key = "abcdefgh"
                  service = "ops-manager"
                """);
        Outcome outcome = ferry("profile", "import", "mongocli", "default=ops");

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(
                settings()
                        .contains(
                                "[profiles.ops.source]\nbase_url = \"https://opsmanager.example.com:8443\"\n"
                                        + "public_key = \"abcdefgh\"\nprivate_key = \"import-canary-4711\"\nca_file = \"/etc/ssl/corp.pem\""),
                settings());
        variables.put("XDG_CONFIG_HOME", home.resolve("elsewhere").toString());
        Outcome absent = ferry("profile", "import", "mongocli");
        assertEquals(2, absent.code());
        assertEquals(
                "There is no " + home.resolve("elsewhere/mongocli.toml") + ", where mongocli keeps its profiles.\n",
                absent.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[default]\\nclient_id = 7 ~ 2 ~ config.toml, line 2, column 13: default.client_id has to be a text in quotation marks; correct it.",
                "[default]\\nclient_id = ~ 2 ~ config.toml, line 2, column 12, is not valid TOML: a value is missing; correct that line.",
                "[other]\\nclient_id = 'a' ~ 2 ~ There is no profile default in",
                "[default]\\nservice = 'mars'\\npublic_api_key = 'a' ~ 1 ~ is a service without an address",
                "[default]\\norg_id = 'x' ~ 1 ~ The keys of default are neither in the file nor to be had from the keyring",
                "[default]\\nbase_url = 'x'\\npublic_api_key = 'a' ~ 2 ~ line 2, column 12: default.base_url is not the address of a service",
            })
    void a_file_that_is_odd_is_one_sentence_and_nothing_is_written(String text, int code, String part)
            throws IOException {
        write(".config/atlascli/config.toml", text.replace("\\n", "\n"));

        Outcome outcome = ferry("profile", "import", "atlas-cli", "default");

        assertEquals(code, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(part), outcome.err());
        assertFalse(Files.exists(home.resolve(".config/ferry/config.toml")));
    }

    @Test
    void a_name_that_is_none_here_is_told_and_the_others_are_taken_over() throws IOException {
        write(
                ".config/atlascli/config.toml",
                "\uFEFF[\"a b\"]\r\npublic_api_key = \"abcdefgh\"\r\nprivate_api_key = \"" + CANARY
                        + "\"\r\n[good]\r\npublic_api_key = \"abcdefgh\"\r\nprivate_api_key = \"" + CANARY + "\"\r\n");

        Outcome outcome = ferry("profile", "import", "atlas-cli", "--keyring");

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "A profile cannot be named a b; use letters, digits, '-', '_' and '.', beginning with a"
                                        + " letter or digit.\nTo take it over under another name: ferry profile import atlas-cli 'a b=NEW'\n"),
                outcome.err());
        assertFalse(outcome.err().contains("The secret of a b"), outcome.err());
        assertTrue(settings().startsWith("current = \"good\"\n\n[profiles.good]\n"), settings());
        assertFalse(keyring.words().contains("a b"), keyring.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas-cli", "mongocli"})
    void a_file_that_cannot_be_read_is_one_sentence_and_what_was_there_stays(String tool) throws IOException {
        Path file = home.resolve(tool.equals("mongocli") ? ".config/mongocli.toml" : ".config/atlascli/config.toml");
        Folders.write(home.resolve(".config/ferry/config.toml"), "[profiles.mine]\n");
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xFF, (byte) 0xFE, '['},
                "[half]\nprivate_api_key = \"import-canary-4711".getBytes(UTF_8),
                "[a]\npublic_api_key = \"abcdefgh\"\nprivate_api_key = \"x-y-4711\"\n[b]\npublic_api_key = 7\n"
                        .getBytes(UTF_8))) {
            Files.write(file, bytes);
            Outcome outcome = ferry("profile", "import", tool, "--keyring");
            assertEquals(2, outcome.code(), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
            assertTrue(outcome.err().contains(file.toString()) && !outcome.err().contains(CANARY), outcome.err());
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(
                new Outcome(2, "", "Cannot read " + file + ": it is a folder; move that away.\n"),
                ferry("profile", "import", tool));
        assertEquals("[profiles.mine]\n", settings());
        assertFalse(keyring.words().contains("store"), keyring.words());
    }

    @Test
    void a_profile_that_cannot_be_written_leaves_nothing_in_the_keyring() throws IOException {
        String unusual = "profiles = { mine = { } }\n";
        Folders.write(home.resolve(".config/ferry/config.toml"), unusual);

        Outcome outcome = ferry("profile", "import", "atlas-cli", "default", "--keyring");

        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(keyring.words().contains("store"), keyring.words());
        assertEquals("", keyring.kept("ferry", "default/target"));
        assertEquals(unusual, settings());
    }

    @Test
    void another_tool_is_refused_with_the_one_that_was_meant() {
        Outcome outcome = ferry("profile", "import", "atlascli");

        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("Did you mean 'atlas-cli'?"), outcome.err());
    }

    private String settings() throws IOException {
        return Files.readString(home.resolve(".config/ferry/config.toml"));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables, "", args);
    }
}
