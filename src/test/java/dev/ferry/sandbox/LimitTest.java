package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.sandbox.Limit.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token buckets: their arithmetic, and how they show on the wire. */
class LimitTest {
    private static final String V2 = "/api/atlas/v2";

    @Test
    void a_bucket_is_refilled_in_steps_and_never_over_its_capacity() {
        VirtualClock clock = VirtualClock.from(Instant.parse("2026-06-01T00:00:00Z"), 0);
        Buckets buckets = new Buckets(clock);
        Limit limit = new Limit("Settings", Scope.ORGANIZATION, 10, 5, 60);
        for (int left = 9; left >= 0; left--) {
            assertEquals(new Buckets.Draw(limit, left, 0), buckets.draw(limit, "a"));
        }
        assertEquals(new Buckets.Draw(limit, 0, 60), buckets.draw(limit, "a"));
        assertEquals(new Buckets.Draw(limit, 9, 0), buckets.draw(limit, "b"));
        clock.advance(Duration.ofMillis(59_001));
        assertEquals(1, buckets.draw(limit, "a").retryAfter());
        clock.advance(Duration.ofMillis(999));
        assertEquals(new Buckets.Draw(limit, 4, 0), buckets.draw(limit, "a"));
        clock.advance(Duration.ofSeconds(90));
        assertEquals(new Buckets.Draw(limit, 8, 0), buckets.draw(limit, "a"));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(new Buckets.Draw(limit, 9, 0), buckets.draw(limit, "a"));
        clock.advance(Duration.ofDays(3));
        assertEquals(new Buckets.Draw(limit, 9, 0), buckets.draw(limit, "a"));
    }

    @Test
    void whoever_waits_as_long_as_told_finds_a_token() {
        VirtualClock clock = VirtualClock.from(Instant.parse("2026-06-01T00:00:00.250Z"), 0);
        Buckets buckets = new Buckets(clock);
        Limit limit = new Limit("x", Scope.USER, 1, 1, 7);
        assertEquals(0, buckets.draw(limit, "a").retryAfter());
        clock.advance(Duration.ofMillis(1700));
        long told = buckets.draw(limit, "a").retryAfter();
        assertEquals(6, told);
        clock.advance(Duration.ofSeconds(told));
        assertEquals(0, buckets.draw(limit, "a").retryAfter());
    }

    @ParameterizedTest
    @CsvSource({
        "getOrgSettings, Organization Settings, ORGANIZATION, 10, 5",
        "updateOrgSettings, Organization Settings, ORGANIZATION, 10, 5",
        "listOrgs, Organizations, USER, 300, 100",
        "getOrg, Organizations, ORGANIZATION, 500, 250",
        "listGroups, Projects, USER, 1200, 500",
        "getGroup, Projects, GROUP, 1200, 500",
        "listGroupClusters, Clusters, GROUP, 10000, 5000",
        "createGroupLiveMigration, Cloud Migration Service, GROUP, 1200, 500",
        "createOrgLiveMigrationLinkToken, Cloud Migration Service, ORGANIZATION, 500, 250",
        "listGroupProcesses, Monitoring and Logs, GROUP, 300, 100",
        "listGroupPeers, Network Peering, GROUP, 2000, 1000",
        "getSystemStatus, Root, USER, 300, 100",
        "listControlPlaneIpAddresses, Control Plane IP Addresses, IP, 400, 100",
        "listRateLimits, Rate Limits Inspection, USER, 300, 100",
        "listGroupStreamWorkspaces, Other, GROUP, 1200, 500",
    })
    void an_operation_has_the_limit_of_its_endpoint_set_and_scope(
            String operation, String set, Scope scope, int capacity, int refill) {
        assertEquals(
                Optional.of(new Limit(set, scope, capacity, refill, 60)),
                Limits.documented().of(Catalog.atlas().byName(operation).orElseThrow()));
    }

    @Test
    void every_operation_of_v2_has_a_limit() {
        long sets = Limits.documented().sets().values().stream()
                .mapToLong(List::size)
                .sum();
        assertEquals(Catalog.atlas().operations().size(), sets);
    }

