package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Connection;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileLogoutTest {
    @TempDir
    Path home;

    private Sandbox sandbox;
    private Connection target;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard());
        target = sandbox.targetAccount();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Outcome ferry(String input, String... args) {
        ServiceAccount account = (ServiceAccount) target.credentials();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put("MONGODB_ATLAS_BASE_URL", target.baseUrl().toString());
        environment.put("MONGODB_ATLAS_CLIENT_ID", account.clientId());
        environment.put("MONGODB_ATLAS_CLIENT_SECRET", account.clientSecret().reveal());
        return Outcome.of(environment, input, args);
    }

    private List<Path> tokenFiles() throws IOException {
        Path folder = home.resolve(".local/state/ferry/tokens");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }

    private String who() {
        return target.credentials().id() + " at " + target.baseUrl();
    }

    @Test
    void a_token_is_kept_for_the_next_process_and_revoked_by_logout() throws IOException {
        assertEquals(0, ferry("", "-e", "atlas.orgs.list().size()").code());
        List<Path> files = tokenFiles();
        assertEquals(1, files.size());
        String token = Files.readString(files.get(0)).replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        assertTrue(token.startsWith("eyJ"), "a token is in the file");
        Outcome logout = ferry("", "profile", "logout", "--debug");
        assertEquals(0, logout.code(), logout.err());
        assertTrue(logout.err().endsWith("Revoked and forgot the access token of " + who() + ".\n"), logout.err());
        assertFalse((logout.out() + logout.err()).contains(token), "the token is shown");
        assertEquals(List.of(), tokenFiles());
        assertEquals(
                new Outcome(0, "", "There is no access token of " + who() + " to revoke.\n"),
                ferry("", "profile", "logout"));
        // The old one is good for nothing now, a new one for everything.
        assertEquals(0, ferry("", "-e", "atlas.orgs.list().size()").code());
    }

    @Test
    void a_token_is_forgotten_when_the_service_is_gone_and_that_is_said() throws IOException {
        assertEquals(0, ferry("", "-e", "atlas.orgs.list().size()").code());
        sandbox.close();
        Outcome logout = ferry("", "profile", "logout");
        assertEquals(ExitCode.UNAVAILABLE.number(), logout.code(), logout.err());
        assertTrue(
                logout.err()
                        .startsWith("Forgot an access token of " + who()
                                + ", but it is not revoked and ends by itself within an hour: POST /api/oauth/revoke"),
                logout.err());
        assertEquals(List.of(), tokenFiles());
    }

    @Test
    void an_api_key_has_nothing_to_revoke_and_an_unknown_profile_is_a_mistake() {
        Map<String, String> key = Map.of(
                "HOME", home.toString(),
                "MONGODB_ATLAS_PUBLIC_API_KEY", "abcdefgh",
                "MONGODB_ATLAS_PRIVATE_API_KEY", "55c3bbb6-b4bb-0be1-e66d20841f3e");
        assertEquals(
                new Outcome(
                        0,
                        "",
                        "The API key abcdefgh at https://cloud.mongodb.com has no access tokens: there is nothing to revoke.\n"),
                Outcome.of(key, "", "profile", "logout"));
        assertEquals(2, Outcome.of(key, "", "profile", "logout", "nobody").code());
        assertEquals(
                2,
                Outcome.of(Map.of("HOME", home.toString()), "", "profile", "logout")
                        .code());
    }

    @Test
    void a_sandbox_of_one_run_leaves_no_token_behind() throws IOException {
        assertEquals(0, ferry("", "--sandbox", "-e", "atlas.orgs.list().size()").code());
        assertEquals(List.of(), tokenFiles());
    }

    @Test
    void calls_are_told_in_a_line_and_what_was_on_the_wire_in_blocks() {
        Outcome verbose = ferry("", "-v", "-e", "atlas.orgs.list().size()");
        assertEquals("3\n", verbose.out());
        String[] lines = verbose.err().split("\n");
        assertEquals(2, lines.length, verbose.err());
        assertTrue(lines[0].matches("POST /api/oauth/token \\(login\\) → 200 in \\d+ ms.*"), lines[0]);
        assertTrue(lines[1].matches("GET /api/atlas/v2/orgs → 200 in \\d+ ms.*"), lines[1]);
        Outcome debug = ferry("", "--debug", "-e", "atlas.orgs.list().size()");
        assertEquals("3\n", debug.out());
        assertTrue(debug.err().contains("> GET /api/atlas/v2/orgs\n"), debug.err());
        assertTrue(debug.err().contains("> Authorization: Bearer ••••••••\n"), debug.err());
        Outcome quiet = ferry("", "-e", "atlas.orgs.list().size()");
        assertEquals(new Outcome(0, "3\n", ""), quiet);
    }

    @Test
    void the_shell_lists_its_last_calls_and_turns_the_telling_on_and_off() {
        Outcome shell = ferry("""
                atlas.orgs.list().size()
                /set verbose on
                atlas.orgs.list().size()
                /set verbose off
                /set debug on
                atlas.orgs.list().size()
                /set debug off
                atlas.orgs.list().size()
                /set output json
                /calls 2
                /calls
                """);
        assertEquals(0, shell.code(), shell.err());
        assertEquals(
                2, shell.err().lines().filter(line -> line.startsWith("GET ")).count(), shell.err());
        assertEquals(
                1,
                shell.err()
                        .lines()
                        .filter(line -> line.matches("#\\d+ > GET .*"))
                        .count(),
                shell.err());
        String[] lists = shell.out().split("(?m)^\\[");
        assertEquals(2, lists[1].split("\"path\": \"/api/atlas/v2/orgs\"", -1).length - 1, shell.out());
        assertEquals(5, lists[2].split("\"path\"", -1).length - 1, shell.out());
        assertTrue(lists[2].contains("/api/oauth/token (login)"), shell.out());
        assertTrue(lists[2].contains("\"attempts\": 1"), shell.out());
        String table = ferry("atlas.orgs.list().size()\n/calls\n").out();
        assertTrue(table.contains("  status  method  path"), table);
        assertFalse(table.contains("attempts") || table.contains("waited"), table);
        Outcome wrong = ferry("/calls many\n");
        assertTrue(wrong.err().contains("'many' is no number of calls"), wrong.err());
    }
}
