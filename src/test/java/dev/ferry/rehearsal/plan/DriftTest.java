package dev.ferry.rehearsal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a plan still holds, seen by what the services say now. */
class DriftTest {
    private static final Subject SUBJECT = new Subject("x.groovy", "0", List.of(), "acme", "PROD", List.of());

    @TempDir
    Path folder;

    private final PlanMaker maker = new PlanMaker(SUBJECT, Catalogs.SHIPPED);
    private Sandbox sandbox;
    private ApiClient targetClient;
    private ApiClient sourceClient;
    private Atlas atlas;
    private CloudManager cm;
    private Atlas somebody;
    private ApiClient somebodysClient;
    private String shop = "";

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        ApiClient.Settings settings = ApiClient.Settings.defaults();
        targetClient = new ApiClient(sandbox.targetAccount(), settings.withReads(maker.reads(ApiSide.TARGET)));
        sourceClient = new ApiClient(sandbox.sourceAccount(), settings.withReads(maker.reads(ApiSide.SOURCE)));
        atlas = new Atlas(targetClient);
        cm = new CloudManager(sourceClient);
        somebodysClient = new ApiClient(sandbox.targetAccount(), settings);
        somebody = new Atlas(somebodysClient);
        shop = somebody.getProjects().getAt("shop").id();
    }

    @AfterEach
    void stop() {
        targetClient.close();
        sourceClient.close();
        somebodysClient.close();
        sandbox.close();
    }

    /** What has drifted, by a plan that has been in its file. */
    private List<String> drifts() {
        Path file = folder.resolve("plan.json");
        PlanFile.write(file, maker.kept(""));
        return new DriftCheck(side -> side == ApiSide.TARGET ? targetClient : sourceClient, Catalogs.SHIPPED)
                .of(PlanFile.read(file)).stream().map(Drift::toString).toList();
    }

    @Test
    void where_nothing_has_changed_nothing_has_drifted_a_night_later() {
        atlas.getOrgs().list().toList();
        atlas.getProjects().list().toList();
        atlas.getClusters().list(shop).toList();
        atlas.getAccessList().list(shop).toList();
        atlas.getDatabaseUsers().list(shop).toList();
        atlas.getEvents().forProject(shop).toList();
        atlas.getAlerts().list(shop).toList();
        cm.getOrgs().list().toList().forEach(org -> {
            cm.getLinks().status(org.id());
            cm.getOrgs().projects(org.id()).toList().forEach(project -> {
                cm.getClusters().list(project.id()).toList();
                cm.getHosts().list(project.id()).toList();
                cm.getAgents().list(project.id(), "AUTOMATION").toList();
            });
        });
        sandbox.clock().advance(Duration.ofHours(9));
        assertEquals(List.of(), drifts());
    }

    @Test
    void a_cluster_of_another_tier_is_named_by_its_field_then_and_now() {
        atlas.getClusters().get(shop, "shop-main");
        Map<String, Object> hardware = Map.of("instanceSize", "M80", "nodeCount", 3);
        Map<String, Object> region =
                Map.of("providerName", "AWS", "regionName", "EU_CENTRAL_1", "priority", 7, "electableSpecs", hardware);
        somebodysClient.call(
                "PATCH",
                "/api/atlas/v2/groups/" + shop + "/clusters/shop-main",
                Map.of(),
                Map.of("replicationSpecs", List.of(Map.of("regionConfigs", List.of(region)))));
        sandbox.clock().advance(Duration.ofHours(9));
        List<String> drifts = drifts();
        assertTrue(
                drifts.stream()
                        .anyMatch(
                                drift -> drift.startsWith("GET /api/atlas/v2/groups/" + shop + "/clusters/shop-main: ")
                                        && drift.matches(".*instanceSize was M\\d0, is now M80")),
                drifts::toString);
    }

    @Test
    void a_project_that_was_moved_is_seen_by_its_organization() {
        atlas.getProjects().get(shop);
        String europe = somebody.getOrgs().getAt("Acme-Europe").id();
        String before = somebody.getProjects().get(shop).orgId();
        somebody.getProjects().migrate(Map.of("destinationOrgId", europe), shop);
        assertTrue(
                drifts().contains("GET /api/atlas/v2/groups/" + shop + ": orgId was " + before + ", is now " + europe),
                () -> drifts().toString());
    }

    @Test
    void a_link_that_was_made_is_seen_by_its_state() {
        String source = cm.getOrgs().list().iterator().next().id();
        cm.getLinks().status(source);
        String token = somebody.getLinkTokens()
                .create(
                        Map.of("accessListIps", List.of()),
                        somebody.getOrgs().list().iterator().next().id())
                .linkToken()
                .reveal();
        new CloudManager(new ApiClient(sandbox.sourceAccount(), ApiClient.Settings.defaults()))
                .getLinks()
                .create(Map.of("linkToken", token), source);
        sandbox.clock().advance(Duration.ofHours(1));
        assertEquals(
                List.of("GET /api/public/v1.0/orgs/" + source
                        + "/liveExport/migrationLink/status: status was NOT_SYNCED, is now SYNCED"),
                drifts());
    }

    @Test
    void a_project_that_is_gone_is_seen_by_the_answer_and_in_the_list() {
        Project made = somebody.getProjects()
                .create(Map.of(
                        "name",
                        "Short",
                        "orgId",
                        somebody.getOrgs().list().iterator().next().id()));
        atlas.getProjects().get(made.id());
        atlas.getProjects().list().toList();
        somebody.getProjects().delete(made.id());
        List<String> drifts = drifts();
        assertTrue(
                drifts.contains(
                        "GET /api/atlas/v2/groups/" + made.id() + ": the answer was 200, there, is now 404, not there"),
                drifts::toString);
        assertTrue(
                drifts.stream()
                        .anyMatch(drift ->
                                drift.endsWith("results[id=" + made.id() + "] was there (Short), is now nothing")),
                drifts::toString);
        assertEquals(2, drifts.size(), drifts::toString);
    }

    @Test
    void what_nobody_looked_at_may_change() {
        atlas.getProjects().get(shop);
        somebody.getDatabaseUsers()
                .create(
                        Map.of(
                                "databaseName", "admin",
                                "username", "new",
                                "password", "a-long-password",
                                "roles", List.of(Map.of("roleName", "read", "databaseName", "shop"))),
                        shop);
        assertEquals(List.of(), drifts());
    }

    @Test
    void what_was_not_there_and_is_there_now_has_drifted() {
        atlas.getDatabaseUsers().list(shop).toList();
        somebody.getDatabaseUsers()
                .create(
                        Map.of(
                                "databaseName", "admin",
                                "username", "new",
                                "password", "a-long-password",
                                "roles", List.of(Map.of("roleName", "read", "databaseName", "shop"))),
                        shop);
        List<String> drifts = drifts();
        assertEquals(1, drifts.size(), drifts::toString);
        assertTrue(drifts.get(0).contains("results[username=new] was nothing, is now there"), drifts::toString);
    }
}
