package dev.ferry.canary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch;
import dev.ferry.profile.StandInKeyring;
import dev.ferry.script.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody's machine: a home with settings, a folder to work in, one of runbooks, a keyring, and programs that tell what they see of
 * themselves and of those that started them. What is the user's own, and no channel, lies outside of home and work.
 */
final class Scene {
    /** The profile that works, its keys in the settings file and from a command. */
    static final String PROFILE = Planted.MARK;

    /** One with service accounts, whose secrets are in the keyring. */
    static final String ACCOUNT = Planted.MARK + "-account";

    /** The password that the sandbox's source takes. */
    static final String MIGRATOR = "sandbox-migrator";

    /** Tells the environment, and the command lines of itself, of Ferry, and of whoever started that. */
    private static final String TELL = """
            #!/bin/sh
            env | grep -v 'EXCEPT' >> 'CAUGHT/NAME-environment'
            p=$$
            while [ "$p" -gt 1 ]; do
                tr '\\0' ' ' < "/proc/$p/cmdline"; echo
                p=$(sed -n 's/^PPid:[^0-9]*//p' "/proc/$p/status")
            done >> 'CAUGHT/NAME-commands'
            """;

    /** What a command that prints a secret needs for itself, of a vault for instance. */
    private static final String ITS_OWN = "^\\(VAULT_TOKEN\\|DUMP_PASSWORD\\|DB_PASSWORD\\)=";

    private static final String NOTHING = "^$";

    final Path home;
    final Path work;
    final Path runbooks;
    final Path temporary;
    final Path caught;

    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();

