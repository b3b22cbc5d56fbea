package dev.ferry.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch;
import dev.ferry.dist.Launch.Result;
import dev.ferry.script.SandboxProcess;
import dev.ferry.shell.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants every kind of secret in runs and at the prompt, and looks for it in every channel. */
class CanaryIT {
    /** Tells in its first argument which link token it was given, and fails at the end; names of {@link Planted} stand for their values. */
    private static final String INDISCREET = """
            def org = atlas.orgs.list().find { it.name == 'Acme-Cloud' }
            def token = atlas.linkTokens.create(org.id, accessListIps: ['203.0.113.10'])
            def held = token.linkToken.reveal()
            new File(args[0]).append(held + '\\n')
            def project = atlas.projects.list().first()
            def pem = '''-----BEGIN PRIVATE KEY-----
            PRIVATE_KEY
            -----END PRIVATE KEY-----'''
            def user = { String name, String password -> atlas.post("/groups/$project.id/databaseUsers", [databaseName: 'admin', username: name, password: password, roles: [[roleName: 'read', databaseName: 'x']]]) }
            def all = ''
            def attempts = [
                { user('MARK', 'DATABASE_PASSWORD') },
                { user('b', 'INNER') },
                { user('c', 'OUTER') },
                { atlas.post("/groups/$project.id/liveMigrations/validate", [source: [clusterName: 'x', groupId: project.id, username: 'u', password: 'SOURCE_PASSWORD', ssl: false]]) },
                { all = new File('CAUGHT/../all').text.replace('LINK', held); atlas.post("/groups/$project.id/databaseUsers", [databaseName: 'MARK', username: all, roles: []]) },
                { cm.links.create(cm.orgs.list().first().id, linkToken: token.linkToken) },
                { atlas.get('/nothing?password=URI_PASSWORD') },
                { atlas.clusters.delete(project.id, all.take(200)) },
            ]
            attempts.each { attempt ->
                try {
                    println attempt()
                } catch (Exception e) {
                    println e
                    e.printStackTrace()
                }
            }
            println step('with a result ' + all) { [all: all, password: 'OUTER', pem: pem, token: token] }
            println all
            note all
            show([all: all, list: [all], token: token])
            println(args as List)
            json([password: 'INNER', nested: [all: all, list: ["Bearer ACCESS_TOKEN"]]])
            csv([[linkToken: token.linkToken, password: 'SOURCE_PASSWORD', all: all]], to: 'WORK/out.csv', overwrite: true)
            yaml([pem: pem, clientSecret: 'CLIENT_SECRET', all: all], to: 'WORK/out.yaml', overwrite: true)
            json([all: all], to: 'WORK/out.json', overwrite: true)
            def secret = System.getenv('DUMP_PASSWORD')
            System.out.print(secret.take(17)); System.out.flush(); System.out.println(secret.drop(17))
            System.err.print(secret.take(5)); System.err.flush(); System.err.println(secret.drop(5))
            print secret.take(16); System.err.println(secret.drop(16)); println ''
            println new File('/proc/self/environ').text
            println(['sh', '-c', 'env'].execute().text)
            if (args[1] == 'fails') throw new IllegalStateException("no login with $all", new RuntimeException('OUTER'))
            """;

    /** Writes past every redactor what others can see of this process. It holds no secret, so it may be kept compiled. */
    private static final String LOOKS_AT_ITSELF = """
            atlas.orgs.list().size()
            def mark = 'MARK'
            new File('CAUGHT/ferry-commands').bytes = new File('/proc/self/cmdline').bytes
            new File('CAUGHT/ferry-properties').text = System.properties.toString()
            new File('CAUGHT/ferry-processes').text = ProcessHandle.current().info().toString() + ProcessHandle.allProcesses().map { it.info().commandLine() }.toList()
            """;

    private static final List<String> ARGUMENTS = List.of(
            "--password=" + Planted.ARGUMENT.value(),
            "--db-password",
            Planted.ARGUMENT.value(),
            "mongodb://joe:" + Planted.ARGUMENT.value() + "@h");

    private static final List<String> MIGRATE = List.of(
            "scripts/migrate-cluster.groovy",
            "--source-org=Acme-OnPrem",
            "--target-org=Acme-Cloud",
            "--source-project=Customer 360",
            "--deployment=customers-rs",
            "--target-project=" + Planted.MARK,
            "--target-cluster=" + Planted.MARK,
            "--host-address=203.0.113.0/24",
            "--user=migrator",
            "--password-env=DB_PASSWORD");

    @TempDir
    Path folder;

    private Scene scene;
    private Lookout lookout;
    private Path told;