    @Test
    void answers_say_how_many_are_left_and_the_one_too_many_is_refused_with_its_numbers() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0))) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.targetOwner();
            String path = V2 + "/orgs/" + owner.orgId() + "/settings";
            int answered = 0;
            for (int left = 9; left >= 0; left--) {
                Wire.Answer answer = wire.get(owner, path);
                if (answer.status() == 200) {
                    answered++;
                    assertEquals("10", answer.header("RateLimit-Limit"));
                    assertEquals(String.valueOf(left), answer.header("RateLimit-Remaining"));
                    assertEquals("", answer.header("Retry-After"));
                }
            }
            Wire.Answer refused = wire.get(owner, path).refusedWith(429, "RATE_LIMITED_TOKEN_BUCKET");
            assertEquals("10", refused.header("RateLimit-Limit"));
            assertEquals("0", refused.header("RateLimit-Remaining"));
            assertEquals("Too Many Requests", refused.get("reason"));
            long told = Long.parseLong(refused.header("Retry-After"));
            assertTrue(told >= 50 && told <= 60, refused.text());
            assertEquals(List.of(path.substring(1), (double) told, 10.0, 5.0, 60.0), refused.get("parameters"));
            sandbox.clock().advance(Duration.ofSeconds(told));
            assertTrue(wire.get(owner, path).status() != 429 || answered == 0);
        }
    }

    @Test
    void a_bucket_belongs_to_one_entity() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                Sandbox.Options.standard().withSpeed(0).withLimits(Limits.every(2, Duration.ofSeconds(30))))) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.targetOwner();
            SandboxCredential reader = wire.credential("target", "ORG_READ_ONLY", "Acme-Cloud");
            String org = V2 + "/orgs/" + owner.orgId();
            wire.get(owner, org).is(200);
            wire.get(reader, org).is(200);
            wire.get(owner, org).refusedWith(429, "RATE_LIMITED_TOKEN_BUCKET");
            wire.get(reader, org).is(429);
            wire.get(owner, V2 + "/orgs").is(200);
            wire.get(owner, V2 + "/orgs").is(200);
            wire.get(owner, V2 + "/orgs").is(429);
            wire.get(reader, V2 + "/orgs").is(200);
            sandbox.clock().advance(Duration.ofSeconds(30));
            wire.get(owner, org).is(200);
        }
    }

    @Test
    void limits_pass_in_real_time_however_fast_the_sandbox_is() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                Sandbox.Options.standard().withSpeed(1_000_000).withLimits(Limits.every(1, Duration.ofSeconds(600))))) {
            Wire wire = new Wire(sandbox);
            wire.get(wire.targetOwner(), V2 + "/orgs").is(200);
            wire.get(wire.targetOwner(), V2 + "/orgs").is(429);
        }
    }

    @Test
    void v1_refuses_in_words_of_its_own_and_without_headers() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                Sandbox.Options.standard().withSpeed(0).withLimits(Limits.every(2, Duration.ofMinutes(2))))) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.sourceOwner();
            assertEquals("", wire.get(owner, "/api/public/v1.0/orgs").is(200).header("RateLimit-Limit"));
            wire.get(owner, "/api/public/v1.0/groups").is(200);
            Wire.Answer refused = wire.get(owner, "/api/public/v1.0/orgs").refusedWith(429, "RATE_LIMITED");
            assertEquals(
                    "Resource /api/public/v1.0/orgs is limited to 2 requests every 2 minutes.", refused.get("detail"));
            assertEquals("", refused.header("RateLimit-Limit"));
            assertEquals("", refused.header("Retry-After"));
        }
    }

    @Test
    void without_limits_nothing_is_counted() throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(Sandbox.Options.standard().withSpeed(0).withLimits(Limits.none()))) {
            Wire wire = new Wire(sandbox);
            Wire.Answer answer = wire.get(wire.targetOwner(), V2 + "/orgs").is(200);
            assertEquals("", answer.header("RateLimit-Limit"));
            assertEquals(0.0, wire.get(wire.targetOwner(), V2 + "/rateLimits").get("totalCount"));
        }
    }

    @Test
    void the_limits_can_be_read() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0))) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.targetOwner();
            Wire.Answer all =
                    wire.get(owner, V2 + "/rateLimits?itemsPerPage=500").is(200);
            assertEquals((double) Limits.documented().sets().size(), all.get("totalCount"));
            Wire.Answer one = wire.get(owner, V2 + "/rateLimits?endpointPath=/api/atlas/v2/orgs/%7BorgId%7D/settings")
                    .is(200);
            assertEquals(1.0, one.get("totalCount"));
            assertEquals("Organization Settings", one.get("results.0.endpointSetName"));
            assertEquals(10.0, one.get("results.0.capacity.value"));
            assertEquals(5.0, one.get("results.0.refillRate.value"));
            assertEquals(60.0, one.get("results.0.refillDurationSeconds.defaultValue"));
            assertEquals("ORGANIZATION", one.get("results.0.scope"));
            assertEquals(2, one.list("results.0.endpoints").size());
            Wire.Answer same = wire.get(owner, V2 + "/rateLimits/" + one.text("results.0.endpointSetId"))
                    .is(200);
            assertEquals(((Map<?, ?>) one.get("results.0")).get("capacity"), same.get("capacity"));
            wire.get(owner, V2 + "/rateLimits?orgId=" + owner.orgId()).list("results").stream()
                    .forEach(set -> assertEquals("ORGANIZATION", ((Map<?, ?>) set).get("scope")));
            assertEquals(
                    3.0, wire.get(owner, V2 + "/rateLimits?name=Events").is(200).get("totalCount"));
            wire.get(owner, V2 + "/rateLimits?orgId=a&groupId=b")
                    .refusedWith(400, "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS");
            wire.get(owner, V2 + "/rateLimits/none").refusedWith(404, "RESOURCE_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource({"100/60s, 100, 60", "5/1m30s, 5, 90", "1/2, 1, 2"})
    void a_limit_is_written_as_requests_and_a_span(String text, int capacity, int seconds) {
        Limit limit = Limits.parse(text)
                .of(Catalog.atlas().byName("listOrgs").orElseThrow())
                .orElseThrow();
        assertEquals(new Limit("Organizations", Scope.USER, capacity, capacity, seconds), limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "100/", "/60s", "0/60s", "100/0s", "100/500ms", "many/60s", "100/60s/2"})
    void a_limit_written_in_another_way_is_refused_with_an_example(String text) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Limits.parse(text));
        assertEquals(
                "A limit is a number of requests, a slash and a span of at least a second, such as 100/60s, not '"
                        + text + "'.",
                e.getMessage());
    }
}
