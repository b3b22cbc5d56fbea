package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import dev.ferry.output.Secret;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Key;
import dev.ferry.profile.Key.Scope;
import dev.ferry.profile.StandInKeyring;
import dev.ferry.profile.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What counts of each key when it is said in more and more places, the weakest first, and that {@code ferry doctor} tells who said it. A new key
 * fails here until it has values.
 */
final class OriginsTest {
    private static final String NOBODY = "http://127.0.0.1:1";

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private String top = "";
    private String profile = "";
    private String source = "";

    @BeforeEach
    void nobody_answers() {
        variables.put("HOME", home.toString());
        source = "base_url = \"" + NOBODY + "\"\npublic_key = \"abcdefgh\"\nprivate_key = \"in-the-settings-4711\"\n";
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void what_is_said_nearer_counts_and_the_doctor_tells_who_said_it(Key key) throws IOException {
        switch (key) {
            case CURRENT -> {
                chosen("a", "the only one in " + file());
                top = "current = \"b\"\n";
                chosen("b", "current in " + file());
            }
            case PROFILE -> {
                top = "current = \"b\"\n";
                variables.put("FERRY_PROFILE", "a");
                chosen("a", "FERRY_PROFILE");
                options.addAll(List.of("-P", "b"));
                chosen("b", "--profile");
            }
            case ENVIRONMENT -> inProfile(key, "TEST");
            case MODE -> {
                usual(key);
                profile = "environment = \"PROD\"\n";
                tells(key, "read-only", file() + ", line 2, because it says PROD");
                inProfile(key, "writable");
                inVariable(key, "read-only");
                options.addAll(List.of("--writable", "--confirm=a"));
                tells(key, "writable", "--writable");
            }
            case READ_ONLY -> {
                profile = "read_only = true\n";
                tells(Key.MODE, "read-only", file() + ", line 2");
            }
            case CONFIRM -> {
                usual(key);
                inTop(key, "all");
                inProfile(key, "severe");
                inVariable(key, "all");
            }
            case KEEP_RUNS -> {
                usual(key);
                inTop(key, "2d");
                inVariable(key, "3d");
            }
            case NAMES, REHEARSAL_CALLS -> everywhere(key, "1", "2", "4");
            case CONNECT_TIMEOUT -> everywhere(key, "1s", "2s", "4s");
            case TIMEOUT -> {
                everywhere(key, "1s", "2s", "4s");
                byOption(key, "5s", "--timeout", "5s");
            }
            case HINTS -> everywhere(key, "off", "on", "off");
            case API_VERSION -> {
                everywhere(key, "2023-01-01", "2023-02-01", "2025-03-12");
                byOption(key, "2024-05-30", "--api-version", "2024-05-30");
            }
            case OUTPUT -> {
                everywhere(key, "json", "yaml", "csv");
                byOption(key, "json", "-o", "json");
            }
            case BASE_URL -> {
                source = source.replaceFirst("base_url.*\n", "");
                variables.put("HTTPS_PROXY", "127.0.0.1:1");
                usual(key);
                inSource(key, NOBODY);
                named(key, "MCLI_BASE_URL", "http://127.0.0.1:2");
                named(key, "MCLI_OPS_MANAGER_URL", "http://127.0.0.1:3");
            }
            case CA_FILE -> {
                inSource(key, authority("a.pem"));
                named(key, "FERRY_CA_FILE", authority("b.pem"));
                named(key, "MCLI_OPS_MANAGER_CA_CERTIFICATE", authority("c.pem"));
            }
            case PROXY -> {
                source = source.replace(NOBODY, "https://ops.invalid");
                inSource(key, "127.0.0.1:2");
                says("proxy through 127.0.0.1:2: the profile's proxy is set");
                variables.put("HTTPS_PROXY", "127.0.0.1:1");
                says("proxy through 127.0.0.1:1: HTTPS_PROXY is set");
            }
            case NO_PROXY -> {
                source = source.replace(NOBODY, "https://ops.invalid") + "proxy = \"127.0.0.1:2\"\n";
                inSource(key, "ops.invalid");
                says("proxy none: the profile's no_proxy has ops.invalid");
                variables.put("NO_PROXY", ".invalid");
                says("proxy none: NO_PROXY has .invalid");
            }
            case ORGANIZATION, PROJECT -> inSource(key, "65aa00000000000000000001");
            case PUBLIC_KEY -> {
                tells(key, "abcdefgh", file() + ", line 4");
                variables.put("MCLI_PRIVATE_API_KEY", "in-a-variable-4711");
                named(key, "MCLI_PUBLIC_API_KEY", "hgfedcba");
            }
            case PRIVATE_KEY -> {
                tells(key, Secret.MASK, file() + ", line 5");
                variables.put("MCLI_PRIVATE_API_KEY", "in-a-variable-4711");
                tells(key, Secret.MASK, "MCLI_PRIVATE_API_KEY");
            }
            case CLIENT_ID -> {
                account();
                tells(key, "mdb_sa_id_1", file() + ", line 4");
                variables.put("MCLI_CLIENT_SECRET", "in-a-variable-4711");
                named(key, "MCLI_CLIENT_ID", "mdb_sa_id_2");
            }
            case CLIENT_SECRET -> {
                account();
                tells(key, Secret.MASK, file() + ", line 5");
                variables.put("MCLI_CLIENT_SECRET", "in-a-variable-4711");
                tells(key, Secret.MASK, "MCLI_CLIENT_SECRET");
            }
            default -> elsewhere(key);
        }
    }

    /** In processes of their own, since a project file is that of the folder a process works in. */
    @Test
    void a_project_file_goes_before_the_profile_and_behind_variables_and_options() throws Exception {
        Map<Key, String> inProfile = new EnumMap<>(Key.class);
        Map<Key, String> inProject = new EnumMap<>(Key.class);
        Map<Key, String> inVariables = new EnumMap<>(Key.class);
        for (Key key : Key.of(Scope.PROJECT)) {
            List<String> values =
                    switch (key) {
                        case PROFILE -> List.of("b", "a", "b");
                        case ENVIRONMENT -> List.of("TEST", "TEST", "TEST");
                        case MODE -> List.of("writable", "read-only", "read-only");
                        case CONFIRM -> List.of("severe", "all", "all");
                        case NAMES, REHEARSAL_CALLS -> List.of("1", "2", "3");
                        case TIMEOUT, CONNECT_TIMEOUT -> List.of("1s", "2s", "3s");
                        case OUTPUT -> List.of("csv", "jsonl", "json");
                        case HINTS -> List.of("on", "off", "on");
                        case API_VERSION -> List.of("2023-01-01", "2023-02-01", "2024-08-05");
                        default -> throw new IllegalStateException("a new key needs values here: " + key);
                    };
            inProfile.put(key, values.get(0));
            inProject.put(key, values.get(1));
            inVariables.put(key, values.get(2));
        }
        top = "current = \"b\"\n";
        profile = lines(inProfile, Key.PROFILE);
        Path folder = Files.createDirectory(home.resolve("runbooks"));
        Path file = Files.writeString(folder.resolve("ferry.toml"), lines(inProject));
        write();
        List<Key> keys = List.copyOf(inProject.keySet());

        String text = elsewhere(folder);
        says(text, "a, by " + file + ", line 1");
        for (Key key : keys.subList(2, keys.size())) {
            says(text, key + " " + inProject.get(key) + " " + file + ", line " + (keys.indexOf(key) + 1));
        }
        inVariables.forEach((key, value) -> variables.put(key.variable(), value));
        variables.remove("");
        text = elsewhere(folder);
        says(text, "b, by FERRY_PROFILE");
        for (Key key : keys.subList(2, keys.size())) {
            says(text, key + " " + inVariables.get(key) + " " + key.variable());
        }
        text = elsewhere(
                folder,
                "-P",
                "a",
                "--writable",
                "--confirm=a",
                "--timeout=4s",
                "-o",
                "yaml",
                "--api-version=2025-03-12");
        says(text, "a, by --profile");
        says(text, "mode writable --writable");
        says(text, "timeout 4s --timeout");
        says(text, "output yaml --output");
        says(text, "api_version 2025-03-12 --api-version");
    }

    private static String lines(Map<Key, String> values, Key... without) {
        StringBuilder lines = new StringBuilder();
        values.forEach((key, value) -> {
            if (!List.of(without).contains(key)) {
                lines.append(key).append(" = \"").append(value).append("\"\n");
            }
        });
        return lines.toString();
    }

    private String elsewhere(Path folder, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(options));
        words.add("doctor");
        ProcessBuilder builder = JavaProcess.of(Ferry.class, List.of(), words)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A secret that is not in the file itself, and one in a variable that goes before it. */
    private void elsewhere(Key key) throws IOException {
        boolean isAccount = key.word().startsWith("client");
        if (isAccount) {
            account();
        }
        Path kept = Files.createFile(home.resolve("kept"));
        Files.writeString(kept, "in-a-file-4711");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
        String said =
                switch (key) {
                    case PRIVATE_KEY_FILE, CLIENT_SECRET_FILE -> kept.toString();
                    case PRIVATE_KEY_ENV, CLIENT_SECRET_ENV -> "SOME_VARIABLE";
                    case PRIVATE_KEY_COMMAND, CLIENT_SECRET_COMMAND -> "printf %s-4711 printed";
                    case PRIVATE_KEY_KEYRING, CLIENT_SECRET_KEYRING -> "a-name";
                    default -> throw new IllegalStateException("a new key needs values here: " + key);
                };
        StandInKeyring keyring = StandInKeyring.in(home.resolve("bin"));
        keyring.put("ferry", "a-name", "in-the-keyring-4711");
        variables.put("PATH", keyring.path());
        variables.put("SOME_VARIABLE", "in-a-variable-4711");
        source = source.replaceFirst("(private_key|client_secret) = .*\n", "");
        inSource(key, said);
        String variable = isAccount ? "MCLI_CLIENT_SECRET" : "MCLI_PRIVATE_API_KEY";
        variables.put(variable, "in-a-variable-4712");
        tells(isAccount ? Key.CLIENT_SECRET : Key.PRIVATE_KEY, Secret.MASK, variable);
    }

    private void account() {
        source = "base_url = \"" + NOBODY
                + "\"\nclient_id = \"mdb_sa_id_1\"\nclient_secret = \"in-the-settings-4711\"\n";
    }

    private void everywhere(Key key, String inTop, String inProfile, String inVariable) throws IOException {
        usual(key);
        inTop(key, inTop);
        inProfile(key, inProfile);
        inVariable(key, inVariable);
    }

    private void usual(Key key) throws IOException {
        if (!key.usual().isEmpty()) {
            tells(key, key.usual(), Value.USUAL);
        }
    }

    private void inTop(Key key, String value) throws IOException {
        top += key + " = \"" + value + "\"\n";
        tells(key, value, file() + ", line " + top.lines().count());
    }

    private void inProfile(Key key, String value) throws IOException {
        profile += key + " = \"" + value + "\"\n";
        tells(
                key,
                value,
                file() + ", line " + (top.lines().count() + 1 + profile.lines().count()));
    }

    private void inSource(Key key, String value) throws IOException {
        source += key + " = \"" + value + "\"\n";
        tells(key, value, file() + ", line " + ((top + profile + source).lines().count() + 2));
    }

    private void inVariable(Key key, String value) throws IOException {
        named(key, key.variable(), value);
    }

    private void named(Key key, String variable, String value) throws IOException {
        variables.put(variable, value);
        tells(key, value, variable);
    }

    private void byOption(Key key, String value, String... words) throws IOException {
        options.addAll(List.of(words));
        tells(key, value, key.option());
    }

    private void chosen(String name, String by) throws IOException {
        says("profile settings " + name + ", by " + by);
    }

    private void tells(Key key, String value, String origin) throws IOException {
        says(key + " " + value + " " + origin);
    }

    /** Whether the doctor says this, however it prints it. */
    private void says(String expected) throws IOException {
        write();
        List<String> words = new ArrayList<>(options);
        words.add("doctor");
        Outcome outcome = Outcome.of(variables, "", words.toArray(String[]::new));
        says(outcome.out() + outcome.err(), expected);
    }

    private static void says(String text, String expected) {
        String plain = text.replaceAll("[\\s\"\\\\{}\\[\\],;]+|:(?=[\\s\"])", " ")
                .replaceAll("\\b(key|value|from) ", "")
                .replaceAll(" +", " ");
        String wanted = expected.replaceAll("[\\s,]+|:(?=\\s)", " ").replaceAll(" +", " ");
        assertTrue(
                Pattern.compile("(^| )" + Pattern.quote(wanted) + "( |$)")
                        .matcher(plain)
                        .find(),
                () -> wanted + " is not in\n" + text);
    }

    private void write() throws IOException {
        Folders.write(
                file(),
                top + "[profiles.a]\n" + profile + "[profiles.a.source]\n" + source
                        + (top.contains("current")
                                ? "[profiles.b]\n" + profile + "[profiles.b.source]\n" + source
                                : ""));
    }

    private String authority(String name) throws IOException {
        return Files.writeString(
                        home.resolve(name),
                        new HeldCertificate.Builder().build().certificatePem())
                .toString();
    }

    private Path file() {
        return home.resolve(".config/ferry/config.toml");
    }
}
