package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Key.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of keys, and the project file of a folder. */
final class PreferencesTest {
    @TempDir
    Path home;

    private Path folder;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void a_folder_of_runbooks_below_home() throws IOException {
        folder = Files.createDirectories(home.resolve("work/runbooks"));
        variables.put("HOME", home.toString());
    }

    static Stream<Key> preferences() {
        return Key.of(Scope.PROJECT).stream()
                .filter(key -> key.isIn(Scope.TOP) && key.strictest().isEmpty());
    }

    /** Values that are allowed, no two neighbours the same. */
    private static List<String> values(Key key) {
        return switch (key) {
            case NAMES, REHEARSAL_CALLS -> List.of("1", "2", "3", "4", "5");
            case TIMEOUT, CONNECT_TIMEOUT -> List.of("1s", "2m", "3h", "1h30m", "500ms");
            case OUTPUT -> List.of("json", "jsonl", "yaml", "csv", "table");
            case HINTS -> List.of("off", "on", "off", "on", "off");
            case API_VERSION -> List.of("2023-01-01", "2023-02-01", "2024-08-05", "2025-03-12", "2024-05-30");
            default -> throw new IllegalStateException("a new key needs values here: " + key);
        };
    }

    @ParameterizedTest
    @MethodSource("preferences")
    void what_is_said_nearer_counts_and_its_origin_is_told(Key key) throws IOException {
        List<String> values = values(key);
        settings("[profiles.a]\n");
        assertEquals(new Value(key.usual(), Value.USUAL), of(key, Preferences.USUAL));

        String top = key + " = \"" + values.get(0) + "\"\n";
        settings(top + "[profiles.a]\n");
        assertEquals(new Value(values.get(0), file() + ", line 1"), of(key, Preferences.USUAL));

        settings(top + "[profiles.a]\n" + key + " = \"" + values.get(1) + "\"\n");
        assertEquals(new Value(values.get(1), file() + ", line 3"), of(key, Preferences.USUAL));

        project("\n" + key + " = \"" + values.get(2) + "\"\n");
        assertEquals(
                new Value(values.get(2), home.resolve("work/ferry.toml") + ", line 2"), of(key, Preferences.USUAL));

        variables.put(key.variable(), values.get(3));
        assertEquals(new Value(values.get(3), key.variable()), of(key, Preferences.USUAL));

        Preferences options = Preferences.USUAL.said(key, values.get(4), "--option");
        assertEquals(new Value(values.get(4), "--option"), of(key, options));
    }

