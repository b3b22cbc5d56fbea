package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.CallRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version a call gets, and what is said when it is on its way out. */
final class VersionsTest {
    private static final String ID = "65f0000000000000000000a1";

    private final List<String> notices = new ArrayList<>();
    private WireServer server;

    @BeforeEach
    void start() {
        server = WireServer.start();
        server.answerAll(request -> WireServer.json(200, "{\"results\":[]}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ApiClient client(String pin) {
        return new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults().withPinnedVersion(pin).withNotices(notices::add));
    }

    private String sent() {
        return String.valueOf(server.take().getHeaders().get("Accept"))
                .replaceFirst("application/vnd\\.atlas\\.(.*)\\+json", "$1");
    }

    @Test
    void the_call_is_asked_first_then_the_session_then_the_table() {
        try (ApiClient free = client(null);
                ApiClient pinned = client("2025-02-19")) {
            Map<String, Object> users = Map.of("orgId", ID);
            Map<String, Object> oldUsers = Map.of("orgId", ID, "version", "2023-01-01");
            free.atlasOperations("atlas.api").call("listOrgUsers", users);
            assertEquals("2025-02-19", sent());
            free.atlasOperations("atlas.api").call("listOrgUsers", oldUsers);
            assertEquals("2023-01-01", sent());
            pinned.atlasOperations("atlas.api").call("listOrgUsers", oldUsers);
            assertEquals("2023-01-01", sent());
            pinned.atlasOperations("atlas.api").call("listGroups", Map.of());
            assertEquals("2025-02-19", sent());
            new Atlas(free).get("/orgs");
            assertEquals("2023-01-01", sent());
            new Atlas(pinned).get("/orgs");
            assertEquals("2025-02-19", sent());
            new Atlas(pinned).get(Map.of("version", "2024-08-05", "name", "x"), "/orgs");
            RecordedRequest raw = server.take();
            assertEquals(
                    "application/vnd.atlas.2024-08-05+json", raw.getHeaders().get("Accept"));
            assertEquals("/api/atlas/v2/orgs?name=x", raw.getTarget());
        }
    }

    @Test
    void services_can_be_pinned_beside_the_session() {
        try (ApiClient client = client("2025-02-19")) {
            Atlas atlas = new Atlas(client);
            atlas.at("2023-02-01").getOrgs().list();
            assertEquals("2023-02-01", sent());
            atlas.getOrgs().list();
            assertEquals("2025-02-19", sent());
        }
    }

    @Test
    void an_operation_that_exists_only_as_preview_is_asked_for_that_in_a_pinned_session_too() {
        try (ApiClient pinned = client("2025-02-19")) {
            String preview = pinned.settings().rules().catalogs().atlas().operations().stream()
                    .filter(each -> each.versions().equals(List.of("preview"))
                            && each.method().equals("GET")
                            && each.pathParameters().equals(List.of("groupId")))
                    .findFirst()
                    .orElseThrow()
                    .id();
            pinned.atlasOperations("atlas.api").call(preview, Map.of("groupId", ID));
            assertEquals("preview", sent());
        }
    }

    @Test
    void a_session_pinned_to_a_time_before_an_operation_refuses_it() {
        try (ApiClient pinned = client("2023-01-01")) {
            CallRefusedException refused =
                    assertThrows(CallRefusedException.class, () -> pinned.atlasOperations("atlas.api")
                            .call("getOrgUser", Map.of("orgId", ID, "userId", ID)));
            assertEquals(
                    "atlas.api.getOrgUser has no version of 2023-01-01 (the session is pinned to that);"
                            + " it has 2025-02-19",
                    refused.getMessage());
        }
        assertEquals(0, server.count());
    }

    @Test
    void the_table_tells_once_that_a_version_ends() {
        try (ApiClient client = client(null)) {
            for (int i = 0; i < 2; i++) {
                client.atlasOperations("atlas.api").call("listOrgUsers", Map.of("orgId", ID, "version", "2023-01-01"));
                new Atlas(client).get(Map.of("version", "2023-01-01"), "/orgs/" + ID + "/users");
            }
            client.atlasOperations("atlas.api")
                    .call("addGroupUser", Map.of("groupId", ID, "body", Map.of("username", "x")));
            client.atlasOperations("atlas.api").call("listGroups", Map.of());
        }
        assertEquals(
                List.of(
                        "listOrgUsers in version 2023-01-01 is deprecated and ends on 2027-07-01;"
                                + " its newest version is 2025-02-19.",
                        "addGroupAccessUser is deprecated and ends on 2027-07-01."),
                notices);
    }

    @Test
    void the_answer_tells_too() {
        server.answerAll(request -> new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader(
                        "Deprecation",
                        request.getTarget().contains("name=a") ? "@1751328000" : "Tue, 1 Jul 2025 00:00:00 GMT")
                .setHeader("Sunset", "Thu, 01 Jul 2027 00:00:00 GMT")
                .body("{\"results\":[]}")
                .build());
        try (ApiClient client = client(null)) {
            Atlas atlas = new Atlas(client);
            atlas.getOrgs().list();
            atlas.getOrgs().list(Map.of("name", "b"));
            atlas.get(Map.of("name", "a"), "/nothing/of/the/table");
        }
        assertEquals(
                List.of(
                        "listOrgs in version 2023-01-01 is deprecated since 2025-07-01 and ends on 2027-07-01.",
                        "GET /api/atlas/v2/nothing/of/the/table?name=a in version 2025-03-12 is deprecated"
                                + " since 2025-07-01 and ends on 2027-07-01."),
                notices);
    }

    @Test
    void a_table_of_ones_own_brings_new_operations_and_new_versions(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("atlas.tsv");
        Catalogs.SHIPPED.atlas().write(own);
        List<String> lines = new ArrayList<>(Files.readAllLines(own));
        lines.removeIf(line -> !line.startsWith("id\t") && !line.startsWith("listOrgs\t"));
        lines.replaceAll(line -> line.replace("2023-01-01", "2027-01-01"));
        lines.add(
                "listMoons\t\tSky\tGET\t/api/atlas/v2/moons\t2027-01-01\t\t\tphase:enum NEW|FULL\t\t\t2027-01-01=[Moon]\t200\tn");
        Files.write(own, lines);
        try (ApiClient client = new ApiClient(
                server.connection(WireServer.KEY), ApiClient.Settings.defaults().withCatalogs(Catalogs.in(folder)))) {
            client.atlasOperations("atlas.api").call("listMoons", Map.of("phase", "FULL"));
            assertEquals("2027-01-01", sent());
            new Atlas(client).get("/orgs");
            assertEquals("2027-01-01", sent());
            client.atlasOperations("atlas.api").call("listGroups", Map.of());
            assertEquals("2023-01-01", sent());
        }
    }
}
