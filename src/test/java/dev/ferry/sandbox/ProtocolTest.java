package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both APIs have in common: versions, pages, envelopes, errors. */
class ProtocolTest {
    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential target;
    private static SandboxCredential source;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0).withStart(Wire.WHEN_ALL_WERE_SERVED));
        wire = new Wire(sandbox);
        target = wire.targetOwner();
        source = wire.sourceOwner();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static String shop() {
        return wire.get(target, "/api/atlas/v2/groups/byName/shop").is(200).text("id");
    }

    @ParameterizedTest
    @CsvSource({
        "/orgs, 2025-03-12, 2023-01-01",
        "/orgs, 2023-01-01, 2023-01-01",
        "/groups/SHOP/clusters, 2024-10-23, 2024-08-05",
        "/groups/SHOP/clusters, 2024-08-04, 2023-02-01",
        "/groups/SHOP/clusters, 2023-01-31, 2023-01-01",
    })
    void the_newest_version_that_is_not_after_the_requested_date_answers(String path, String asked, String resolved) {
        Wire.Answer answer = wire.call(
                        target,
                        "GET",
                        "/api/atlas/v2" + path.replace("SHOP", shop()),
                        null,
                        "application/vnd.atlas." + asked + "+json")
                .is(200);
        assertEquals("application/vnd.atlas." + resolved + "+json", answer.header("Content-Type"));
        boolean old = path.endsWith("clusters") && !resolved.equals("2024-08-05");
        assertEquals(old ? "Thu, 1 Jul 2027 00:00:00 GMT" : "", answer.header("Sunset"));
        assertEquals(old, !answer.header("Deprecation").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"application/json", "*/*", "application/vnd.atlas.2022-12-31+json", "application/vnd.atlas.preview+json"
    })
    void without_a_usable_version_it_is_406(String accept) {
        wire.call(target, "GET", "/api/atlas/v2/orgs", null, accept).refusedWith(406, "INVALID_VERSION_DATE");
    }

    @Test
    void an_operation_younger_than_the_date_is_406() {
        wire.call(
                        target,
                        "POST",
                        "/api/atlas/v2/groups/" + shop() + ":migrate",
                        "{}",
                        "application/vnd.atlas.2023-01-01+json")
                .is(406);
    }

    @Test
    void pages_have_links_and_a_count() {
        String path = "/api/public/v1.0/groups?itemsPerPage=10";
        Wire.Answer first = wire.get(source, path).is(200);
        assertEquals(List.of("self", "next"), rels(first));
        assertEquals(10, first.list("results").size());
        double total = (Double) first.get("totalCount");
        String next = (String) ((Map<?, ?>) first.list("links").get(1)).get("href");
        assertEquals(sandbox.baseUrl() + path + "&pageNum=2", next);
        Wire.Answer second = wire.get(
                        source, next.substring(sandbox.baseUrl().toString().length()))
                .is(200);
        assertEquals(List.of("self", "previous", "next"), rels(second));
        int last = (int) Math.ceil(total / 10);
        Wire.Answer end = wire.get(source, path + "&pageNum=" + last).is(200);
        assertEquals(List.of("self", "previous"), rels(end));
        assertEquals(
                0,
                wire.get(source, path + "&pageNum=99").is(200).list("results").size());
        assertFalse(first.get("results.0.name").equals(second.get("results.0.name")));
        assertEquals("self", first.get("results.0.links.0.rel"));
    }

    @Test
    void the_count_can_be_left_out() {
        Wire.Answer answer =
                wire.get(target, "/api/atlas/v2/groups?includeCount=false").is(200);
        assertFalse(((Map<?, ?>) answer.json()).containsKey("totalCount"));
    }

    @Test
    void an_envelope_wraps_one_entity_and_stands_beside_a_list() {
        Wire.Answer one = wire.get(target, "/api/atlas/v2/orgs/" + target.orgId() + "?envelope=true")
                .is(200);
        assertEquals(200.0, one.get("status"));
        assertEquals("Acme-Cloud", one.get("content.name"));
        Wire.Answer list = wire.get(target, "/api/atlas/v2/orgs?envelope=true").is(200);
        assertEquals(200.0, list.get("status"));
        assertEquals("Acme-Cloud", list.get("results.0.name"));
        Wire.Answer array = wire.get(
                        target,
                        "/api/atlas/v2/orgs/" + target.orgId() + "/liveMigrations/availableProjects?envelope=true")
                .is(200);
        assertEquals(List.of(), array.get("content"));
    }

    @Test
    void pretty_puts_a_field_on_a_line() {
        String path = "/api/public/v1.0/orgs/" + source.orgId() + "/liveExport/migrationLink/status?pretty=true";
        assertEquals(
                "{\n  \"status\": \"NOT_SYNCED\"\n}",
                wire.get(source, path).is(200).text());
    }

    @Test
    void the_misprinted_prefix_of_the_documents_works_too() {
        wire.get(source, "/api/atlas/v1.0/orgs/" + source.orgId() + "/liveExport/migrationLink/status")
                .is(200);
    }

    @Test
    void names_with_blanks_and_plus_signs_are_found() {
        Wire.Answer answer = wire.get(target, "/api/atlas/v2/groups/byName/Billing%20+%20Invoices")
                .is(200);
        assertEquals("Billing + Invoices", answer.get("name"));
        wire.get(target, "/api/atlas/v2/groups/byName/Billing%20%2B%20Invoices").is(200);
    }

    @Test
    void the_headers_of_the_documents_are_there() {
        Wire.Answer answer = wire.get(source, "/api/public/v1.0").is(200);
        assertEquals("MongoDB Cloud", answer.get("appName"));
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("Accept-Encoding", answer.header("Vary"));
        assertEquals("max-age=300", answer.header("Strict-Transport-Security"));
        assertEquals("keep-alive", answer.header("Connection"));
        assertTrue(answer.header("X-MongoDB-Service-Version").matches("gitHash=[0-9a-f]{40}; versionString=.+"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/public/v1.0/nothing, 404, RESOURCE_NOT_FOUND",
        "GET, /api/nothing, 404, RESOURCE_NOT_FOUND",
        "DELETE, /api/public/v1.0, 405, METHOD_NOT_ALLOWED",
        "GET, /api/atlas/v2/orgs?itemsPerPage=501, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/orgs?itemsPerPage=ten, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/orgs?pageNum=0, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/orgs?pretty=yes, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/orgs?colour=red, 400, INVALID_QUERY_PARAMETER",
        "GET, /api/atlas/v2/orgs/xyz, 404, INVALID_ORG_ID",
        "GET, /api/atlas/v2/orgs/5f0000000000000000000001, 404, ORG_NOT_FOUND",
        "GET, /api/atlas/v2/orgs/SOURCEORG, 404, NOT_ATLAS_ORG",
        "GET, /api/public/v1.0/orgs/TARGETORG, 404, EXPECTED_NON_ATLAS_ORG",
        "GET, /api/atlas/v2/groups/xyz, 404, INVALID_GROUP_ID",
        "GET, /api/atlas/v2/groups/5f0000000000000000000001, 404, GROUP_NOT_FOUND",
        "GET, /api/public/v1.0/groups/SHOP, 404, ATLAS_GROUP",
        "GET, /api/atlas/v2/groups/byName/nobody, 404, GROUP_NAME_NOT_FOUND",
        "GET, /api/atlas/v2/groups/SHOP/clusters/nothing, 404, CLUSTER_NOT_FOUND",
        "GET, /api/atlas/v2/groups/SHOP/liveMigrations/xyz, 404, INVALID_MIGRATION_ID",
        "GET, /api/atlas/v2/groups/SHOP/liveMigrations/5f0000000000000000000001, 404, RESOURCE_NOT_FOUND",
        "GET, /api/atlas/v2/groups/SHOP/liveMigrations/validate/xyz, 404, INVALID_VALIDATION_ID",
        "GET, /api/atlas/v2/groups/SHOP/events?minDate=yesterday, 400, INVALID_DATE_FORMAT",
    })
    void errors_have_the_documented_code(String method, String path, int status, String code) {
        String full = path.replace("SOURCEORG", source.orgId())
                .replace("TARGETORG", target.orgId())
                .replace("SHOP", shop());
        boolean v2 = path.startsWith("/api/atlas/v2");
        Wire.Answer answer = wire.call(v2 ? target : source, method, full, null).refusedWith(status, code);
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals((double) status, answer.get("error"));
        assertTrue(answer.list("parameters") != null && !answer.text("detail").isEmpty());
    }

    private static List<Object> rels(Wire.Answer page) {
        return page.list("links").stream()
                .<Object>map(link -> ((Map<?, ?>) link).get("rel"))
                .toList();
    }
}