    @BeforeEach
    void settleIn() throws IOException {
        Tmux.needed();
        scene = new Scene(folder);
        lookout = new Lookout();
        told = folder.resolve("told");
        // Every kind behind its label; the link token is known to the script alone.
        Files.writeString(
                folder.resolve("all"),
                Arrays.stream(Planted.values())
                        .map(kind -> kind.label() + " " + spelt(kind))
                        .collect(Collectors.joining(" ", Planted.MARK + " ", " kind end")));
    }

    @Test
    void no_planted_secret_comes_up_anywhere() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            for (Map<String, String> credentials : List.of(sandbox.keys(), sandbox.serviceAccounts())) {
                credentials.forEach((name, value) -> {
                    if (name.matches(".*(PRIVATE_API_KEY|CLIENT_SECRET)")) {
                        lookout.add(name.endsWith("KEY") ? Planted.API_KEY : Planted.CLIENT_SECRET, value);
                    }
                });
            }
            Files.writeString(
                    folder.resolve("all"),
                    Files.readString(folder.resolve("all"))
                            .replace("API", sandbox.keys().get("MONGODB_ATLAS_PRIVATE_API_KEY")));
            lookout.add(Planted.SOURCE_PASSWORD, Scene.MIGRATOR);
            scene.settle(sandbox);
            night();
            runs();
            rehearsal();
            afterwards();
            settings();
            evening();
            Set<Channel> found = lookout.left(scene.home, scene.work);
            assertTrue(found.contains(Channel.SETTINGS), found::toString);
        }
        caught();
        assertEquals(EnumSet.allOf(Channel.class), lookout.marked(), "channels that were looked at");
        assertEquals(EnumSet.allOf(Planted.class), lookout.kinds());
        for (Channel channel :
                List.of(Channel.SCREEN, Channel.ERRORS, Channel.WIRE_LOG, Channel.JOURNAL, Channel.OUTPUT)) {
            assertEquals(EnumSet.allOf(Planted.class), lookout.hidden(channel), () -> "dots in " + channel.title());
        }
        assertEquals(List.of(), scene.leftInTemporary(), "temporary files");
    }

    private static String spelt(Planted kind) {
        return switch (kind) {
            case API_KEY -> "API";
            case LINK_TOKEN -> "LINK";
            case URI_PASSWORD -> "mongodb://joe:" + kind.value() + "@h.example.net/db";
            case PRIVATE_KEY -> "-----BEGIN PRIVATE KEY-----\n" + kind.value() + "\n-----END PRIVATE KEY-----";
            default -> kind.value();
        };
    }

    private Result ferry(Channel channel, int code, List<String> words, Object... more) throws IOException {
        List<String> all = new ArrayList<>(words);
        Stream.of(more).forEach(each -> {
            if (each instanceof List<?> several) {
                several.forEach(one -> all.add(one.toString()));
            } else {
                all.add(each.toString());
            }
        });
        Result result = scene.launch().run(all.toArray(String[]::new));
        if (Files.exists(told)) {
            Files.readAllLines(told).forEach(token -> lookout.add(Planted.LINK_TOKEN, token));
        }
        lookout.absent(channel, "standard output of " + all, result.out());
        lookout.absent(channel, "standard error of " + all, result.err());
        assertEquals(code, result.code(), () -> all + ": " + result);
        return result;
    }

    /** A rehearsal with its plan, the run by it that is refused for want of a confirmation, and the one that has it. */
    private void night() throws IOException {
        Path plan = scene.work.resolve("night.plan");
        ferry(Channel.SCREEN, 0, List.of("-ojson", "run", "-n", "--plan-out", plan + ""), MIGRATE);
        Result refused = ferry(Channel.SCREEN, 3, List.of("--debug", "--yes", "run", "--plan", plan + ""), MIGRATE);
        assertTrue(refused.err().contains("--confirm=" + Planted.MARK), refused::toString);
        ferry(
                Channel.SCREEN,
                0,
                List.of("--debug", "--yes", "--confirm=" + Planted.MARK, "run", "--plan", plan + ""),
                MIGRATE);
    }

    /** Scripts that show what they can, and everything that tells of them afterwards. */
    private void runs() throws IOException {
        String script = scene.write("leak.groovy", INDISCREET);
        for (String how : List.of("--debug", "-v", "-ojson")) {
            Result run = ferry(
                    Channel.SCREEN,
                    1,
                    List.of(how, "--yes", "run", "--no-check", script, told + "", "fails"),
                    ARGUMENTS);
            assertTrue(run.err().contains("no login with"), run::toString);
            lookout.absent(
                    Channel.ERRORS, "failure", run.err().substring(run.err().indexOf("no login with")));
            if (how.equals("--debug")) {
                lookout.absent(Channel.WIRE_LOG, "bodies", run.err());
            }
        }
        ferry(
                Channel.SCREEN,
                1,
                List.of("--debug", "--yes", "resume", "--no-check", "last", told + "", "fails"),
                ARGUMENTS);
        ferry(
                Channel.ERRORS,
                0,
                List.of("-P", Scene.ACCOUNT, "-e", "cm.orgs.list().size() + atlas.orgs.list().size()"));
        for (Path token : scene.tokens()) {
            String text = Files.readString(token);
            int begin = text.indexOf(':', text.indexOf("access_token")) + 2;
            lookout.add(Planted.ACCESS_TOKEN, text.substring(begin, text.indexOf('"', begin)));
        }
        ferry(Channel.ERRORS, 4, List.of("-P", "other", "--debug", "-e", "cm.orgs.list()"));
        ferry(Channel.ERRORS, 4, List.of("-P", "other", "--debug", "-e", "atlas.orgs.list()"));
        ferry(
                Channel.COMMAND_LINE,
                0,
                List.of("-P", Scene.PROFILE, "run", scene.write("self.groovy", LOOKS_AT_ITSELF)));
        ferry(Channel.SCREEN, 0, List.of("--debug", "check", "--can-i", script));
    }

    private void rehearsal() throws IOException {
        String script = runbook("leak.groovy");
        Path leak = scene.work.resolve("leak.plan");
        ferry(
                Channel.SCREEN,
                0,
                List.of("--debug", "run", "-n", "--no-check", "--plan-out", leak + "", script, told + "", "ends"),
                ARGUMENTS);
        Lookout ofPlan = new Lookout();
        ofPlan.caught(Channel.OUTPUT, "the plan", Files.readString(leak));
        assertEquals(EnumSet.allOf(Planted.class), ofPlan.hidden(Channel.OUTPUT), "dots in the plan");
    }

    /** Everything that tells of runs and migrations. */
    private void afterwards() throws IOException {
        ferry(Channel.SCREEN, 0, List.of("migrations", "export", scene.work.resolve("migrations.json") + ""));
        for (List<String> words : List.of(
                List.of("migrations", "list"),
                List.of("-ojson", "journal", "show", "last"),
                List.of("journal", "export", "--simulated", "-o", "csv"),
                List.of("journal", "export", "--simulated", "-o", "json"),
                List.of("journal", "verify"))) {
            ferry(Channel.SCREEN, 0, words);
        }
    }

    private String runbook(String name) {
        return scene.runbooks.resolve(name).toString();
    }

    /** Files of settings, of other tools, and with mistakes that have a secret beside them. */
    private void settings() throws IOException {
        for (List<String> words : List.of(
                List.of("-ojson", "profile", "list"),
                List.of("profile", "show", "other"),
                List.of("--debug", "doctor"),
                List.of("-ojson", "-P", Scene.ACCOUNT, "doctor"))) {
            ferry(Channel.SCREEN, 0, words);
        }
        String script = runbook("self.groovy");
        for (String text : List.of(
                "profile = \"SETTINGS_FILE\"",
                "SECRET_COMMAND = 1",
                "[names]\nbearer = Bearer ACCESS_TOKEN\n",
                "output = mongodb://joe:URI_PASSWORD@h")) {
            scene.write("ferry.toml", "# MARK\n" + text);
            ferry(Channel.ERRORS, 2, List.of("--debug", "run", script));
        }
        Files.delete(scene.runbooks.resolve("ferry.toml"));
        Path other = scene.home.resolve(".config/atlascli/config.toml");
        Files.createDirectories(other.getParent());
        String kept = Files.readString(Path.of(scene.write("atlas.toml", """
                [taken]
                client_id = "mdb_sa_id_0123456789abcdef01234568"
                client_secret = "CLIENT_SECRET"
                auth_type = "service_account"
                [kept]
                public_api_key = "abcdefgh"
                private_api_key = "SETTINGS_FILE"
                [half]
                service = "mongodb://joe:URI_PASSWORD@h"
                public_api_key = "mongodb://joe:URI_PASSWORD@h"
                """)));
        Files.writeString(other, kept);
        ferry(Channel.SCREEN, 0, List.of("--debug", "profile", "import", "--keyring", "atlas-cli"));
        assertEquals(kept, Files.readString(other));
        Files.writeString(other, "[half]\nclient_secret = " + Planted.CLIENT_SECRET.value());
        ferry(Channel.ERRORS, 2, List.of("--debug", "profile", "import", "atlas-cli"));
        Files.delete(other);
        ferry(Channel.ERRORS, 0, List.of("catalog", "import", scene.write("api.json", """
                {"openapi": "3.0.1", "info": {"title": "SETTINGS_FILE", "version": "2.0"}, "paths": {"/api/atlas/v2/canary": {"get": {
                "operationId": "getCanary", "tags": ["MARK"], "description": "Bearer ACCESS_TOKEN mongodb://joe:URI_PASSWORD@h",
                "responses": {"200": {"description": "CLIENT_SECRET", "content": {"application/vnd.atlas.2026-10-01+json": {}}}}}}}}
                """)));
        Result archive = scene.launch()
                .with("FERRY_JAVA_HOME", System.getProperty("java.home"))
                .run(
                        Path.of("/bin/sh"),
                        Launch.dist().resolve("lib/archive.sh").toString(),
                        scene.home.resolve(".cache/ferry/java-canary.archive").toString());
        assertEquals(0, archive.code(), archive::toString);
    }

    /** An evening at the prompt, on a terminal. */
    private void evening() throws Exception {
        Files.write(
                folder.resolve("values"),
                Arrays.stream(Planted.values())
                        .map(Planted::value)
                        .filter(value -> !value.isEmpty())
                        .toList());
        try (Tmux tmux = new Tmux(folder, 190, 50, scene.onTerminal("-P " + Scene.PROFILE))) {
            tmux.await("the prompt", screen -> screen.endsWith(">"));
            for (String line : List.of(
                    "mark = '" + Planted.MARK + "'.size()",
                    "'" + Planted.SETTINGS_FILE.value() + "'.nonsense('" + Planted.MARK + "')",
                    "all = new File('" + folder.resolve("all") + "').text; null",
                    "new File('" + folder.resolve("values") + "').eachLine { dev.ferry.output.Secret.of(it) }; null",
                    "println all",
                    "all",
                    "rows = (1..99).collect { [n: it, all: all] }; null",
                    "page rows",
                    "/edit 1",
                    "println(all) &",
                    "/jobs show 1",
                    "throw new IllegalStateException(all)",
                    "project = atlas.projects.list().find { it.name == '" + Planted.MARK + "' }; null",
                    "/set debug on",
                    "/rehearse",
                    "atlas.post(\"/groups/$project.id/databaseUsers\", [databaseName: 'admin', username: mark, password: all, roles: []])",
                    "/rehearse end",
                    "/set debug off",
                    "/runs",
                    "/calls 100",
                    "/vars all",
                    "/vars",
                    "/history",
                    "/profile",
                    "/last json > last.json",
                    "all > all.txt",
                    "/save saved.groovy")) {
                enter(tmux, line);
            }
            tmux.type("atlas.clusters.get('");
            tmux.keys("Tab");
            tmux.await("a name", screen -> screen.contains(Planted.MARK));
            tmux.keys("C-u");
            tmux.type("atlas.clusters.delete(project.id, '" + Planted.MARK + "')");
            tmux.keys("Enter");
            tmux.await("cannot be undone");
            tmux.type("no");
            tmux.keys("Enter");
            tmux.await("the prompt", screen -> screen.endsWith(">"));
            tmux.keys("C-d");
            tmux.await("left: 0");
            // A typed line shows on the terminal what was typed, as it has to.
            String typed = Planted.SETTINGS_FILE.value();
            lookout.absent(
                    Channel.SCREEN, "the terminal", tmux.everything().replaceAll("(?m)^.*> .*" + typed + ".*$", ""));
        }
    }

    private static void enter(Tmux tmux, String line) throws Exception {
        tmux.type(line);
        tmux.await(line.substring(Math.max(0, line.length() - 40)));
        tmux.keys("Enter");
        tmux.await("the prompt after " + line, screen -> screen.endsWith(">"));
    }

    /** What other processes could see, and what the programs were given that Ferry has started. */
    private void caught() throws IOException {
        for (String program : List.of("secret-tool", "command", "pager", "editor")) {
            lookout.caught(Channel.CHILDREN, "the environment of " + program, scene.caught(program, "environment"));
            lookout.caught(Channel.COMMAND_LINE, "the words of " + program, scene.caught(program, "commands"));
            assertTrue(scene.caught(program, "environment").contains("HOME="), program);
        }
        lookout.absent(Channel.COMMAND_LINE, "the words of Ferry", scene.caught("ferry", "commands"));
        lookout.absent(Channel.COMMAND_LINE, "the properties of Ferry", scene.caught("ferry", "properties"));
        lookout.absent(Channel.COMMAND_LINE, "all processes", scene.caught("ferry", "processes"));
        assertTrue(scene.caught("ferry", "commands").contains("ferry.jar"));
        lookout.caught(
                Channel.TEMPORARY, "the file for the editor", Files.readString(scene.caught.resolve("temporary")));
    }
}
