package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
    private static final String ACME = """
            # Ours, see the wiki.
            current = "acme"   # the usual one

            [profiles.acme]
            environment = "PROD"

            [profiles.acme.source]
            base_url = "https://opsmanager.example.com:8443/"
            public_key = "abcdefgh"
            private_key_command = "printf 'from-a-command\\\\nsecond line\\\\n'"
            ca_file = "/etc/ssl/corp.pem"

            [profiles.acme.target]
            client_id = "mdb_sa_id_65aa000000000000000000ff"
            client_secret_env = "ACME_SECRET"

            # For rehearsals.
            [profiles.test]
            environment = "TEST"
            read_only = true
            """;

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void home_is_a_folder_of_the_test() {
        variables.put("HOME", home.toString());
        variables.put("PATH", String.valueOf(System.getenv("PATH")));
    }

    @Test
    void without_file_and_environment_there_is_no_profile_and_nothing_is_written() throws IOException {
        assertEquals(Optional.empty(), profiles().resolve(null));
        assertEquals(List.of(), profiles().list());
        try (var files = Files.list(home)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void the_current_profile_of_the_file_has_both_sides() throws IOException {
        write(ACME);
        variables.put("ACME_SECRET", "from-the-environment");

        Profile profile = profiles().resolve(null).orElseThrow();

        assertEquals("acme", profile.name());
        assertEquals("PROD", profile.environment());
        Connection source = connect(profile.source());
        assertEquals(URI.create("https://opsmanager.example.com:8443"), source.baseUrl());
        assertEquals(new ApiKey("abcdefgh", Secret.of("from-a-command")), source.credentials());
        assertEquals(Path.of("/etc/ssl/corp.pem"), source.caFile());
        Connection target = connect(profile.target());
        assertEquals(URI.create("https://cloud.mongodb.com"), target.baseUrl());
        assertEquals(
                new ServiceAccount("mdb_sa_id_65aa000000000000000000ff", Secret.of("from-the-environment")),
                target.credentials());
        assertNull(target.caFile());
    }

    @ParameterizedTest
    @CsvSource({"PROD,,true", "production,,true", "PROD,false,false", "TEST,,false", "TEST,true,true", ",,false"})
    void a_production_profile_starts_read_only_unless_it_says_otherwise(
            @Nullable String environment, @Nullable String readOnly, boolean expected) throws IOException {
        write("[profiles.a]\n"
                + (environment == null ? "" : "environment = \"" + environment + "\"\n")
                + (readOnly == null ? "" : "read_only = " + readOnly + "\n"));

        assertEquals(expected, profiles().resolve(null).orElseThrow().readOnly());
    }

    @Test
    void an_option_goes_before_the_variable_and_the_variable_before_the_file() throws IOException {
        write("current = \"a\"\n[profiles.a]\n[profiles.b]\n[profiles.c]\n");

        assertEquals("a", profiles().resolve(null).orElseThrow().name());
        variables.put("FERRY_PROFILE", "b");
        assertEquals("b", profiles().resolve(null).orElseThrow().name());
        assertEquals("c", profiles().resolve("c").orElseThrow().name());
    }

    @Test
    void the_only_profile_is_current_without_being_named() throws IOException {
        write("[profiles.a]\n");

        assertEquals(Optional.of("a"), profiles().current());
        assertEquals("a", profiles().resolve(null).orElseThrow().name());
    }

    @Test
    void an_unknown_profile_is_refused_with_the_name_that_was_meant() throws IOException {
        write(ACME);

        assertEquals(
                "There is no profile amce in " + file() + "; did you mean 'acme'?",
                assertThrows(SettingsException.class, () -> profiles().resolve("amce"))
                        .getMessage());
        variables.put("FERRY_PROFILE", "elsewhere");
        assertEquals(
                "There is no profile elsewhere (from FERRY_PROFILE) in " + file()
                        + "; add it with 'ferry profile add elsewhere'.",
                assertThrows(SettingsException.class, () -> profiles().resolve(null))
                        .getMessage());
    }

    @Test
    void the_variables_of_other_tools_are_enough_without_a_file() {
        variables.put("MCLI_PUBLIC_API_KEY", "mclipubl");
        variables.put("MCLI_PRIVATE_API_KEY", "mcli-private");
        variables.put("MCLI_OPS_MANAGER_URL", "http://127.0.0.1:9080/");
        variables.put("MCLI_OPS_MANAGER_CA_CERTIFICATE", "/tmp/ca.pem");
        variables.put("MONGODB_ATLAS_CLIENT_ID", "mdb_sa_id_1");
        variables.put("MONGODB_ATLAS_CLIENT_SECRET", "mdb_sa_sk_secret");
        variables.put("MONGODB_ATLAS_SERVICE", "cloudgov");

        Profile profile = profiles().resolve(null).orElseThrow();

        assertEquals("environment", profile.name());
        assertFalse(profile.readOnly());
        assertEquals(
                new Connection(
                        URI.create("http://127.0.0.1:9080"),
                        new ApiKey("mclipubl", Secret.of("mcli-private")),
                        Path.of("/tmp/ca.pem")),
                connect(profile.source()));
        assertEquals(
                new Connection(
                        URI.create("https://cloud.mongodbgov.com"),
                        new ServiceAccount("mdb_sa_id_1", Secret.of("mdb_sa_sk_secret")),
                        null),
                connect(profile.target()));
    }

    @Test
    void the_variables_override_one_side_and_leave_the_other_to_the_profile() throws IOException {
        write(ACME);
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", "atlaspub");
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", "atlas-private");
        variables.put("MONGODB_ATLAS_OPS_MANAGER_URL", "https://wins.example.com");
        variables.put("MONGODB_ATLAS_BASE_URL", "https://loses.example.com");

        Profile profile = profiles().resolve(null).orElseThrow();

        assertEquals(
                new Connection(
                        URI.create("https://wins.example.com"),
                        new ApiKey("atlaspub", Secret.of("atlas-private")),
                        null),
                connect(profile.target()));
        assertEquals("abcdefgh", connect(profile.source()).credentials().id());
    }

    @Test
    void a_secret_in_the_environment_completes_the_profile() throws IOException {
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\n");
        variables.put("MCLI_PRIVATE_API_KEY", "from-outside");

        assertEquals(
                new ApiKey("abcdefgh", Secret.of("from-outside")),
                connect(profiles().resolve(null).orElseThrow().source()).credentials());
    }

    @Test
    void the_terraform_names_are_read_too() {
        variables.put("MONGODB_ATLAS_PUBLIC_KEY", "terrafor");
        variables.put("MONGODB_ATLAS_PRIVATE_KEY", "terraform-private");

        assertEquals(
                new ApiKey("terrafor", Secret.of("terraform-private")),
                connect(profiles().resolve(null).orElseThrow().target()).credentials());
    }

    @Test
    void a_service_account_wins_over_an_api_key() {
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", "atlaspub");
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", "atlas-private");
        variables.put("MONGODB_ATLAS_CLIENT_ID", "mdb_sa_id_1");
        variables.put("MONGODB_ATLAS_CLIENT_SECRET", "mdb_sa_sk_secret");

        assertEquals(
                "mdb_sa_id_1",
                connect(profiles().resolve(null).orElseThrow().target())
                        .credentials()
                        .id());
    }

    @ParameterizedTest
    @CsvSource({
        "MCLI_PUBLIC_API_KEY,MCLI_PRIVATE_API_KEY",
        "MCLI_PRIVATE_API_KEY,MCLI_PUBLIC_API_KEY",
        "MCLI_CLIENT_ID,MCLI_CLIENT_SECRET",
        "MCLI_CLIENT_SECRET,MCLI_CLIENT_ID"
    })
    void half_a_credential_is_refused_when_its_side_is_used_and_not_before(String set, String unset) {
        variables.put(set, "something");

        Side source = profiles().resolve(null).orElseThrow().source();

        assertEquals(
                set + " is set but " + unset + " is not; set both.",
                assertThrows(SettingsException.class, () -> connect(source)).getMessage());
    }

    @Test
    void half_a_credential_in_the_file_names_the_keys() throws IOException {
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\n");

        assertEquals(
                "profiles.a.source.public_key in " + file() + " is set but profiles.a.source.private_key in " + file()
                        + " is not; set both.",
                assertThrows(
                                SettingsException.class,
                                () -> connect(
                                        profiles().resolve(null).orElseThrow().source()))
                        .getMessage());
    }

    @Test
    void a_secret_in_a_file_is_read_without_its_line_end() throws IOException {
        Files.writeString(home.resolve("key"), "  in-a-file\n");
        Files.setPosixFilePermissions(home.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key_file = \"~/key\"\n");

        assertEquals(
                new ApiKey("abcdefgh", Secret.of("in-a-file")),
                connect(profiles().resolve(null).orElseThrow().source()).credentials());
    }

    @Test
    void a_secret_in_settings_that_others_can_read_is_refused() throws IOException {
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key = \"in-the-settings\"\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertEquals(
                file() + " holds a secret and others can read it; run: chmod 600 " + file(),
                assertThrows(
                                SettingsException.class,
                                () -> connect(
                                        profiles().resolve(null).orElseThrow().source()))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private_key_command = 'exit 3' | ended with code 3; run it by itself to see why: exit 3",
                "private_key_command = 'true' | printed nothing; it has to print the secret: true",
                "private_key_env = 'NOT_SET' | The environment variable NOT_SET, which profiles.a.source.private_key_env",
                "private_key_file = '/absent/key' | Cannot read /absent/key, which profiles.a.source.private_key_file",
            })
    void a_secret_that_cannot_be_read_says_where_it_was_to_come_from(String setting, String part) throws IOException {
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\n" + setting.replace('\'', '"') + "\n");

        String message = assertThrows(
                        SettingsException.class,
                        () -> connect(profiles().resolve(null).orElseThrow().source()))
                .getMessage();

        assertTrue(message.contains(part), message);
    }

    @Test
    void no_command_runs_before_its_side_is_connected() throws IOException {
        Path trace = home.resolve("trace");
        write("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key_command = \"touch " + trace
                + "; echo s3cret-word\"\n");

        Profile profile = profiles().resolve(null).orElseThrow();
        assertEquals(1, profiles().list().size());
        assertFalse(Files.exists(trace));

        connect(profile.source());
        assertTrue(Files.exists(trace));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curent = 'a'                            | FILE, line 1, column 1: curent is no setting that Ferry knows; correct or remove it. Did you mean 'current'?",
                "[profiles.a]\\nread_onyl = true         | FILE, line 2, column 1: profiles.a.read_onyl is no setting that Ferry knows; correct or remove it. Did you mean 'read_only'?",
                "[profiles.a]\\n  read_only = 'yes'      | FILE, line 2, column 15: profiles.a.read_only has to be true or false; correct it.",
                "[profiles.a]\\nmode = 'off'             | FILE, line 2, column 8: profiles.a.mode has to be 'read-only' or 'writable'; correct it.",
                "[profiles.a]\\nmode = 'writable'\\nread_only = true | FILE, line 3, column 1: profiles.a.read_only is an older way to say mode; keep mode alone.",
                "[profiles.a]\\nsource = 'x'             | FILE, line 2, column 10: profiles.a.source has to be a table; correct it.",
                "[profiles.a.target]\\nclient_id = 1     | FILE, line 2, column 13: profiles.a.target.client_id has to be a text in quotation marks; correct it.",
                "profiles = { a = { target = { clientid = 'x' } } } | FILE, line 1, column 31: profiles.a.target.clientid is no setting that Ferry knows; correct or remove it. Did you mean 'client_id'?",
                "[profiles.a.source]\\nbase_url = 'acme' | FILE, line 2, column 12: profiles.a.source.base_url is not the address of a service; write scheme, host and port only, as https://cloud.mongodb.com.",
                "# one\\n\\n[profiles.a]\\nread_only = tru\\n | FILE, line 4, column 13, is not valid TOML: a text has to stand in quotation marks; only true, false, numbers and dates do without; correct that line.",
                "[profiles.a\\nmode = 'writable'  | FILE, line 1, column 12, is not valid TOML: a table's name ends with ]; correct that line.",
                "current = 'a               | FILE, line 1, column 11, is not valid TOML: the text that begins here has no quotation mark at its end; correct that line.",
                "[profiles.a.source]\\nprivate_key = 'x'\\nprivate_key_env = 'Y' | FILE, line 2, column 1: profiles.a.source.private_key is given in several ways; keep one of private_key, private_key_file, private_key_env, private_key_command and private_key_keyring.",
            })
    void a_file_that_cannot_be_understood_is_one_sentence_with_the_place(String text, String sentence)
            throws IOException {
        write(text.replace("\\n", "\n").replace('\'', '"'));

        assertEquals(
                sentence.replace("FILE", file().toString()),
                String.valueOf(assertThrows(SettingsException.class, () -> profiles()
                                        .list())
                                .getMessage())
                        .replaceAll("\"(read-only|writable)\"", "'$1'"));
    }

    @Test
    void a_settings_file_that_is_a_folder_is_one_sentence() throws IOException {
        Files.createDirectories(file());

        String message =
                assertThrows(SettingsException.class, () -> profiles().list()).getMessage();

        assertEquals("Cannot read the settings in " + file() + ": it is a folder; move that away.", message);
    }

    @Test
    void an_unknown_service_is_refused() {
        variables.put("MCLI_SERVICE", "ops-manager");

        assertEquals(
                "MCLI_SERVICE is \"ops-manager\"; set MCLI_OPS_MANAGER_URL to the address of that service, or MCLI_SERVICE to one of [cloud, cloud-manager].",
                assertThrows(SettingsException.class, () -> profiles().resolve(null))
                        .getMessage());
    }

    @Test
    void adding_keeps_comments_and_other_profiles_and_reads_back_as_it_was() throws IOException {
        write(ACME);
        Profile added = new Profile(
                "new.one",
                "TEST \"2\"",
                false,
                new Side(
                        URI.create("https://cloud.mongodb.com"),
                        new Login(
                                Login.Kind.API_KEY,
                                "ijklmnop",
                                new SecretSource.Literal(Secret.of("back\\slash \"quoted\""), null)),
                        null),
                new Side(
                        URI.create("https://cloud.mongodb.com"),
                        new Login(Login.Kind.SERVICE_ACCOUNT, "mdb_sa_id_2", new SecretSource.Variable("TWO", "")),
                        Path.of("/ca.pem")));

        profiles().add(added);

        assertTrue(read().startsWith(ACME), read());
        Profile found = profiles().find("new.one").orElseThrow();
        assertEquals("TEST \"2\"", found.environment());
        assertEquals(
                new ApiKey("ijklmnop", Secret.of("back\\slash \"quoted\"")),
                connect(found.source()).credentials());
        variables.put("TWO", "second-secret");
        assertEquals(Path.of("/ca.pem"), connect(found.target()).caFile());
        assertEquals(Optional.of("acme"), profiles().current());
    }

    @Test
    void the_first_profile_makes_a_closed_file_in_a_closed_folder_and_is_current() throws IOException {
        profiles().add(new Profile("first", null, false, null, null));

        assertEquals(Optional.of("first"), profiles().current());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".config/ferry"))));
        try (var files = Files.list(home.resolve(".config/ferry"))) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void a_profile_is_not_added_twice_nor_under_a_name_that_is_none() throws IOException {
        write(ACME);

        assertThrows(SettingsException.class, () -> profiles().add(new Profile("acme", null, false, null, null)));
        assertThrows(SettingsException.class, () -> profiles().add(new Profile("-x", null, false, null, null)));
        assertEquals(ACME, read());
    }

    @Test
    void using_another_profile_changes_one_line() throws IOException {
        write(ACME);

        profiles().use("test");

        assertEquals(ACME.replace("current = \"acme\" ", "current = \"test\" "), read());
    }

    @Test
    void using_a_profile_for_the_first_time_adds_the_line_above_the_tables() throws IOException {
        write("# Ours.\n[profiles.a]\n[profiles.b]\n");

        profiles().use("b");

        assertEquals("# Ours.\ncurrent = \"b\"\n\n[profiles.a]\n[profiles.b]\n", read());
    }

    @Test
    void removing_takes_the_tables_and_leaves_the_rest() throws IOException {
        write(ACME);

        profiles().remove("acme");

        assertEquals("""
                # Ours, see the wiki.

                # For rehearsals.
                [profiles.test]
                environment = "TEST"
                read_only = true
                """, read());
    }

    @Test
    void a_file_written_in_an_unusual_way_is_left_alone() throws IOException {
        String text = "profiles.a.environment = \"TEST\"\nprofiles.b.environment = \"PROD\"\n";
        write(text);

        assertThrows(SettingsException.class, () -> profiles().remove("a"));
        assertEquals(text, read());
    }

    @Test
    void a_file_of_another_system_is_read_and_keeps_its_ends_of_lines() throws IOException {
        write("\uFEFF# Ours.\r\ncurrent = \"a\"\r\n\r\n[profiles.a]\r\n\tmode\t=\t\"writable\"\r\n[profiles.b]\r\n");

        profiles().use("b");

        assertEquals(
                "# Ours.\r\ncurrent = \"b\"\r\n\r\n[profiles.a]\r\n\tmode\t=\t\"writable\"\r\n[profiles.b]\r\n",
                read());
        assertEquals("b", profiles().current().orElseThrow());
    }

    @Test
    void a_file_that_is_no_text_is_one_sentence() throws IOException {
        write("");
        Files.write(file(), new byte[] {'[', 'p', (byte) 0xC4, ']'});

        assertEquals(
                "Cannot read the settings in " + file() + ": it is not text in UTF-8; save it as that.",
                assertThrows(SettingsException.class, () -> profiles().list()).getMessage());
        write("");
        assertEquals(List.of(), profiles().list());
    }

    @Test
    void a_linked_settings_file_stays_a_link() throws IOException {
        Path real = home.resolve("dotfiles/ferry.toml");
        Files.createDirectories(real.getParent());
        Files.writeString(real, "[profiles.a]\n");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), real);

        profiles().use("a");

        assertTrue(Files.isSymbolicLink(file()));
        assertEquals("current = \"a\"\n\n[profiles.a]\n", Files.readString(real));
    }

    private Profiles profiles() {
        return Profiles.of(Environment.of(variables));
    }

    private Connection connect(@Nullable Side side) {
        return assertNotNullSide(side).connect(Environment.of(variables));
    }

    private static Side assertNotNullSide(@Nullable Side side) {
        assertNotNull(side);
        return side;
    }

    private Path file() {
        return home.resolve(".config/ferry/config.toml");
    }

    private void write(String text) throws IOException {
        Folders.write(file(), text);
    }

    private String read() throws IOException {
        return Files.readString(file());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-,-,-,true", "off,-,-,false", "off,on,-,true", "-,off,-,false", "-,off,on,true", "on,on,off,false"
            },
            nullValues = "-")
    void hints_are_on_unless_file_profile_or_environment_say_otherwise(
            String file, String profile, String variable, boolean expected) throws IOException {
        write((file == null ? "" : "hints = '" + file + "'\n") + "[profiles.a]\n"
                + (profile == null ? "" : "hints = '" + profile + "'\n"));
        if (variable != null) {
            variables.put("FERRY_HINTS", variable);
        }
        assertEquals(
                expected, profiles().resolve("a").orElseThrow().preferences().hints());
    }

    @Test
    void hints_that_are_neither_on_nor_off_are_refused() throws IOException {
        write("[profiles.a]\nhints = 'maybe'\n");
        SettingsException refused =
                assertThrows(SettingsException.class, () -> profiles().list());
        assertTrue(String.valueOf(refused.getMessage()).contains("profiles.a.hints"), refused.getMessage());
    }
}