    Scene(Path folder) throws IOException {
        this.folder = folder;
        home = Files.createDirectory(folder.resolve("home"));
        work = Files.createDirectory(folder.resolve("work"));
        runbooks = Files.createDirectory(folder.resolve("runbooks"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        caught = Files.createDirectory(folder.resolve("caught"));
        Files.createDirectory(folder.resolve("bin"));
    }

    /** Settles in: settings and keyring for this sandbox, and the programs. */
    void settle(SandboxProcess sandbox) throws IOException {
        Map<String, String> keys = sandbox.keys();
        Map<String, String> accounts = sandbox.serviceAccounts();
        StandInKeyring keyring = StandInKeyring.in(folder.resolve("keyring"));
        keyring.put("ferry", "account-source", accounts.get("MCLI_CLIENT_SECRET"));
        keyring.put("ferry", "account-target", accounts.get("MONGODB_ATLAS_CLIENT_SECRET"));
        program("secret-tool", NOTHING, "exec '" + folder + "/keyring/secret-tool' \"$@\"");
        Path right = Files.writeString(folder.resolve("right"), keys.get("MCLI_PRIVATE_API_KEY"));
        Path wrong = Files.writeString(folder.resolve("wrong"), Planted.SECRET_COMMAND.value());
        Path command = program("command", ITS_OWN, "cat \"$1\"");
        Path pager = program("pager", NOTHING, "cat > '" + work + "/paged'");
        // What the editor is given is a temporary file, and is gone when it ends.
        Path editor = program("editor", NOTHING, "cat \"$1\" >> '" + caught + "/temporary'");
        settings(keys, accounts, "'" + command + "' '" + right + "'", "'" + command + "' '" + wrong + "'");
        variables.put("HOME", home.toString());
        variables.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        variables.put("PAGER", pager.toString());
        variables.put("EDITOR", editor.toString());
        variables.put("CANARY", Planted.MARK);
        variables.put("DUMP_PASSWORD", Planted.SPLIT.value());
        variables.put("DB_PASSWORD", MIGRATOR);
        variables.put("VAULT_TOKEN", Planted.CLIENT_SECRET.value());
        variables.put("FERRY_CANARY_TOKEN", Planted.ACCESS_TOKEN.value());
        variables.put("FERRY_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        if (keys.containsKey("FERRY_CA_FILE")) {
            variables.put("FERRY_CA_FILE", keys.get("FERRY_CA_FILE"));
        }
    }

    Launch launch() {
        Launch launch = Launch.of(Launch.dist());
        variables.forEach(launch::with);
        return launch;
    }

    /** A command that starts Ferry on a terminal, without a secret in its words. */
    String onTerminal(String arguments) throws IOException {
        String exports = variables.entrySet().stream()
                .map(each -> "export " + each.getKey() + "='" + each.getValue() + "'\n")
                .collect(Collectors.joining());
        Path start = executable(
                folder.resolve("start"),
                "#!/bin/sh\ncd '" + work + "'\n" + exports + "export TERM=xterm-256color LC_ALL=C.UTF-8\nexec '"
                        + Launch.dist().resolve("bin/ferry") + "' " + arguments + "\n");
        return "env -i '" + start + "'";
    }

    /** What a program has told, by {@code environment} or {@code commands}. */
    String caught(String program, String what) throws IOException {
        Path file = caught.resolve(program + "-" + what);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** A file of the user's, with the values in place of the names of {@link Planted}. */
    String write(String name, String text) throws IOException {
        String planted = text.replace("WORK", work.toString())
                .replace("CAUGHT", caught.toString())
                .replace("MARK", Planted.MARK);
        for (Planted kind : Planted.values()) {
            planted = planted.replaceAll("\\b" + kind.name() + "\\b", kind.value());
        }
        return Files.writeString(runbooks.resolve(name), planted).toString();
    }

    private Path program(String name, String except, String end) throws IOException {
        return executable(
                folder.resolve("bin").resolve(name),
                TELL.replace("CAUGHT", caught.toString()).replace("NAME", name).replace("EXCEPT", except) + end + "\n");
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void settings(Map<String, String> keys, Map<String, String> accounts, String right, String wrong)
            throws IOException {
        Path config = Files.createDirectories(
                home.resolve(".config/ferry"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = Files.createFile(
                config.resolve("config.toml"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String text = """
                current = "PROFILE"
                [profiles.PROFILE]
                environment = "TEST"
                confirm = "severe"
                [profiles.PROFILE.source]
                base_url = "URL"
                public_key = "SOURCE_KEY"
                private_key_command = "RIGHT"
                [profiles.PROFILE.target]
                base_url = "URL"
                public_key = "TARGET_KEY"
                private_key = "TARGET_SECRET"
                [profiles.WITH_ACCOUNT.source]
                base_url = "URL"
                client_id = "SOURCE_ACCOUNT"
                client_secret_keyring = "account-source"
                [profiles.WITH_ACCOUNT.target]
                base_url = "URL"
                client_id = "TARGET_ACCOUNT"
                client_secret_keyring = "account-target"
                [profiles.other.source]
                base_url = "URL"
                public_key = "SOURCE_KEY"
                private_key_command = "WRONG"
                [profiles.other.target]
                base_url = "URL"
                client_id = "mdb_sa_id_0123456789abcdef01234567"
                client_secret = "WRONG_SECRET"
                """;
        Map<String, String> values = new LinkedHashMap<>();
        values.put("PROFILE", PROFILE);
        values.put("WITH_ACCOUNT", ACCOUNT);
        values.put("URL", keys.get("MONGODB_ATLAS_BASE_URL"));
        values.put("SOURCE_KEY", keys.get("MCLI_PUBLIC_API_KEY"));
        values.put("TARGET_KEY", keys.get("MONGODB_ATLAS_PUBLIC_API_KEY"));
        values.put("TARGET_SECRET", keys.get("MONGODB_ATLAS_PRIVATE_API_KEY"));
        values.put("SOURCE_ACCOUNT", accounts.get("MCLI_CLIENT_ID"));
        values.put("TARGET_ACCOUNT", accounts.get("MONGODB_ATLAS_CLIENT_ID"));
        values.put("WRONG_SECRET", Planted.SETTINGS_FILE.value());
        values.put("RIGHT", right);
        values.put("WRONG", wrong);
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replaceAll("\\b" + each.getKey() + "\\b", each.getValue());
        }
        Files.writeString(file, text);
    }

    /** What is in the folder for temporary files. */
    List<Path> leftInTemporary() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.toList();
        }
    }

    /** The access tokens that are kept for the next process. */
    List<Path> tokens() throws IOException {
        Path kept = home.resolve(".local/state/ferry/tokens");
        assertTrue(Files.isDirectory(kept), "access tokens");
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }
}
