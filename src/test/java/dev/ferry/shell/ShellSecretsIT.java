package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.canary.Lookout;
import dev.ferry.canary.Planted;
import dev.ferry.dist.Launch;
import dev.ferry.dist.Launch.Result;
import dev.ferry.output.Secret;
import dev.ferry.script.SandboxProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants secrets in an evening at the prompt and looks for them wherever it shows or leaves something. */
class ShellSecretsIT {
    private static final String PROMPT = ">";

    /** Typed as they are: only the line on which they were typed may show them. */
    private static final String TYPED = "mdb_sa_sk_TypedAtThePrompt0123456789abc";

    private static final String TYPED_PASSWORD = "Typed-in-a-uri-42";

    /** Put together by the session, so that nobody types them. */
    private static final String BEARER = "9f".repeat(12);

    private static final String URI_PASSWORD = "pw7".repeat(4);
    private static final String PASSWORD = "zq".repeat(6);

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void needsTmux() throws IOException {
        Tmux.needed();
        work = Files.createDirectory(folder.resolve("work"));
    }

    private Tmux start(Map<String, String> variables, String command) throws Exception {
        StringBuilder environment = new StringBuilder("env -i TERM=xterm-256color PATH=/usr/bin:/bin LC_ALL=C.UTF-8");
        variables.forEach((name, value) -> environment.append(" '" + name + "=" + value + "'"));
        return new Tmux(folder, 190, 50, "cd '" + work + "'; " + environment + " " + command);
    }

    /** Types a line and waits for the next prompt. */
    private static void enter(Tmux tmux, String line) throws Exception {
        tmux.type(line);
        tmux.await(PROMPT + " " + line.stripTrailing());
        tmux.keys("Enter");
        tmux.await("the prompt after " + line, screen -> screen.endsWith(PROMPT));
    }