    @ParameterizedTest
    @MethodSource("preferences")
    void a_value_that_is_none_is_refused_where_it_stands(Key key) throws IOException {
        settings("[profiles.a]\n" + key + " = \"ninety-nine and more\"\n");
        assertEquals(
                file() + ", line 2, column " + (key.word().length() + 4) + ": profiles.a." + key + " has to be "
                        + key.allowed() + "; correct it.",
                refused());

        settings("[profiles.a]\n");
        variables.put(key.variable(), "ninety-nine and more");
        assertEquals(key.variable() + " has to be " + key.allowed() + "; correct it.", refused());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // profile, project, variable, what counts
                "writable,-,-,writable",
                "read-only,-,-,read-only",
                "writable,read-only,-,read-only",
                "writable,-,read-only,read-only",
                "read-only,-,writable,read-only",
            })
    void a_mode_can_only_be_made_stricter_by_others(String profile, String project, String variable, String expected)
            throws IOException {
        settings("[profiles.a]\nmode = \"" + profile + "\"\n");
        if (project != null) {
            project("mode = \"" + project + "\"\n");
        }
        if (variable != null) {
            variables.put("FERRY_MODE", variable);
        }
        assertEquals(expected.equals("read-only"), profile().readOnly());
        assertEquals(expected, profile().preferences().of(Key.MODE).text());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-,-,SEVERE",
                "all,-,-,-,ALL",
                "all,severe,-,-,SEVERE",
                "-,all,-,severe,ALL",
                "-,severe,all,-,ALL",
                "-,severe,-,all,ALL"
            })
    void confirmations_are_the_profiles_own_and_others_can_only_ask_for_more(
            String top, String profile, String project, String variable, String expected) throws IOException {
        settings((top == null ? "" : "confirm = \"" + top + "\"\n") + "[profiles.a]\n"
                + (profile == null ? "" : "confirm = \"" + profile + "\"\n"));
        if (project != null) {
            project("confirm = \"" + project + "\"\n");
        }
        if (variable != null) {
            variables.put("FERRY_CONFIRM", variable);
        }
        assertEquals(Confirmations.valueOf(expected), profile().preferences().confirm());
    }

    @Test
    void production_stays_read_only_whatever_the_folder_and_the_variables_say() throws IOException {
        settings("[profiles.a]\nenvironment = \"PROD\"\n");
        variables.put("FERRY_MODE", "writable");

        assertTrue(profile().readOnly());
        assertEquals(
                file() + ", line 2, because it says PROD",
                profile().preferences().of(Key.MODE).origin());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "mode = 'writable' ~ line 1, column 8: mode can only be 'read-only' in a project file: a file from somebody else must not make anything laxer; say writable in your profile.",
                "# x\\n  confirm = 'severe' ~ line 2, column 13: confirm can only be 'all' in a project file: a file from somebody else must not make anything laxer; say severe in your profile.",
                "base_url = 'https://evil.example.com' ~ line 1, column 1: base_url does not belong into a project file: whoever shares it could lead your credentials elsewhere; write it into your profile.",
                "proxy = 'x' ~ line 1, column 1: proxy does not belong into a project file: whoever shares it could lead your credentials elsewhere; write it into your profile.",
                "[profiles.a.source]\\nca_file = 'x' ~ line 1, column 1: profiles does not belong into a project file: whoever shares it could lead your credentials elsewhere; write it into your profile.",
                "private_key_command = 'rm -rf /' ~ line 1, column 1: private_key_command does not belong into a project file: whoever shares it could run a command on your machine; write it into your profile.",
                "client_secret = 'x' ~ line 1, column 1: client_secret does not belong into a project file: a file that is shared is no place for a secret, nor for where yours is; write it into your profile.",
                "outptu = 'json' ~ line 1, column 1: outptu is no setting that Ferry knows; correct or remove it. Did you mean 'output'?",
                "# x\\noutput = json ~ line 2, column 10, is not valid TOML: a text has to stand in quotation marks; only true, false, numbers and dates do without; correct that line.",
                "environment = 'TEST' ~ line 1, is for the environment TEST, and the profile a is PROD; choose another profile with --profile.",
            })
    void a_project_file_that_says_what_it_may_not_is_refused(String text, String sentence) throws IOException {
        settings("[profiles.a]\nenvironment = \"PROD\"\n");
        project(text.replace("\\n", "\n").replace('\'', '"'));

        assertEquals(
                home.resolve("work/ferry.toml") + ", " + sentence, refused().replaceAll("\"(read-only|all)\"", "'$1'"));
    }

    @Test
    void a_project_file_chooses_the_profile_and_an_option_another() throws IOException {
        settings("current = \"a\"\n[profiles.a]\n[profiles.b]\n");
        project("profile = \"b\"\n");

        assertEquals("b", profile().name());
        assertEquals(
                home.resolve("work/ferry.toml") + ", line 1",
                profiles().origins(new Wishes(null, folder, Preferences.USUAL)).chosenBy());
        assertEquals(
                "a",
                profiles()
                        .profileFor(new Wishes("a", folder, Preferences.USUAL))
                        .orElseThrow()
                        .name());
        variables.put("FERRY_PROFILE", "a");
        assertEquals("a", profile().name());
    }

    @Test
    void a_project_file_is_looked_for_up_to_a_repository_and_not_in_folders_of_anybody() throws IOException {
        settings("[profiles.a]\n");
        project("output = \"csv\"\n");
        assertEquals("csv", of(Key.OUTPUT, Preferences.USUAL).text());

        Files.createDirectories(folder.resolve(".git"));
        assertEquals("table", of(Key.OUTPUT, Preferences.USUAL).text());

        variables.put("HOME", home.resolve("elsewhere").toString());
        Files.delete(folder.resolve(".git"));
        assertFalse(profiles()
                .projectFile(new Wishes(null, folder, Preferences.USUAL))
                .isPresent());
        assertTrue(profiles()
                .projectFile(new Wishes(null, home.resolve("work"), Preferences.USUAL))
                .isPresent());
    }

    private Value of(Key key, Preferences options) {
        return profiles()
                .profileFor(new Wishes(null, folder, options))
                .orElseThrow()
                .preferences()
                .of(key);
    }

    private Profile profile() {
        return profiles()
                .profileFor(new Wishes(null, folder, Preferences.USUAL))
                .orElseThrow();
    }

    private String refused() {
        return String.valueOf(
                assertThrows(SettingsException.class, this::profile).getMessage());
    }

    private Profiles profiles() {
        return Profiles.of(Environment.of(variables));
    }

    private Path file() {
        return home.resolve(".config/ferry/config.toml");
    }

    private void settings(String text) throws IOException {
        Folders.write(file(), text);
    }

    private void project(String text) throws IOException {
        Files.writeString(home.resolve("work/ferry.toml"), text);
    }
}
