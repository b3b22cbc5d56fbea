package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation there is has an answer, and every version of it. */
class WholeApiTest {
    private static final String V2 = "/api/atlas/v2";
    private static final String ID = "650000000000000000000001";

    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential owner;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard()
                .withSpeed(0)
                .withStart(Instant.parse("2026-06-01T00:00:00Z"))
                .withLimits(Limits.none()));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Whether the sandbox does not have the path; a thing that is missing below it has words of its own. */
    private static boolean isUnknown(Wire.Answer answer, String path) {
        return answer.status() == 404 && List.of(path).equals(answer.get("parameters"));
    }

    private static String concrete(Operation operation) {
        return operation.path().replace("{orgId}", owner.orgId()).replaceAll("\\{[^}]*}", ID);
    }

    @Test
    void no_operation_of_v2_is_unknown_and_what_is_not_simulated_says_so() {
        List<String> wrong = new ArrayList<>();
        int notSimulated = 0;
        for (Operation operation : Catalog.atlas().operations()) {
            String version = operation.newest().orElseThrow();
            String format = operation.answers().containsKey(version)
                    ? "json"
                    : operation.answers().containsKey(version + "+csv") ? "csv" : "gzip";
            Wire.Answer answer = wire.call(
                    owner,
                    operation.method(),
                    concrete(operation),
                    operation.takesBody() ? "{\"no-such-field\":1}" : null,
                    "application/vnd.atlas." + version + "+" + format);
            Object code = answer.json() instanceof Map<?, ?> document ? document.get("errorCode") : null;
            boolean gone = answer.status() == 410
                    && operation.sunset().getOrDefault(version, "9").compareTo("2026-06-01") <= 0;
            if (answer.status() == 501) {
                notSimulated++;
                String detail = "The sandbox does not simulate " + operation.id() + ".";
                if (!"NOT_SIMULATED".equals(code)
                        || !detail.equals(answer.get("detail"))
                        || !List.of(operation.id()).equals(answer.get("parameters"))) {
                    wrong.add(operation.id() + ": " + answer.text());
                }
            } else if (answer.status() == 500
                    || answer.status() == 405
                    || answer.status() == 406
                    || (answer.status() == 410 && !gone)
                    || isUnknown(answer, concrete(operation))) {
                wrong.add(operation.id() + ": " + answer.text());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(notSimulated > 200 && notSimulated < 530, notSimulated + " operations are not simulated");
    }

    @Test
    void no_operation_of_v1_is_unknown_either() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Catalog.cloudManager().operations()) {
            String path = operation
                    .path()
                    .replace("{orgId}", wire.sourceOwner().orgId())
                    .replaceAll("\\{[^}]*}", ID);
            Wire.Answer answer = wire.call(
                    wire.sourceOwner(),
                    operation.method(),
                    path,
                    operation.takesBody() ? "{\"no-such-field\":1}" : null);
            if (answer.status() == 500 || answer.status() == 405 || isUnknown(answer, path)) {
                wrong.add(operation.id() + ": " + answer.text());
            }
            if (answer.status() == 501 && !List.of(operation.id()).equals(answer.get("parameters"))) {
                wrong.add(operation.id() + ": " + answer.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/atlas/v2/nothing, 404, RESOURCE_NOT_FOUND",
        "GET, /api/atlas/v2/groups/650000000000000000000001/nothing/at/all, 404, RESOURCE_NOT_FOUND",
        "DELETE, /api/atlas/v2/orgs, 405, METHOD_NOT_ALLOWED",
        "PUT, /api/atlas/v2/groups/650000000000000000000001/streams, 405, METHOD_NOT_ALLOWED",
        "GET, /api/public/v1.0/nothing, 404, RESOURCE_NOT_FOUND",
        "PATCH, /api/public/v1.0/orgs, 405, METHOD_NOT_ALLOWED",
    })
    void unknown_paths_are_404_and_wrong_verbs_405(String verb, String path, int status, String code) {
        wire.call(owner, verb, path, null).refusedWith(status, code);
    }

    @Test
    void who_is_calling_is_asked_before_anything_is_said_about_simulation() {
        String path = V2 + "/groups/" + ID + "/streams";
        assertEquals(
                401, wire.send("GET", path, null, Map.of("Accept", Wire.NEWEST)).status());
        wire.call(owner, "GET", path, null, "application/json").refusedWith(406, "INVALID_VERSION_DATE");
        wire.get(owner, path).refusedWith(501, "NOT_SIMULATED");
    }

    @Test
    void a_version_whose_time_is_over_is_gone() throws Exception {
        try (Sandbox later = Sandbox.start(
                Sandbox.Options.standard().withSpeed(0).withStart(Instant.parse("2027-06-30T00:00:00Z")))) {
            Wire calls = new Wire(later);
            SandboxCredential who = calls.targetOwner();
            String clusters = V2 + "/groups/"
                    + calls.get(who, V2 + "/groups/byName/shop").is(200).text("id") + "/clusters";
            String old = "application/vnd.atlas.2023-02-01+json";
            Wire.Answer last = calls.call(who, "GET", clusters, null, old).is(200);
            assertEquals("Thu, 1 Jul 2027 00:00:00 GMT", last.header("Sunset"));
            assertFalse(last.header("Deprecation").isEmpty());
            later.clock().advance(Duration.ofDays(1));
            Wire.Answer gone = calls.call(who, "GET", clusters, null, old).refusedWith(410, "VERSION_GONE");
            assertEquals("Gone", gone.get("reason"));
            assertEquals(List.of("2023-02-01", "2027-07-01"), gone.get("parameters"));
            calls.get(who, clusters).is(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/rateLimits, application/vnd.atlas.preview+json, 410",
        "/orgs, application/vnd.atlas.2023-01-01+csv, 406",
        "/orgs/ORG/invoices/650000000000000000000001/csv, application/vnd.atlas.2023-01-01+json, 406",
        "/orgs/ORG/invoices/650000000000000000000001/csv, application/vnd.atlas.2023-01-01+csv, 200",
        "/orgs/ORG/invoices/650000000000000000000001, application/vnd.atlas.2023-01-01+csv, 501",
        "/orgs/ORG/billing/costExplorer/usage/650000000000000000000001, application/vnd.atlas.2023-01-01+csv, 501",
    })
    void versions_and_formats_are_what_the_operation_comes_in(String path, String accept, int status) {
        assertEquals(
                status,
                wire.call(owner, "GET", V2 + path.replace("ORG", owner.orgId()), null, accept)
                        .status());
    }

    @Test
    void a_preview_names_itself_in_its_answer() throws Exception {
        try (Sandbox earlier = Sandbox.start(
                Sandbox.Options.standard().withSpeed(0).withStart(Instant.parse("2026-03-01T00:00:00Z")))) {
            Wire calls = new Wire(earlier);
            Wire.Answer answer = calls.call(
                            calls.targetOwner(), "GET", V2 + "/rateLimits", null, "application/vnd.atlas.preview+json")
                    .is(200);
            assertEquals("application/vnd.atlas.preview+json", answer.header("Content-Type"));
            assertEquals("Tue, 21 Apr 2026 00:00:00 GMT", answer.header("Sunset"));
        }
    }
}
