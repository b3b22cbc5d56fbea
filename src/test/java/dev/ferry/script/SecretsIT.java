package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.canary.Lookout;
import dev.ferry.canary.Planted;
import dev.ferry.dist.Launch;
import dev.ferry.dist.Launch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants secrets in whole runs and looks for them wherever a run leaves something behind. */
class SecretsIT {
    /** Shows what it can of a link token, a key and a failure that carries one; tells the test the token in a file. */
    private static final String INDISCREET = """
            def key = System.getenv('MCLI_PRIVATE_API_KEY') ?: System.getenv('MCLI_CLIENT_SECRET')
            def org = atlas.orgs.list().find { it.name == 'Acme-Cloud' }
            def token = atlas.linkTokens.create(org.id, accessListIps: ['203.0.113.10'])
            new File(args[0]).text = token.linkToken.reveal()
            println token
            println "the token is ${token.linkToken} or ${token.linkToken.reveal()}"
            show token
            json token
            yaml([inside: [token: token.linkToken.reveal(), key: key]])
            csv([[linkToken: token.linkToken]])
            show atlas.post("/orgs/$org.id/liveMigrations/linkTokens", [accessListIps: []])
            note "noted $key"
            println new File('/proc/self/cmdline').text
            System.err.println key
            throw new IllegalStateException("could not log in with $key and ${token.linkToken.reveal()}")
            """;

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void no_secret_of_a_run_with_api_keys_is_left_anywhere() throws IOException {
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            nothingIsLeft(sandbox.keys(), "PRIVATE_API_KEY");
        }
    }

    @Test
    void no_secret_of_a_run_with_service_accounts_is_left_anywhere() throws IOException {
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            nothingIsLeft(sandbox.serviceAccounts(), "CLIENT_SECRET");
        }
    }

    private void nothingIsLeft(Map<String, String> credentials, String secretName) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path script = Files.writeString(folder.resolve("indiscreet.groovy"), INDISCREET);
        Path told = folder.resolve("token");
        Launch launch =
                Launch.of(Launch.dist()).with("HOME", home).with("FERRY_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        credentials.forEach(launch::with);
        List<String> secrets = new ArrayList<>(
                List.of(credentials.get("MCLI_" + secretName), credentials.get("MONGODB_ATLAS_" + secretName)));

        for (String how : List.of("--debug", "-v", "-ojson")) {
            Result run = launch.run(how, "run", script.toString(), told.toString());
            assertEquals(1, run.code(), run::toString);
            assertTrue(run.err().contains("could not log in"), run::toString);
            assertEquals(how.equals("--debug"), run.err().contains("> Authorization: "), run::toString);
            assertEquals(!how.equals("-ojson"), run.err().contains("→ 200 in"), run::toString);
            secrets.add(Files.readString(told));
            secrets.addAll(accessTokens(home));
            absent(secrets, run.out(), "standard output with " + how);
            absent(secrets, run.err(), "standard error with " + how);
        }
        Result wrong =
                launch.with("MONGODB_ATLAS_" + secretName, secrets.get(1) + "x").run("-e", "atlas.orgs");
        assertEquals(4, wrong.code(), wrong::toString);
        absent(secrets, wrong.out() + wrong.err(), "the answer to a wrong key");

        Path shell = Files.writeString(folder.resolve("shell"), """
                /set verbose on
                /set debug on
                atlas.orgs.list().size()
                /set output json
                /calls 1000
                """);
        Result typed =
                launch.with("MONGODB_ATLAS_" + secretName, secrets.get(1)).runWith(shell);
        assertEquals(0, typed.code(), typed::toString);
        assertTrue(typed.out().contains("/api/atlas/v2/orgs"), typed::toString);
        absent(secrets, typed.out() + typed.err(), "what a shell says of its calls");
        absent(secrets, names(home), "the name of a file");

        Lookout lookout = new Lookout();
        secrets.forEach(each -> lookout.add(each.startsWith("eyJ") ? Planted.ACCESS_TOKEN : Planted.LINK_TOKEN, each));
        lookout.left(home, Files.createDirectory(folder.resolve("work")));
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
        Result logout = launch.run("--debug", "profile", "logout");
        assertEquals(0, logout.code(), logout::toString);
        absent(secrets, logout.out() + logout.err(), "what logout says");
        assertEquals(List.of(), accessTokens(home));
    }

    private static Path tokens(Path home) {
        return home.resolve(".local/state/ferry/tokens");
    }

    /** The access tokens that are kept for the next process: the one place where a secret may stand. */
    private static List<String> accessTokens(Path home) throws IOException {
        if (!Files.exists(tokens(home))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tokens(home))) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                ACCESS_TOKEN.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
            }
            return found;
        }
    }

    private static String names(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(Path::toString).collect(Collectors.joining("\n"));
        }
    }

    private static void absent(List<String> secrets, String text, String where) {
        for (String secret : secrets) {
            assertFalse(text.contains(secret), () -> "a secret is in " + where);
        }
    }
}
