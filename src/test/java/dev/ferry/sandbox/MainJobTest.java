package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way from token to cutover, on a clock that only moves by hand. */
class MainJobTest {
    private Sandbox sandbox;
    private Wire wire;
    private Migrator job;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        job = new Migrator(sandbox, wire);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_token_links_two_organizations_and_the_link_is_synced_after_a_moment() {
        String source = wire.sourceOwner().orgId();
        String available = "/api/atlas/v2/orgs/" + wire.targetOwner().orgId() + "/liveMigrations/availableProjects";
        String link = "/api/public/v1.0/orgs/" + source + "/liveExport/migrationLink";
        assertEquals(
                "NOT_SYNCED",
                wire.get(wire.sourceOwner(), link + "/status").is(200).get("status"));
        assertEquals(List.of(), wire.get(wire.targetOwner(), available).is(200).json());

        String body = "{\"linkToken\":\"" + job.token() + "\"}";
        assertEquals(
                "NOT_SYNCED",
                wire.call(wire.sourceOwner(), "POST", link, body).is(201).get("status"));
        assertEquals(List.of(), wire.get(wire.targetOwner(), available).is(200).json());
        sandbox.clock().advance(Duration.ofSeconds(20));

        assertEquals(
                "{\"status\":\"SYNCED\"}",
                wire.get(wire.sourceOwner(), link + "/status").is(200).text());
        Wire.Answer projects = wire.get(wire.targetOwner(), available).is(200);
        List<?> all = (List<?>) projects.json();
        assertTrue(all.size() > 5, projects.text());
        assertEquals("Shop Production", projects.get("0.name"));
        assertEquals("mig-01.dc1.acme.example", projects.get("0.migrationHosts.0"));
        assertEquals("orders-rs", projects.get("0.deployments.0.name"));
        assertEquals(12e9, projects.get("0.deployments.0.dbSizeBytes"));
    }

    @Test
    void an_unknown_token_and_a_token_of_another_organization_are_refused() {
        String body = "{\"linkToken\":\"bGluay0wMDAwMDE=\"}";
        String link = "/liveExport/migrationLink";
        wire.call(
                        wire.sourceOwner(),
                        "POST",
                        "/api/public/v1.0/orgs/" + wire.sourceOwner().orgId() + link,
                        body)
                .refusedWith(400, "INVALID_ATTRIBUTE");
        String token = job.token();
        job.link(token);
        SandboxCredential labs = wire.credential("source", "ORG_OWNER", "Acme-Labs");
        wire.call(labs, "POST", "/api/public/v1.0/orgs/" + labs.orgId() + link, "{\"linkToken\":\"" + token + "\"}")
                .refusedWith(400, "INVALID_ATTRIBUTE");
    }

    @Test
    void deleting_the_tokens_or_the_link_ends_the_synchronization() {
        job.link(job.token());
        String tokens = "/api/atlas/v2/orgs/" + wire.targetOwner().orgId() + "/liveMigrations/linkTokens";
        assertEquals(
                "",
                wire.call(wire.targetOwner(), "DELETE", tokens, null).is(204).text());
        assertEquals("NOT_SYNCED", job.linkStatus());
        job.link(job.token());
        assertEquals("SYNCED", job.linkStatus());
        wire.call(wire.sourceOwner(), "DELETE", job.linkPath(), null).is(204);
        assertEquals("NOT_SYNCED", job.linkStatus());
    }

    @Test
    void a_cluster_is_created_and_has_addresses_only_when_it_is_idle() {
        String path = "/api/atlas/v2/groups/" + job.project() + "/clusters";
        Wire.Answer created = job.createCluster("orders-new", "M30", 80).is(201);
        assertEquals("CREATING", created.get("stateName"));
        assertEquals(Map.of(), created.get("connectionStrings"));
        assertEquals("application/vnd.atlas.2024-10-23+json", created.header("Content-Type"));
        sandbox.clock().advance(Duration.ofMinutes(5));
        Wire.Answer idle = wire.get(wire.targetOwner(), path + "/orders-new").is(200);
        assertEquals("IDLE", idle.get("stateName"));
        assertTrue(idle.text("connectionStrings.standardSrv").startsWith("mongodb+srv://orders-new."));
        assertEquals("application/vnd.atlas.2024-08-05+json", idle.header("Content-Type"));
        assertEquals(80.0, idle.get("replicationSpecs.0.regionConfigs.0.electableSpecs.diskSizeGB"));
        job.createCluster("orders-new", "M30", 80).refusedWith(400, "DUPLICATE_CLUSTER_NAME");
    }

