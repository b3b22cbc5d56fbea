package dev.ferry.sandbox;

import static dev.ferry.sandbox.TargetSide.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.Clusters;
import dev.ferry.api.atlas.ProjectLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clusters that change, and the settings and limits around them. */
class TargetClusterChangesTest {
    private static final String LIMIT = "atlas.project.deployment.clusters";

    private TargetSide target;
    private Atlas atlas;
    private Clusters clusters;
    private String mobile;

    @BeforeEach
    void start() throws Exception {
        target = new TargetSide();
        atlas = target.atlas;
        clusters = atlas.getClusters();
        mobile = target.project("Mobile");
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void a_cluster_is_paused_and_resumed() {
        assertEquals(true, clusters.pause(mobile, "mobile").paused());
        assertEquals("UPDATING", clusters.get(mobile, "mobile").stateName());
        refused(409, "CLUSTER_ALREADY_PAUSED", () -> clusters.pause(mobile, "mobile"));
        refused(
                409,
                "CANNOT_UPDATE_PAUSED_CLUSTER",
                () -> clusters.update(Map.of("mongoDBMajorVersion", "8.0"), mobile, "mobile"));
        clusters.resume(mobile, "mobile");
        target.sandbox.clock().advance(Duration.ofMinutes(5));
        assertEquals("IDLE", clusters.get(mobile, "mobile").stateName());
    }

    @Test
    void a_protected_cluster_is_deleted_only_without_its_protection() {
        clusters.update(Map.of("terminationProtectionEnabled", true), mobile, "mobile");
        refused(
                400,
                "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED",
                () -> clusters.delete(mobile, "mobile"));
        clusters.update(Map.of("terminationProtectionEnabled", false), mobile, "mobile");
        clusters.delete(mobile, "mobile");
        assertEquals("DELETING", clusters.get(mobile, "mobile").stateName());
        refused(400, "CLUSTER_ALREADY_REQUESTED_DELETION", () -> clusters.delete(mobile, "mobile"));
        target.sandbox.clock().advance(Duration.ofMinutes(5));
        refused(404, "CLUSTER_NOT_FOUND", () -> clusters.get(mobile, "mobile"));
    }

    @Test
    void settings_of_processes_are_changed_one_by_one() {
        assertEquals("TLS1_2", clusters.processArgs(mobile, "mobile").minimumEnabledTlsProtocol());
        clusters.updateProcessArgs(Map.of("minimumEnabledTlsProtocol", "TLS1_3"), mobile, "mobile");
        clusters.updateProcessArgs(Map.of("oplogMinRetentionHours", 48.5), mobile, "mobile");
        assertEquals("TLS1_3", clusters.processArgs(mobile, "mobile").minimumEnabledTlsProtocol());
        assertEquals(48.5, clusters.processArgs(mobile, "mobile").oplogMinRetentionHours());
        assertEquals("UPDATING", clusters.get(mobile, "mobile").stateName());
    }

    @Test
    void flex_clusters_and_the_others_have_endpoints_of_their_own() {
        assertEquals("IDLE", atlas.getFlexClusters().get(mobile, "push-tokens").stateName());
        refused(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", () -> clusters.get(mobile, "push-tokens"));
        refused(400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", () -> atlas.getFlexClusters()
                .get(mobile, "mobile"));
        String tiny = target.project("Tiny");
        refused(400, "TENANT_CLUSTER_UPDATE_UNSUPPORTED", () -> clusters.pause(tiny, "shared"));
    }

    @Test
    void regions_are_those_of_the_clouds_and_the_size_asked_for() {
        var regions = clusters.regions(Map.of("providers", List.of("AWS"), "tier", "M30"), mobile)
                .toList();
        assertEquals(1, regions.size());
        assertEquals("M30", regions.get(0).instanceSizes().get(0).name());
        assertEquals(
                true,
                regions.get(0).instanceSizes().get(0).availableRegions().get(0).isDefault());
        assertEquals(3, clusters.regions(mobile).size());
    }

    @Test
    void a_limit_is_kept_raised_and_put_back() {
        ProjectLimit limit = atlas.getProjects().setLimit(Map.of("value", 1), mobile, LIMIT);
        assertEquals(1, limit.currentUsage());
        Map<String, Object> body = ClusterBody.of("one-more", "M10");
        refused(400, "VALIDATION_ERROR", () -> clusters.create(body, mobile));
        refused(400, "INVALID_ATTRIBUTE", () -> atlas.getProjects().setLimit(Map.of("value", 101), mobile, LIMIT));
        atlas.getProjects().deleteLimit(mobile, LIMIT);
        assertEquals(25L, atlas.getProjects().limit(mobile, LIMIT).value());
        assertEquals("one-more", clusters.create(body, mobile).name());
        assertTrue(atlas.getProjects().limits(mobile).stream()
                .anyMatch(each -> each.name().equals(LIMIT) && each.currentUsage() == 2));
        refused(400, "INVALID_PATH_PARAMETER", () -> atlas.getProjects().limit(mobile, "atlas.nothing"));
    }

    @Test
    void settings_of_projects_and_organizations_are_changed_by_their_owners() {
        assertEquals(true, atlas.getProjects().settings(mobile).isDataExplorerEnabled());
        atlas.getProjects().updateSettings(Map.of("isDataExplorerEnabled", false), mobile);
        assertEquals(false, atlas.getProjects().settings(mobile).isDataExplorerEnabled());
        assertEquals(true, atlas.getProjects().settings(mobile).isPerformanceAdvisorEnabled());
        atlas.getOrgs().updateSettings(Map.of("apiAccessListRequired", true), target.acme);
        assertEquals(true, atlas.getOrgs().settings(target.acme).apiAccessListRequired());
        refused(401, "NOT_ORG_OWNER", () -> target.as("ORG_MEMBER", "Acme-Cloud")
                .getOrgs()
                .updateSettings(Map.of("apiAccessListRequired", false), target.acme));
    }

    @Test
    void an_address_of_the_access_list_is_found_as_its_block_and_removed() {
        atlas.getAccessList().add(mobile, List.of(Map.of("ipAddress", "203.0.113.10", "comment", "host")));
        assertEquals(
                "host", atlas.getAccessList().get(mobile, "203.0.113.10/32").comment());
        atlas.getAccessList().delete(mobile, "203.0.113.10");
        refused(404, "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND", () -> atlas.getAccessList()
                .get(mobile, "203.0.113.10"));
    }
}
