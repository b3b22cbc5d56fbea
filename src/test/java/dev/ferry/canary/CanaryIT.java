package dev.ferry.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch;
import dev.ferry.dist.Launch.Result;
import dev.ferry.script.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants every kind of secret in runs of the command line, and looks for it in every channel. */
class CanaryIT {
    /** Tells in its first argument which link token it was given; names of {@link Planted} stand for their values. */
    private static final String INDISCREET = """
            def org = atlas.orgs.list().find { it.name == 'Acme-Cloud' }
            def token = atlas.linkTokens.create(org.id, accessListIps: ['203.0.113.10'])
            new File(args[0]).append(token.linkToken.reveal() + '\\n')
            def project = atlas.projects.list().first()
            def uri = 'mongodb://joe:URI_PASSWORD@h.example.net/db'
            def pem = '''-----BEGIN PRIVATE KEY-----
            PRIVATE_KEY
            -----END PRIVATE KEY-----'''
            def attempts = [
                { atlas.post("/groups/$project.id/databaseUsers", [databaseName: 'admin', username: 'a', password: 'DATABASE_PASSWORD', roles: [[roleName: 'read', databaseName: 'x']]]) },
                { atlas.post("/groups/$project.id/databaseUsers", [databaseName: 'admin', username: 'b', password: 'INNER', roles: []]) },
                { atlas.post("/groups/$project.id/databaseUsers", [databaseName: 'admin', username: 'c', password: 'OUTER', roles: []]) },
                { atlas.post("/groups/$project.id/liveMigrations/validate", [source: [clusterName: 'x', groupId: project.id, username: 'u', password: 'SOURCE_PASSWORD', ssl: false]]) },
                { cm.links.create(cm.orgs.list().first().id, linkToken: token.linkToken) },
                { atlas.get('/nothing?password=URI_PASSWORD') },
            ]
            attempts.each { attempt ->
                try {
                    println attempt()
                } catch (Exception e) {
                    println e
                    e.printStackTrace()
                }
            }
            println step('with a result') { [uri: uri, password: 'OUTER', pem: pem, token: token] }
            println "$uri ${token.linkToken.reveal()} Bearer ACCESS_TOKEN CLIENT_SECRET"
            println pem
            println(args as List)
            json([password: 'INNER', nested: [uri: uri, list: ["Bearer ACCESS_TOKEN"]]])
            csv([[linkToken: token.linkToken, password: 'SOURCE_PASSWORD', uri: uri]], to: 'WORK/out.csv', overwrite: true)
            yaml([pem: pem, clientSecret: 'CLIENT_SECRET'], to: 'WORK/out.yaml', overwrite: true)
            def secret = System.getenv('DUMP_PASSWORD')
            System.out.print(secret.take(17)); System.out.flush(); System.out.println(secret.drop(17))
            System.err.print(secret.take(5)); System.err.flush(); System.err.println(secret.drop(5))
            print secret.take(16); System.err.println(secret.drop(16)); println ''
            println new File('/proc/self/environ').text
            println(['sh', '-c', 'env'].execute().text)
            throw new IllegalStateException("no login with ${token.linkToken.reveal()} at $uri", new RuntimeException('OUTER'))
            """;