    @Test
    void no_secret_of_an_evening_at_the_prompt_is_left_anywhere() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path told = folder.resolve("told");
        Path pager = script("pager", "env > pager-environment; cat > paged");
        Path editor =
                script("editor", "env > editor-environment; cat \"$1\" >> edited; ls '" + temporary + "' >> edited-in");
        List<String> untyped = new ArrayList<>(List.of(BEARER, URI_PASSWORD, PASSWORD));
        String everything;
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            Map<String, String> variables = new TreeMap<>(sandbox.keys());
            untyped.add(variables.get("MCLI_PRIVATE_API_KEY"));
            untyped.add(variables.get("MONGODB_ATLAS_PRIVATE_API_KEY"));
            variables.put("HOME", home.toString());
            variables.put("FERRY_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
            variables.put("PAGER", pager.toString());
            variables.put("EDITOR", editor.toString());
            try (Tmux tmux = start(variables, "'" + Launch.dist().resolve("bin/ferry") + "'")) {
                tmux.await("the prompt", screen -> screen.endsWith(PROMPT));
                evening(tmux, told);
                untyped.add(Files.readString(told));
                tmux.keys("C-d");
                tmux.await("left: 0");
                everything = tmux.everything();
                absent(untyped, tmux.written(), "what was ever written to the terminal");
            }
            absent(untyped, everything, "what is on the terminal");
            List<String> all = new ArrayList<>(untyped);
            all.addAll(List.of(TYPED, TYPED_PASSWORD));
            everything
                    .lines()
                    .filter(line -> !line.matches("[\\w ]*> .*"))
                    .forEach(line -> absent(all, line, "a line of the terminal: " + line));
            atTheCommandLine(variables, all);
            left(temporary, all);
            Lookout lookout = new Lookout();
            all.forEach(secret -> lookout.add(Planted.LINK_TOKEN, secret));
            lookout.left(home, work);
        }
        assertEquals(List.of(), names(temporary));
        assertTrue(names(home.resolve(".cache/ferry/names")).stream().anyMatch(name -> name.endsWith(".tsv")), "names");
        for (String file : List.of("edited", "paged", "saved.groovy", "out.csv", "out.json", "last.yaml")) {
            String text = Files.readString(work.resolve(file));
            assertTrue(text.contains(Secret.MASK), () -> file + ": " + text);
        }
        assertTrue(Files.readString(work.resolve("edited-in")).contains("ferry-edit"), "the editor had a file");
    }

    private void evening(Tmux tmux, Path told) throws Exception {
        enter(tmux, "'warm'.size()");
        enter(tmux, "key = System.getenv('MONGODB_ATLAS_PRIVATE_API_KEY')");
        enter(tmux, "org = atlas.orgs.list().find { it.name == 'Acme-Cloud' }; null");
        enter(tmux, "token = atlas.linkTokens.create(org.id, accessListIps: ['203.0.113.10'])");
        enter(tmux, "held = token.linkToken.reveal()");
        enter(tmux, "new File('" + told + "').text = held; null");
        enter(tmux, "uri = 'mongodb://joe:' + 'pw7' * 4 + '@h/db'");
        enter(tmux, "bearer = 'Bearer ' + '9f' * 12");
        enter(tmux, "rows = [[name: 'a', password: 'zq' * 6, linkToken: held, note: \"$key $uri\", head: bearer]]");
        for (String format : List.of("json", "jsonl", "yaml", "csv", "wide")) {
            enter(tmux, "/last " + format);
        }
        enter(tmux, "/last yaml > last.yaml");
        enter(tmux, "csv rows > out.csv");
        enter(tmux, "json rows, to: 'out.json'");
        enter(tmux, "page((1..200).collect { [n: it, token: held, text: \"$uri $bearer $key\", password: 'zq' * 6] })");
        for (String name : List.of("", " rows", " held", " uri", " bearer", " key", " token")) {
            enter(tmux, "/vars" + name);
        }
        jobs(tmux);
        // Lines with secrets: that fail, that run, that declare.
        enter(tmux, "'" + TYPED + "'.nonsense()");
        enter(tmux, "nonsense(1, 'mongodb://joe:" + TYPED_PASSWORD + "@h/db'" + ", 'x'".repeat(20) + ")");
        enter(tmux, "assert \"$uri $held\" == bearer");
        enter(tmux, "throw new IllegalStateException(\"$held $uri\")");
        enter(tmux, "password = 'zq' * 6; hidden = '" + TYPED + "'; null");
        enter(tmux, "def secretive() { 'mongodb://joe:" + TYPED_PASSWORD + "@h/db' }");
        enter(tmux, "/edit secretive");
        enter(tmux, "/edit 3");
        enter(tmux, "hidden = '" + TYPED + "'; null");
        enter(tmux, "/edit");
        enter(tmux, "/history");
        enter(tmux, "/tree");
        enter(tmux, "/calls 1000");
        enter(tmux, "/save saved.groovy");
        // What is known of variables is asked for by names, hints and the menu.
        for (String line : List.of(
                "atlas.clusters.get(held, '",
                "atlas.clusters.get(uri, '",
                "cm.clusters.get(hidden, '",
                "atlas.projects.get(password",
                "/vars h")) {
            tmux.type(line);
            tmux.await(PROMPT + " " + line);
            tmux.keys("Tab");
            tmux.keys("Tab");
            // A new line would be drawn while the next keys arrive; this one is only emptied.
            tmux.keys("C-u");
            tmux.await("an empty line", screen -> screen.endsWith(PROMPT));
        }
        tmux.type("hidden = 'mdb_sa_sk_");
        String suggested = tmux.await("hidden = 'mdb_sa_sk_");
        assertFalse(
                suggested
                        .lines()
                        .reduce("", (a, b) -> b.startsWith(" ") ? a : b)
                        .contains("Typed"),
                suggested);
        tmux.keys("C-u");
        tmux.await("an empty line", screen -> screen.endsWith(PROMPT));
    }

    private static void jobs(Tmux tmux) throws Exception {
        enter(tmux, "println(\"$uri $held\") &");
        enter(tmux, "rows &");
        enter(tmux, "throw new IllegalStateException(\"$bearer $held\") &");
        tmux.await("job 1 done");
        tmux.await("job 2 done");
        tmux.await("job 3 failed");
        for (String line : List.of("/jobs", "/jobs show 1", "/jobs show 2", "/jobs show 3", "_job2", "/vars _job2")) {
            enter(tmux, line);
        }
    }

    private void atTheCommandLine(Map<String, String> variables, List<String> secrets) throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.groovy"),
                "def uri = 'mongodb://joe:" + TYPED_PASSWORD + "@h/db'\n"
                        + "atlas.orgs.lst('" + TYPED + "', 'mongodb://joe:" + TYPED_PASSWORD + "@h/db')\n"
                        + "atlas.projects.get(orgId: '" + TYPED + "')\n");
        Path right = Files.writeString(
                folder.resolve("right.groovy"),
                "def uri = 'mongodb://joe:" + TYPED_PASSWORD + "@h/db'\nprintln atlas.orgs.list().size() + ' ' + uri\n"
                        + "def unused = '" + TYPED + "'\n");
        Launch launch = Launch.of(Launch.dist());
        variables.forEach(launch::with);
        for (List<String> arguments : List.of(
                List.of("check", wrong.toString()),
                List.of("-o", "json", "check", wrong.toString()),
                List.of("check", "--effects", right.toString()),
                List.of("-o", "json", "check", "--effects", right.toString()),
                List.of("run", wrong.toString()),
                List.of("run", right.toString()),
                List.of("run", right.toString()),
                List.of("ide", work.toString()),
                List.of("profile", "list"))) {
            Result result = launch.run(arguments.toArray(String[]::new));
            assertEquals(arguments.contains(wrong.toString()) ? 2 : 0, result.code(), arguments + ": " + result);
            absent(secrets, result.out() + result.err(), "what is said to " + arguments);
        }
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertTrue(file.toFile().setExecutable(true), name);
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void left(Path folder, List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                absent(secrets, file.toString(), "the name of a file");
                absent(secrets, Files.readString(file, StandardCharsets.ISO_8859_1), file.toString());
            }
        }
    }

    private static void absent(List<String> secrets, String text, String where) {
        for (String secret : secrets) {
            int at = text.indexOf(secret);
            assertTrue(
                    at < 0, () -> "a secret is in " + where + ", behind: " + text.substring(Math.max(0, at - 80), at));
        }
    }
}
