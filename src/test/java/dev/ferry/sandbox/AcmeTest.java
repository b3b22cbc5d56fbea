package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What there is in the scenario, as the wire shows it. */
class AcmeTest {
    private Sandbox sandbox;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Wire.Answer source(String path) {
        return wire.get(wire.sourceOwner(), "/api/public/v1.0" + path).is(200);
    }

    @Test
    void credentials_have_the_forms_of_the_api_and_are_always_the_same() throws Exception {
        try (Sandbox other = Sandbox.start(Sandbox.Options.standard())) {
            assertEquals(sandbox.credentials(), other.credentials());
        }
        for (SandboxCredential credential : sandbox.credentials()) {
            assertTrue(credential.publicKey().matches("[a-z]{8}"), credential.publicKey());
            assertTrue(credential.clientId().matches("mdb_sa_id_[a-f0-9]{24}"), credential.clientId());
            assertTrue(credential.clientSecret().startsWith("mdb_sa_sk_"));
            assertTrue(credential.orgId().matches("[a-f0-9]{24}"));
        }
        assertEquals("source", sandbox.credentials().get(0).side());
        assertEquals("target", sandbox.credentials().get(1).side());
    }

    @Test
    void both_sides_have_several_organizations_and_dozens_of_projects() {
        assertEquals(3.0, source("/orgs").get("totalCount"));
        assertTrue((Double) source("/groups").get("totalCount") >= 24);
        assertTrue((Double) wire.get(wire.targetOwner(), "/api/atlas/v2/groups").get("totalCount") >= 20);
        assertEquals(1.0, source("/orgs?name=acme-o").get("totalCount"));
    }

    @Test
    void a_sharded_cluster_is_five_entities_and_its_hosts_are_sorted() {
        String group = source("/groups/byName/Customer%20360").text("id");
        List<?> clusters = source("/groups/" + group + "/clusters").list("results");
        Map<Object, Integer> types = new HashMap<>();
        clusters.forEach(cluster -> types.merge(((Map<?, ?>) cluster).get("typeName"), 1, Integer::sum));
        assertEquals(Map.of("REPLICA_SET", 4, "SHARDED_REPLICA_SET", 1, "CONFIG_SERVER_REPLICA_SET", 1), types);
        String id = (String) ((Map<?, ?>) clusters.get(0)).get("id");
        assertEquals(
                "customers-rs", source("/groups/" + group + "/clusters/" + id).get("replicaSetName"));
        List<?> hosts = source("/groups/" + group + "/hosts").list("results");
        List<String> names = hosts.stream()
                .map(host -> ((Map<?, ?>) host).get("hostname") + ":" + ((Map<?, ?>) host).get("port"))
                .toList();
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(17, names.size());
        assertEquals(3.0, source("/groups/" + group + "/hosts?clusterId=" + id).get("totalCount"));
        wire.get(wire.sourceOwner(), "/api/public/v1.0/groups/" + group + "/hosts/" + "5f0000000000000000000001")
                .refusedWith(404, "HOST_NOT_FOUND");
    }

    @Test
    void all_clusters_come_a_project_at_a_time_with_the_other_words_for_their_kind() {
        Wire.Answer all = source("/clusters");
        Map<?, ?> shop = (Map<?, ?>) all.list("results").get(0);
        assertEquals("Shop Production", shop.get("groupName"));
        List<?> clusters = (List<?>) shop.get("clusters");
        assertEquals("replica set", ((Map<?, ?>) clusters.get(0)).get("type"));
        assertEquals("sharded cluster", ((Map<?, ?>) clusters.get(1)).get("type"));
    }

    @Test
    void users_keys_agents_and_automation_can_be_read() {
        String org = wire.sourceOwner().orgId();
        assertEquals("ORG_OWNER", source("/orgs/" + org + "/users").get("results.0.roles.0.roleName"));
        String key = source("/orgs/" + org + "/apiKeys").text("results.0.privateKey");
        assertTrue(key.matches("\\*{8}-\\*{4}-\\*{4}-[0-9a-f]{12}"), key);
        String group = source("/groups/byName/Shop%20Production").text("id");
        Wire.Answer agents = source("/groups/" + group + "/agents/AUTOMATION");
        assertTrue(agents.text().contains("mig-01.dc1.acme.example"));
        assertEquals(1.0, source("/groups/" + group + "/agents/MONITORING").get("totalCount"));
        Wire.Answer status = source("/groups/" + group + "/automationStatus");
        assertEquals(status.get("goalVersion"), status.get("processes.0.lastGoalVersionAchieved"));
        assertEquals(List.of(), status.get("processes.0.plan"));
    }

    @Test
    void a_project_is_made_used_and_removed_again() {
        SandboxCredential owner = wire.targetOwner();
        String groups = "/api/atlas/v2/groups";
        String body = "{\"name\":\"Short lived\",\"orgId\":\"" + owner.orgId()
                + "\",\"tags\":[{\"key\":\"for\",\"value\":\"test\"}],\"withDefaultAlertsSettings\":false}";
        Wire.Answer made = wire.call(owner, "POST", groups, body).is(200);
        String path = groups + "/" + made.get("id");
        assertEquals(0.0, made.get("clusterCount"));
        assertEquals("test", made.get("tags.0.value"));
        assertEquals(false, made.get("withDefaultAlertsSettings"));
        assertEquals(sandbox.baseUrl() + path, made.get("links.0.href"));
        assertEquals("GROUP_CREATED", wire.get(owner, path + "/events").get("results.0.eventTypeName"));
        assertEquals("", wire.call(owner, "DELETE", path, null).is(204).text());
        wire.get(owner, path).refusedWith(404, "GROUP_NOT_FOUND");
        assertNotEquals(
                made.get("id"), wire.call(owner, "POST", groups, body).is(200).get("id"));
    }

    @Test
    void a_cluster_with_a_migration_cannot_be_changed_and_later_it_can() {
        SandboxCredential owner = wire.targetOwner();
        Migrator job = new Migrator(sandbox, wire);
        job.prepare();
        String path = "/api/atlas/v2/groups/" + job.project() + "/clusters/orders-new";
        String change = "{\"terminationProtectionEnabled\":false}";
        wire.call(owner, "DELETE", path, null)
                .refusedWith(400, "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED");
        String id = job.start(job.body(job.source())).is(201).text("_id");
        wire.call(owner, "PATCH", path, change).refusedWith(409, "CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT");
        wire.call(owner, "DELETE", path, null).refusedWith(409, "CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT");
        job.untilReady(id);
        job.cutover(id).is(202);
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals("UPDATING", wire.call(owner, "PATCH", path, change).is(200).get("stateName"));
        assertEquals("", wire.call(owner, "DELETE", path, null).is(202).text());
        assertEquals("DELETING", wire.get(owner, path).is(200).get("stateName"));
        sandbox.clock().advance(Duration.ofMinutes(2));
        wire.get(owner, path).refusedWith(404, "CLUSTER_NOT_FOUND");
    }

    @Test
    void the_large_scenario_has_ten_thousand_projects_more() throws Exception {
        try (Sandbox large = Sandbox.start(Sandbox.Options.standard().withScenario(Scenario.named("Large")))) {
            Wire other = new Wire(large);
            Wire.Answer page = other.get(other.targetOwner(), "/api/atlas/v2/groups?itemsPerPage=500&pageNum=20");
            assertEquals(500, page.is(200).list("results").size());
            assertTrue((Double) page.get("totalCount") > 10_000);
        }
        assertFalse(Scenario.ACME == Scenario.named("large"));
    }
}