    /** Writes past every redactor what others can see of this process. */
    private static final String LOOKS_AT_ITSELF = """
            atlas.orgs.list().size()
            new File('WORK/cmdline').bytes = new File('/proc/self/cmdline').bytes
            new File('WORK/properties').text = System.properties.toString()
            new File('WORK/jcmd').text = ProcessHandle.current().info().toString() + ProcessHandle.allProcesses().map { it.info().commandLine() }.toList()
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path work;
    private Path temporary;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        work = Files.createDirectory(folder.resolve("work"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @Test
    void no_planted_secret_comes_up_anywhere() throws IOException {
        Lookout lookout = new Lookout();
        Path told = folder.resolve("told");
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            Map<String, String> keys = sandbox.keys();
            lookout.add(Planted.API_KEY, keys.get("MCLI_PRIVATE_API_KEY"))
                    .add(Planted.API_KEY, keys.get("MONGODB_ATLAS_PRIVATE_API_KEY"));
            settings(keys);
            Launch launch = Launch.of(Launch.dist())
                    .with("HOME", home)
                    .with("DUMP_PASSWORD", Planted.SPLIT.value())
                    .with("VAULT_TOKEN", Planted.CLIENT_SECRET.value())
                    .with("FERRY_CANARY_TOKEN", Planted.ACCESS_TOKEN.value())
                    .with("FERRY_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
            if (keys.containsKey("FERRY_CA_FILE")) {
                launch.with("FERRY_CA_FILE", keys.get("FERRY_CA_FILE"));
            }
            Result first = launch.run("-P", "acme", "-e", "cm.orgs.list().size() + atlas.orgs.list().size()");
            assertEquals(0, first.code(), first::toString);
            String script = script("leak.groovy", INDISCREET);
            for (String how : List.of("--debug", "-v", "-ojson")) {
                Result run = launch.run(
                        how,
                        "-P",
                        "acme",
                        "--yes",
                        "run",
                        "--no-check",
                        script,
                        told.toString(),
                        "--password=" + Planted.ARGUMENT.value(),
                        "--db-password",
                        Planted.ARGUMENT.value(),
                        "mongodb://joe:" + Planted.ARGUMENT.value() + "@h");
                assertEquals(1, run.code(), run::toString);
                assertTrue(run.err().contains("no login with"), run::toString);
                Files.readAllLines(told).forEach(token -> lookout.add(Planted.LINK_TOKEN, token));
                said(lookout, Channel.SCREEN, how, run);
            }
            for (List<String> arguments : List.of(
                    List.of("check", script),
                    List.of("-ojson", "check", "--effects", script),
                    List.of("-P", "acme", "doctor"),
                    List.of("-P", "other", "--debug", "-e", "cm.orgs.list()"),
                    List.of("-P", "other", "--debug", "-e", "atlas.orgs.list()"),
                    List.of("-P", "acme", "migrations", "list"),
                    List.of("journal", "list"),
                    List.of("journal", "show"),
                    List.of("-ojson", "journal", "show"),
                    List.of("journal", "export", "-o", "csv"),
                    List.of("journal", "export", "-o", "json"),
                    List.of("journal", "verify"),
                    List.of(
                            "migrations",
                            "export",
                            work.resolve("migrations.json").toString()),
                    List.of("-P", "acme", "run", script("self.groovy", LOOKS_AT_ITSELF)),
                    List.of("profile", "list"))) {
                said(lookout, Channel.ERRORS, arguments.toString(), launch.run(arguments.toArray(String[]::new)));
            }
            Set<Channel> found = lookout.left(home, work);
            assertTrue(
                    found.containsAll(EnumSet.of(Channel.SETTINGS, Channel.JOURNAL, Channel.OUTPUT, Channel.COMPILED)),
                    found::toString);
        }
        assertEquals(
                List.of(List.of(Planted.values())),
                List.of(List.copyOf(lookout.kinds().stream().sorted().toList())));
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList(), "temporary files");
        }
        for (String file : List.of("command-environment", "cmdline", "properties", "jcmd", "out.csv", "out.yaml")) {
            assertTrue(Files.size(work.resolve(file)) > 0, file);
        }
        String child = Files.readString(work.resolve("command-environment"));
        assertTrue(child.contains("HOME=") && !child.contains("FERRY_CANARY_TOKEN"), child);
    }

    private static void said(Lookout lookout, Channel channel, String how, Result run) {
        lookout.absent(channel, "standard output of " + how, run.out());
        lookout.absent(channel, "standard error of " + how, run.err());
    }

    /** A script that the user keeps elsewhere; what stands in it is the user's. */
    private String script(String name, String text) throws IOException {
        String planted = text.replace("WORK", work.toString());
        for (Planted kind : Planted.values()) {
            planted = planted.replaceAll("\\b" + kind.name() + "\\b", kind.value());
        }
        return Files.writeString(folder.resolve(name), planted).toString();
    }

    /** A profile that works, with a key in the file and one from a command, and one whose secrets are wrong. */
    private void settings(Map<String, String> keys) throws IOException {
        Path config = Files.createDirectories(
                home.resolve(".config/ferry"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path right = Files.writeString(folder.resolve("right"), keys.get("MCLI_PRIVATE_API_KEY"));
        Path wrong = Files.writeString(folder.resolve("wrong"), Planted.SECRET_COMMAND.value());
        Path command = Files.writeString(
                folder.resolve("command"),
                "#!/bin/sh\nenv | grep -v '^VAULT_TOKEN=\\|^DUMP_PASSWORD=' > '" + work
                        + "/command-environment'; cat \"$1\"\n");
        assertTrue(command.toFile().setExecutable(true));
        Path file = Files.createFile(
                config.resolve("config.toml"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                        [profiles.acme]
                        environment = "TEST"
                        [profiles.acme.source]
                        base_url = "URL"
                        public_key = "SOURCE_ID"
                        private_key_command = "'COMMAND' 'RIGHT'"
                        [profiles.acme.target]
                        base_url = "URL"
                        public_key = "TARGET_ID"
                        private_key = "TARGET_KEY"
                        [profiles.other]
                        [profiles.other.source]
                        base_url = "URL"
                        public_key = "SOURCE_ID"
                        private_key_command = "'COMMAND' 'WRONG'"
                        [profiles.other.target]
                        base_url = "URL"
                        client_id = "mdb_sa_id_0123456789abcdef01234567"
                        client_secret = "CLIENT_SECRET"
                        """.replace("URL", keys.get("MONGODB_ATLAS_BASE_URL"))
                .replace("SOURCE_ID", keys.get("MCLI_PUBLIC_API_KEY"))
                .replace("TARGET_ID", keys.get("MONGODB_ATLAS_PUBLIC_API_KEY"))
                .replace("TARGET_KEY", keys.get("MONGODB_ATLAS_PRIVATE_API_KEY"))
                .replace("CLIENT_SECRET", Planted.SETTINGS_FILE.value())
                .replace("COMMAND", command.toString())
                .replace("RIGHT", right.toString())
                .replace("WRONG", wrong.toString()));
    }
}
