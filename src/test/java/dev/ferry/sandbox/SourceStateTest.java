package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the source keeps and lets itself be told, spoken to with a bare HTTP client. */
class SourceStateTest {
    private static final String V1 = "/api/public/v1.0";
    private static final String NOBODY = "5f0000000000000000000001";

    /** Between two snapshots: for ten minutes after each there is one that is not complete. */
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");

    private Sandbox sandbox;
    private Wire wire;
    private SandboxCredential owner;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0).withStart(MORNING));
        wire = new Wire(sandbox);
        owner = wire.sourceOwner();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_link_that_comes_and_goes_is_an_event_of_its_organization() {
        String token = wire.call(
                        wire.targetOwner(),
                        "POST",
                        "/api/atlas/v2/orgs/" + wire.targetOwner().orgId() + "/liveMigrations/linkTokens",
                        "{}")
                .text("linkToken");
        String link = org() + "/liveExport/migrationLink";
        wire.call(owner, "POST", V1 + link, "{\"linkToken\":\"" + token + "\"}").is(201);
        assertEquals("LIVE_MIGRATION_LINK_CREATED", get(org() + "/events").get("results.0.eventTypeName"));
        assertFalse(get(org() + "/events?includeRaw=true").text().contains(token));
        sandbox.clock().advance(Duration.ofMinutes(1));
        wire.call(owner, "DELETE", V1 + link, null).is(204);
        String id = get(org() + "/events").text("results.0.id");
        assertEquals("LIVE_MIGRATION_LINK_DELETED", get(org() + "/events/" + id).get("eventTypeName"));
        wire.call(owner, "DELETE", V1 + link, null).is(204);
        assertEquals(id, get(org() + "/events").get("results.0.id"));
    }

    @Test
    void events_are_chosen_by_type_and_time() {
        String events = group("Intranet") + "/events";
        List<?> all = get(events).list("results");
        assertTrue(all.size() > 3);
        assertEquals(
                List.of("HOST_UP", "HOST_DOWN"),
                types(get(events + "?eventType=HOST_DOWN&eventType=HOST_UP").list("results")));
        String down = get(events + "?eventType=HOST_DOWN").text("results.0.created");
        assertEquals(
                List.of("HOST_DOWN"),
                types(get(events + "?minDate=" + down + "&maxDate=" + down).list("results")));
        String id = get(events + "?eventType=HOST_DOWN").text("results.0.id");
        assertEquals("wiki-rs-2.dc1.acme.example", get(events + "/" + id).get("hostname"));
        assertEquals(id, get(events + "/" + id + "?includeRaw=true").get("raw.id"));
        wire.get(owner, V1 + group("Shop Staging") + "/events/" + id).refusedWith(404, "EVENT_NOT_FOUND");
    }

    @Test
    void an_alert_that_somebody_looks_after_says_so_until_then() {
        String alerts = group("Intranet") + "/alerts";
        assertEquals(1.0, get(alerts + "?status=OPEN").get("totalCount"));
        Wire.Answer open = get(alerts + "?status=OPEN");
        assertEquals("AUTOMATION_AGENT_DOWN", open.get("results.0.eventTypeName"));
        assertEquals(1.0, get(alerts + "?status=CLOSED").get("totalCount"));
        String path = V1 + alerts + "/" + open.get("results.0.id");
        String until = sandbox.clock().instant().plus(Duration.ofHours(2)).toString();
        wire.call(
                        owner,
                        "PATCH",
                        path,
                        "{\"acknowledgedUntil\":\"" + until + "\",\"acknowledgementComment\":\"on it\"}")
                .is(200);
        assertEquals("on it", wire.get(owner, path).get("acknowledgementComment"));
        assertEquals(
                "ALERT_ACKNOWLEDGED_AUDIT", get(group("Intranet") + "/events").get("results.0.eventTypeName"));
        sandbox.clock().advance(Duration.ofHours(3));
        assertEquals(null, wire.get(owner, path).get("acknowledgementComment"));
        wire.call(wire.credential("source", "ORG_READ_ONLY", "Acme-OnPrem"), "PATCH", path, "{}")
                .refusedWith(401, "USER_UNAUTHORIZED");
    }

    @Test
    void a_new_api_key_logs_in_shows_its_private_half_once_and_is_locked_out_when_deleted() {
        String keys = V1 + org() + "/apiKeys";
        String body = "{\"desc\":\"migration\",\"roles\":[\"ORG_READ_ONLY\"]}";
        Wire.Answer made = wire.call(owner, "POST", keys, body).is(200);
        String path = keys + "/" + made.get("id");
        SandboxCredential key = new SandboxCredential(
                "source",
                "ORG_READ_ONLY",
                owner.orgId(),
                "Acme-OnPrem",
                null,
                made.text("publicKey"),
                made.text("privateKey"),
                "",
                "");
        assertEquals(
                owner.orgId(),
                wire.digest(key, "GET", V1 + "/orgs", null).is(200).get("results.0.id"));
        assertTrue(wire.get(owner, path).text("privateKey").startsWith("********-"));
        wire.digest(key, "PATCH", V1 + org(), "{\"name\":\"Mine\"}").refusedWith(401, "NOT_ORG_OWNER");

        String list = path + "/accessList";
        assertEquals(
                "203.0.113.9/32",
                wire.digest(key, "POST", list, "[{\"ipAddress\":\"203.0.113.9\"}]")
                        .is(200)
                        .get("results.0.cidrBlock"));
        wire.call(wire.credential("source", "ORG_MEMBER", "Acme-OnPrem"), "GET", list, null)
                .refusedWith(401, "NOT_ORG_OWNER");
        wire.call(owner, "POST", list, "[{}]").refusedWith(400, "BAD_WHITELIST_ADD_REQUEST");
        wire.call(owner, "DELETE", list + "/203.0.113.9", null).is(204);
        assertEquals(0.0, wire.get(owner, list).get("totalCount"));

        assertEquals(
                "ORG_OWNER",
                wire.call(owner, "PATCH", path, "{\"roles\":[\"ORG_OWNER\"]}")
                        .is(200)
                        .get("roles.0.roleName"));
        wire.digest(key, "PATCH", V1 + org(), "{\"name\":\"Acme-OnPrem\"}").is(200);
        wire.call(owner, "DELETE", path, null).is(204);
        wire.digest(key, "GET", V1 + "/orgs", null).is(401);
        wire.get(owner, path).refusedWith(400, "API_KEY_NOT_FOUND");
    }

    @Test
    void agent_keys_are_a_bare_array() {
        String keys = V1 + group("Intranet") + "/agentapikeys";
        assertTrue(wire.get(owner, keys).is(200).text().startsWith("["));
        Wire.Answer made =
                wire.call(owner, "POST", keys, "{\"desc\":\"mig-13\"}").is(201);
        assertEquals(32, made.text("key").length());
        assertEquals(made.get("_id"), wire.get(owner, keys).get("1._id"));
        wire.call(owner, "DELETE", keys + "/" + made.get("_id"), null).is(204);
        wire.call(owner, "DELETE", keys + "/" + made.get("_id"), null).refusedWith(404, "AGENT_API_KEY_NOT_FOUND");
    }

    @Test
    void the_configuration_without_secrets_has_none_and_the_other_has_them_all() {
        String config = group("Shop Production") + "/automationConfig";
        String whole = get(config).text();
        String redacted = get(config + "/noSecrets").text();
        assertFalse(whole.contains("<redacted>"));
        for (String name :
                List.of("autoPwd", "key", "initPwd", "serverKey", "storedKey", "certificateKeyFilePassword")) {
            assertTrue(redacted.contains("\"" + name + "\":\"<redacted>\""), name);
            assertFalse(whole.contains("\"" + name + "\":\"<"), name);
            assertTrue(whole.contains("\"" + name + "\":\""), name);
        }
        assertEquals("catalog-sh", get(config).get("sharding.0.name"));
        assertEquals("catalog-sh-shard-0", get(config).get("sharding.0.shards.0.rs"));
        wire.get(owner, V1 + group("Empty") + "/automationConfig").refusedWith(404, "AUTOMATION_CONFIG_NOT_FOUND");
        wire.get(wire.credential("source", "ORG_READ_ONLY", "Acme-OnPrem"), V1 + config + "/noSecrets")
                .refusedWith(401, "USER_UNAUTHORIZED");
    }

    @Test
    void snapshots_come_and_go_with_time() {
        String cluster = group("Shop Production") + "/clusters/"
                + get(group("Shop Production") + "/clusters").get("results.1.id");
        Wire.Answer before = get(cluster + "/snapshots");
        assertEquals(8.0, before.get("totalCount"));
        assertEquals(3, before.list("results.0.parts").size());
        String newest = before.text("results.0.id");
        sandbox.clock().advance(Duration.ofHours(6).plusMinutes(11));
        assertNotEquals(newest, get(cluster + "/snapshots").get("results.0.id"));
        assertEquals(true, get(cluster + "/snapshots").get("results.0.complete"));
        wire.get(owner, V1 + cluster + "/snapshots/" + newest).is(200);
        sandbox.clock().advance(Duration.ofDays(3));
        wire.get(owner, V1 + cluster + "/snapshots/" + newest).refusedWith(404, "SNAPSHOT_NOT_FOUND");
    }

    @Test
    void a_renamed_sharded_cluster_keeps_its_replica_sets() {
        String clusters = group("Shop Production") + "/clusters";
        String path = V1 + clusters + "/" + get(clusters).get("results.1.id");
        List<Object> sets = column(get(clusters), "replicaSetName");
        assertEquals(
                "catalogue",
                wire.call(owner, "PATCH", path, "{\"clusterName\":\"catalogue\"}")
                        .is(200)
                        .get("clusterName"));
        assertEquals(sets, column(get(clusters), "replicaSetName"));
        assertTrue(column(get(clusters), "clusterName").contains("catalogue"));
        wire.call(owner, "PATCH", V1 + clusters + "/" + get(clusters).get("results.0.id"), "{\"clusterName\":\"x\"}")
                .refusedWith(400, "INVALID_ATTRIBUTE");
    }

    @Test
    void a_project_is_made_renamed_and_removed_and_an_organization_only_when_empty() {
        String body = "{\"name\":\"Short lived\",\"orgId\":\"" + owner.orgId() + "\"}";
        Wire.Answer made = wire.call(owner, "POST", V1 + "/groups", body).is(201);
        String path = V1 + "/groups/" + made.get("id");
        wire.call(owner, "POST", V1 + "/groups", body).refusedWith(409, "GROUP_ALREADY_EXISTS");
        wire.call(wire.credential("source", "ORG_MEMBER", "Acme-OnPrem"), "POST", V1 + "/groups", body)
                .refusedWith(401, "NOT_ORG_GROUP_CREATOR");
        wire.call(owner, "PATCH", path, "{\"name\":\"Intranet\"}").refusedWith(409, "GROUP_ALREADY_EXISTS");
        assertEquals(
                "Longer lived",
                wire.call(owner, "PATCH", path, "{\"name\":\"Longer lived\"}")
                        .is(200)
                        .get("name"));
        assertEquals("", wire.call(owner, "DELETE", path, null).is(200).text());
        wire.get(owner, path).refusedWith(404, "GROUP_NOT_FOUND");
        wire.call(owner, "DELETE", V1 + group("Intranet"), null).refusedWith(409, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP");
        wire.call(owner, "DELETE", V1 + org(), null).refusedWith(409, "ORG_NOT_EMPTY");
    }

    @Test
    void people_are_found_by_id_by_name_by_team_and_by_project() {
        String mira = get("/users/byName/mira@acme.example").text("id");
        assertEquals("Mira", get("/users/" + mira).get("firstName"));
        String team = get(org() + "/teams/byName/Data%20&%20reports").text("id");
        assertEquals("Data & reports", get(org() + "/teams/" + team).get("name"));
        assertEquals(List.of("Rafael", "Dana"), column(get(org() + "/teams/" + team + "/users"), "firstName"));
        assertTrue(column(get(group("Intranet") + "/teams"), "teamId").contains(team));
        assertEquals(4.0, get(group("Intranet") + "/users").get("totalCount"));
        wire.get(wire.credential("source", "ORG_MEMBER", "Acme-OnPrem"), V1 + "/users/" + mira)
                .refusedWith(401, "USER_UNAUTHORIZED");
    }

    @Test
    void agents_backups_and_windows_fit_the_deployments() {
        String shop = group("Shop Production");
        Wire.Answer versions = get(shop + "/agents/versions");
        assertEquals(versions.get("count"), (double) versions.list("entries").size());
        assertEquals(get("/softwareComponents/versions").get("automationVersion"), versions.get("entries.0.version"));
        assertEquals(List.of("STARTED", "STARTED", "INACTIVE"), column(get(shop + "/backupConfigs"), "statusName"));
        String started = get(shop + "/backupConfigs").text("results.0.clusterId");
        assertEquals(
                6.0,
                get(shop + "/backupConfigs/" + started + "/snapshotSchedule").get("snapshotIntervalHours"));
        assertEquals(started, get(shop + "/backupConfigs/" + started).get("clusterId"));
        assertEquals(1.0, get(shop + "/maintenanceWindows").get("totalCount"));
        assertEquals(0.0, get(group("Empty") + "/maintenanceWindows").get("totalCount"));
        assertEquals(
                "orders-rs-1.dc1.acme.example",
                get(shop + "/hosts/byName/orders-rs-1.dc1.acme.example:27017").get("hostname"));
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP/events/NOBODY, EVENT_NOT_FOUND",
        "GROUP/events/short, INVALID_EVENT_ID",
        "ORG/events/NOBODY, ORG_EVENT_NOT_FOUND",
        "GROUP/alerts/NOBODY, ALERT_NOT_FOUND",
        "GROUP/alerts/short, INVALID_ALERT_ID",
        "GROUP/backupConfigs/NOBODY, BACKUP_CONFIG_NOT_FOUND",
        "GROUP/backupConfigs/NOBODY/snapshotSchedule, BACKUP_CONFIG_NOT_FOUND",
        "GROUP/clusters/NOBODY/snapshots, CLUSTER_NOT_FOUND",
        "GROUP/clusters/short/snapshots, INVALID_CLUSTER_ID",
        "GROUP/hosts/byName/nowhere:27017, HOSTNAME_AND_PORT_NOT_FOUND",
        "ORG/teams/NOBODY, TEAM_NOT_FOUND",
        "ORG/teams/short, INVALID_TEAM_ID",
        "ORG/teams/byName/nobody, TEAM_NOT_FOUND",
        "/users/NOBODY, USER_NOT_FOUND",
        "/users/short, INVALID_USER_ID",
        "/users/byName/nobody, USERNAME_NOT_FOUND",
    })
    void what_is_not_there_is_said_in_the_words_of_the_error_list(String path, String code) {
        String full = path.replace("GROUP", group("Shop Production"))
                .replace("ORG", org())
                .replace("NOBODY", NOBODY);
        wire.get(owner, V1 + full).refusedWith(404, code);
    }

    private Wire.Answer get(String path) {
        return wire.get(owner, V1 + path).is(200);
    }

    private String org() {
        return "/orgs/" + owner.orgId();
    }

    private String group(String name) {
        return "/groups/" + Ids.of(owner.orgId(), "group", name);
    }

    private static List<Object> types(List<?> events) {
        return events.stream()
                .<Object>map(event -> ((Map<?, ?>) event).get("eventTypeName"))
                .toList();
    }

    private static List<Object> column(Wire.Answer page, String field) {
        return page.list("results").stream()
                .<Object>map(element -> String.valueOf(((Map<?, ?>) element).get(field)))
                .toList();
    }
}
