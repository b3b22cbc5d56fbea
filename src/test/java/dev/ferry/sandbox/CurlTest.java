package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.suite.Needs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curl lines that the documents print, with the curl that people have: the challenge first, then the answer. */
class CurlTest {
    /** The challenge line by line; what is in braces in the documents is a pattern here. */
    private static final List<String> CHALLENGE = List.of(
            "HTTP/1.1 401 Unauthorized",
            "Content-Type: application/json;charset=ISO-8859-1",
            "Date: .+",
            "WWW-Authenticate: Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[^\"]+\", algorithm=MD5, op=\"auth\","
                    + " stale=false",
            "Content-Length: \\d+",
            "Connection: keep-alive");

    private static final List<String> SUCCESS = List.of(
            "Vary: Accept-Encoding",
            "Content-Type: application/json",
            "Strict-Transport-Security: max-age=300",
            "Date: .+",
            "Connection: keep-alive",
            "Content-Length: \\d+",
            "X-MongoDB-Service-Version: gitHash=.+; versionString=.+");

    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential source;
    private static SandboxCredential target;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard());
        wire = new Wire(sandbox);
        source = wire.sourceOwner();
        target = wire.targetOwner();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void curl_is_there() {
        Needs.program("curl");
    }

    @Test
    void connecting_an_organization_answers_as_printed_under_the_misprinted_and_the_right_address() throws Exception {
        String token = new Migrator(sandbox, wire).token();
        for (String prefix : List.of("/api/atlas/v1.0", "/api/public/v1.0")) {
            Printed printed = curl(
                    "--user",
                    source.publicKey() + ":" + source.privateKey(),
                    "--digest",
                    "--include",
                    "--header",
                    "Accept: application/json",
                    "--header",
                    "Content-Type: application/json",
                    "--request",
                    "POST",
                    sandbox.baseUrl() + prefix + "/orgs/" + source.orgId() + "/liveExport/migrationLink?pretty=true",
                    "--data",
                    "{\"linkToken\": \"" + token + "\"}");
            printed.startsWith(CHALLENGE);
            printed.endsWith("HTTP/1.1 201 Created", SUCCESS, "{\n  \"status\": \"SYNCED\"\n}");
        }
    }

    @Test
    void the_status_of_the_connection_answers_as_printed() throws Exception {
        new Migrator(sandbox, wire).link(new Migrator(sandbox, wire).token());
        Printed printed = curl(
                "--user",
                source.publicKey() + ":" + source.privateKey(),
                "--digest",
                "--include",
                "--header",
                "Accept: application/json",
                "--header",
                "Content-Type: application/json",
                "--request",
                "GET",
                sandbox.baseUrl() + "/api/public/v1.0/orgs/" + source.orgId()
                        + "/liveExport/migrationLink/status?pretty=true");
        printed.startsWith(CHALLENGE);
        printed.endsWith("HTTP/1.1 200 OK", SUCCESS, "{\n  \"status\": \"SYNCED\"\n}");
    }

    @Test
    void a_link_token_is_made_with_a_key_and_with_a_bearer_token() throws Exception {
        String url = sandbox.baseUrl() + "/api/atlas/v2/orgs/" + target.orgId() + "/liveMigrations/linkTokens";
        List<String> rest = List.of(
                "--include",
                "--header",
                "Accept: application/vnd.atlas.2023-10-01+json",
                "--header",
                "Content-Type: application/json",
                "-X",
                "POST",
                url,
                "-d",
                "{\"accessListIps\": [\"203.0.113.10\"]}");
        List<String> headers = List.of("Content-Type: application/vnd.atlas.2023-01-01\\+json");
        Printed withKey =
                curl(and(List.of("--user", target.publicKey() + ":" + target.privateKey(), "--digest"), rest));
        withKey.startsWith(CHALLENGE);
        withKey.endsWith("HTTP/1.1 200 OK", headers, "{\"linkToken\":\"[A-Za-z0-9+/=]+\"}");
        Printed withToken = curl(and(List.of("--header", "Authorization: Bearer " + wire.bearer(target)), rest));
        withToken.endsWith("HTTP/1.1 200 OK", headers, "{\"linkToken\":\"[A-Za-z0-9+/=]+\"}");
    }

    @Test
    void a_project_moves_with_keys_of_both_organizations() throws Exception {
        SandboxCredential europe = wire.credential("target", "ORG_OWNER", "Acme-Europe");
        String group = Ids.of(target.orgId(), "group", "Mobile");
        Printed printed = curl(
                "--user",
                target.publicKey() + ":" + target.privateKey(),
                "--digest",
                "--include",
                "--header",
                "Accept: application/vnd.atlas.2025-02-19+json",
                "--header",
                "Content-Type: application/json",
                "-X",
                "POST",
                sandbox.baseUrl() + "/api/atlas/v2/groups/" + group + ":migrate",
                "-d",
                "{\"destinationOrgId\":\"" + europe.orgId() + "\",\"destinationOrgPrivateApiKey\":\""
                        + europe.privateKey() + "\",\"destinationOrgPublicApiKey\":\"" + europe.publicKey() + "\"}");
        printed.startsWith(CHALLENGE);
        printed.endsWith(
                "HTTP/1.1 200 OK",
                List.of("Content-Type: application/vnd.atlas.2024-05-30\\+json"),
                "\\{.*\"id\":\"" + group + "\",\"name\":\"Mobile\",\"orgId\":\"" + europe.orgId()
                        + "\",\"clusterCount\":1,\"created\":\"[0-9TZ:-]+\",\"tags\":\\[\\],"
                        + "\"withDefaultAlertsSettings\":true,\"links\":\\[\\{\"rel\":\"self\",\"href\":\"[^\"]+\"\\}\\]\\}");
    }

    /** What curl wrote: one or two answers. */
    private record Printed(String text) {
        void startsWith(List<String> expected) {
            List<String> lines = text.split("\r\n\r\n", 2)[0].lines().toList();
            expected.forEach(pattern -> has(lines, pattern));
        }

        void endsWith(String status, List<String> headers, String body) {
            int last = text.lastIndexOf("HTTP/1.1 ");
            String[] parts = text.substring(last).split("\r\n\r\n", 2);
            List<String> lines = parts[0].lines().toList();
            assertEquals(status, lines.get(0), text);
            headers.forEach(pattern -> has(lines, pattern));
            assertTrue(
                    parts[1].equals(body)
                            || parts[1].matches(
                                    body.replace("{\"link", "\\{\"link").replace("\"}", "\"\\}")),
                    text);
        }

        private void has(List<String> lines, String pattern) {
            assertTrue(
                    lines.stream().anyMatch(line -> line.equals(pattern) || line.matches(pattern)),
                    pattern + " in\n" + text);
        }
    }

    private static String[] and(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all.toArray(String[]::new);
    }

    private Printed curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--noproxy", "*"));
        command.addAll(List.of(arguments));
        Path written = folder.resolve("written");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(written.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String text = Files.readString(written, StandardCharsets.ISO_8859_1);
        assertEquals(0, process.exitValue(), text);
        return new Printed(text);
    }
}