    @Test
    void a_migration_goes_from_new_over_working_to_complete_with_a_shrinking_lag() {
        job.prepare();
        Wire.Answer check = job.validate(job.body(job.source())).is(200);
        assertEquals("PENDING", check.get("status"));
        sandbox.clock().advance(Duration.ofSeconds(30));
        Wire.Answer checked = job.validation(check.text("_id")).is(200);
        assertEquals("SUCCESS", checked.get("status"));
        assertNull(checked.get("errorMessage"));

        Wire.Answer migration = job.start(job.body(job.source())).is(201);
        String id = migration.text("_id");
        assertEquals("NEW", migration.get("status"));
        assertTrue(migration.text().contains("\"lagTimeSeconds\":null"), migration.text());
        assertEquals(List.of("mig-01.dc1.acme.example"), migration.get("migrationHosts"));
        job.cutover(id).refusedWith(400, "VALIDATION_ERROR");

        List<Double> lags = new ArrayList<>();
        Wire.Answer now = migration;
        for (int i = 0; i < 60 && !Boolean.TRUE.equals(now.get("readyForCutover")); i++) {
            sandbox.clock().advance(Duration.ofSeconds(15));
            now = job.migration(id).is(200);
            assertEquals("WORKING", now.get("status"));
            if (now.get("lagTimeSeconds") != null) {
                lags.add((Double) now.get("lagTimeSeconds"));
            }
        }
        assertEquals(true, now.get("readyForCutover"));
        assertTrue(lags.size() > 2, lags.toString());
        for (int i = 1; i < lags.size(); i++) {
            assertTrue(lags.get(i) < lags.get(i - 1), lags.toString());
        }

        assertEquals("", job.cutover(id).is(202).text());
        Wire.Answer cutting = job.migration(id);
        assertEquals("WORKING", cutting.get("status"));
        assertEquals(false, cutting.get("readyForCutover"));
        assertNull(cutting.get("lagTimeSeconds"));
        job.cutover(id).refusedWith(400, "VALIDATION_ERROR");
        sandbox.clock().advance(Duration.ofSeconds(45));
        assertEquals("COMPLETE", job.migration(id).get("status"));
        assertEquals(
                List.of("CLUSTER_IMPORT_COMPLETED", "CLUSTER_IMPORT_CUTOVER", "CLUSTER_IMPORT_STARTED"),
                job.importEvents());
    }

    @Test
    void a_migration_that_nobody_cuts_over_expires_after_120_hours() {
        job.prepare();
        String id = job.start(job.body(job.source())).is(201).text("_id");
        job.untilReady(id);
        sandbox.clock().advance(Duration.ofHours(119));
        assertEquals("WORKING", job.migration(id).get("status"));
        sandbox.clock().advance(Duration.ofHours(1));
        Wire.Answer expired = job.migration(id);
        assertEquals("EXPIRED", expired.get("status"));
        assertEquals(false, expired.get("readyForCutover"));
        job.cutover(id).refusedWith(400, "VALIDATION_ERROR");
        assertEquals(List.of("CLUSTER_IMPORT_EXPIRED", "CLUSTER_IMPORT_STARTED"), job.importEvents());
    }

    @Test
    void a_migration_that_cannot_work_fails() {
        job.prepare();
        String wrong = job.source()
                .replace(
                        "\"managedAuthentication\":true",
                        "\"managedAuthentication\":false," + "\"username\":\"migrator\",\"password\":\"wrong\"");
        String id = job.start(job.body(wrong)).is(201).text("_id");
        sandbox.clock().advance(Duration.ofSeconds(20));
        assertEquals("WORKING", job.migration(id).get("status"));
        sandbox.clock().advance(Duration.ofSeconds(45));
        assertEquals("FAILED", job.migration(id).get("status"));
        assertEquals(List.of("CLUSTER_IMPORT_FAILED", "CLUSTER_IMPORT_STARTED"), job.importEvents());
    }

    @Test
    void while_a_migration_runs_its_host_and_cluster_are_taken_and_the_link_cannot_go() {
        job.prepare();
        job.createCluster("second", "M30", 80).is(201);
        sandbox.clock().advance(Duration.ofMinutes(5));
        job.start(job.body(job.source())).is(201);
        job.start(job.body(job.source())).refusedWith(409, "CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT");
        String elsewhere = job.body(job.source()).replace("\"orders-new\"", "\"second\"");
        job.start(elsewhere.replace("\"orders-rs\"", "\"carts-rs\"")).refusedWith(400, "VALIDATION_ERROR");
        job.start(elsewhere.replace("mig-01", "mig-02")).refusedWith(400, "VALIDATION_ERROR");
        String tokens = "/api/atlas/v2/orgs/" + wire.targetOwner().orgId() + "/liveMigrations/linkTokens";
        wire.call(wire.targetOwner(), "DELETE", tokens, null)
                .refusedWith(409, "CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK");
        wire.call(wire.sourceOwner(), "DELETE", job.linkPath(), null)
                .refusedWith(409, "CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK");
    }

    @Test
    void an_entry_of_the_access_list_is_pending_before_it_is_active() {
        String path = "/api/atlas/v2/groups/" + job.project() + "/accessList";
        Wire.Answer added = wire.call(
                        wire.targetOwner(), "POST", path, "[{\"cidrBlock\":\"203.0.113.0/24\",\"comment\":\"hosts\"}]")
                .is(200);
        assertEquals("203.0.113.0/24", added.get("results.0.cidrBlock"));
        assertNotNull(added.get("links"));
        String status = path + "/203.0.113.0%2F24/status";
        assertEquals(
                "{\"STATUS\":\"PENDING\"}",
                wire.get(wire.targetOwner(), status).is(200).text());
        sandbox.clock().advance(Duration.ofSeconds(30));
        assertEquals(
                "{\"STATUS\":\"ACTIVE\"}",
                wire.get(wire.targetOwner(), status).is(200).text());
        wire.get(wire.targetOwner(), path + "/198.51.100.1/status")
                .refusedWith(404, "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND");
    }
}
