package dev.ferry.sandbox;

import static dev.ferry.sandbox.TargetSide.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.RemoteJob.Outcome;
import dev.ferry.api.atlas.Alert;
import dev.ferry.api.atlas.Alerts;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.ClusterProcess;
import dev.ferry.api.atlas.DatabaseUser;
import dev.ferry.api.atlas.DatabaseUsers;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.atlas.Maintenance;
import dev.ferry.api.atlas.Snapshot;
import dev.ferry.api.atlas.Snapshots;
import dev.ferry.output.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project of the target has besides its access list and its migrations, over the wire with Ferry's own client. */
class TargetProjectThingsTest {
    private TargetSide target;
    private Atlas atlas;
    private String shop;

    @BeforeEach
    void start() throws Exception {
        target = new TargetSide();
        atlas = target.atlas;
        shop = target.project("shop");
    }

    @AfterEach
    void stop() {
        target.close();
    }

    private static Map<String, Object> user(String name, Object password) {
        return Map.of(
                "username",
                name,
                "databaseName",
                "admin",
                "password",
                password,
                "roles",
                List.of(Map.of("roleName", "readWriteAnyDatabase", "databaseName", "admin")));
    }

    @Test
    void a_database_user_is_made_changed_and_removed_and_its_password_never_shown() {
        DatabaseUsers users = atlas.getDatabaseUsers();
        DatabaseUser made = users.create(user("mira+1 ops/24%", Secret.of("correct-horse-4711")), shop);
        assertFalse(made.toString().contains("4711"));
        assertNull(made.more().get("password"));
        refused(409, "USER_ALREADY_EXISTS", () -> users.create(user("mira+1 ops/24%", "correct-horse-4711"), shop));
        assertEquals("PENDING", atlas.getClusters().status(shop, "shop-main").changeStatus());
        target.sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals("APPLIED", atlas.getClusters().status(shop, "shop-main").changeStatus());
        users.update(Map.of("description", "for a day"), shop, "admin", "mira+1 ops/24%");
        DatabaseUser read = users.get(shop, "admin", "mira+1 ops/24%");
        assertEquals("for a day", read.description());
        assertEquals(made.roles(), read.roles());
        assertTrue(users.list(shop).isCase("CN=mira+1 ops/24%,OU=acme"));
        users.delete(shop, "admin", "mira+1 ops/24%");
        refused(404, "USERNAME_NOT_FOUND", () -> users.get(shop, "admin", "mira+1 ops/24%"));
        assertEquals("shop-reporter", users.customRoles(shop).get(0).roleName());
    }

    @Test
    void a_database_user_needs_a_good_password_and_roles_there_are() {
        DatabaseUsers users = atlas.getDatabaseUsers();
        refused(400, "WEAK_PASSWORD", () -> users.create(user("weak", "short"), shop));
        refused(400, "COMMON_PASSWORD", () -> users.create(user("weak", "password"), shop));
        refused(
                400,
                "ATLAS_INVALID_ROLE",
                () -> users.create(
                        Map.of(
                                "username",
                                "x",
                                "databaseName",
                                "admin",
                                "password",
                                "correct-horse",
                                "roles",
                                List.of(Map.of("roleName", "king", "databaseName", "admin"))),
                        shop));
        refused(401, "USER_UNAUTHORIZED", () -> target.as("GROUP_READ_ONLY", "Acme-Cloud")
                .getDatabaseUsers()
                .create(user("x", "correct-horse"), shop));
    }

    @Test
    void a_snapshot_goes_from_queued_to_completed_and_only_one_at_a_time() {
        Snapshots snapshots = atlas.getSnapshots();
        Snapshot taken = snapshots.take(Map.of("description", "before", "retentionInDays", 1), shop, "shop-main");
        assertEquals("queued", taken.status());
        refused(400, "UNFINISHED_ON_DEMAND_SNAPSHOT", () -> snapshots.take(Map.of(), shop, "shop-main"));
        target.sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals("inProgress", snapshots.get(shop, "shop-main", taken.id()).status());
        assertEquals(
                Outcome.RUNNING, snapshots.get(shop, "shop-main", taken.id()).outcome());
        target.sandbox.clock().advance(Duration.ofMinutes(5));
        assertEquals(
                Outcome.SUCCEEDED, snapshots.get(shop, "shop-main", taken.id()).outcome());
        assertEquals(taken.id(), snapshots.list(shop, "shop-main").getAt(0).id());
        assertEquals("queued", snapshots.take(Map.of(), shop, "shop-main").status());
        target.sandbox.clock().advance(Duration.ofDays(2));
        refused(404, "SNAPSHOT_NOT_FOUND", () -> snapshots.get(shop, "shop-main", taken.id()));
    }

    @Test
    void a_sharded_cluster_has_snapshots_of_its_own_kind() {
        Snapshots snapshots = atlas.getSnapshots();
        assertEquals(0, snapshots.list(shop, "shop-sharded").size());
        Snapshot newest = snapshots.sharded(shop, "shop-sharded").getAt(0);
        assertEquals(2, newest.members().size());
        assertEquals(newest, snapshots.getSharded(shop, "shop-sharded", newest.id()));
        refused(404, "SNAPSHOT_NOT_FOUND", () -> snapshots.get(shop, "shop-sharded", newest.id()));
        assertTrue(snapshots
                .schedule(shop, "shop-sharded")
                .nextSnapshot()
                .isAfter(target.sandbox.clock().instant()));
        atlas.getClusters().update(Map.of("backupEnabled", false), shop, "shop-main");
        refused(400, "BACKUP_JOB_NOT_FOUND", () -> snapshots.take(Map.of(), shop, "shop-main"));
    }

    @Test
    void maintenance_that_is_due_is_put_off_twice_and_then_started() {
        Maintenance maintenance = atlas.getMaintenance();
        maintenance.defer(shop);
        maintenance.defer(shop);
        assertEquals(2, maintenance.get(shop).numberOfDeferrals());
        refused(400, "ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED", () -> maintenance.defer(shop));
        maintenance.update(Map.of("dayOfWeek", 7, "hourOfDay", 4, "startASAP", true), shop);
        refused(400, "ATLAS_MAINTENANCE_NOT_SCHEDULED", () -> maintenance.defer(shop));
        assertEquals(7, maintenance.get(shop).dayOfWeek());
        maintenance.autoDefer(shop);
        assertEquals(true, maintenance.get(shop).autoDeferOnceEnabled());
        maintenance.reset(shop);
        assertNull(maintenance.get(shop).dayOfWeek());
        refused(400, "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", () -> maintenance.autoDefer(shop));
        refused(400, "INVALID_ATTRIBUTE", () -> maintenance.update(Map.of("dayOfWeek", 8), shop));
    }

    @Test
    void an_alert_is_acknowledged_and_that_is_taken_back() {
        Alerts alerts = atlas.getAlerts();
        Alert open = alerts.list(Map.of("status", "OPEN"), shop).getAt(0);
        assertEquals(91.5, open.currentValue().get("number"));
        Alert quiet = alerts.acknowledge(
                Map.of("acknowledgedUntil", "2030-01-01T00:00:00Z", "acknowledgementComment", "migrating"),
                shop,
                open.id());
        assertEquals("migrating", alerts.get(shop, open.id()).acknowledgementComment());
        assertNotNull(quiet.acknowledgingUsername());
        alerts.acknowledge(Map.of("unacknowledgeAlert", true), shop, open.id());
        assertNull(alerts.get(shop, open.id()).acknowledgedUntil());
        refused(404, "ALERT_NOT_FOUND", () -> alerts.get(target.project("Mobile"), open.id()));
        Event event = atlas.getEvents()
                .forProject(Map.of("eventType", List.of("ALERT_ACKNOWLEDGED_AUDIT")), shop)
                .getAt(0);
        assertEquals(event, atlas.getEvents().getInProject(shop, event.id()));
        assertTrue(atlas.getEvents().types().toList().stream()
                .anyMatch(type -> type.eventType().equals(event.eventTypeName())));
    }

    @Test
    void processes_have_the_hosts_of_the_connection_string_and_none_while_paused() {
        String mobile = target.project("Mobile");
        List<ClusterProcess> processes = atlas.getProcesses().list(mobile).toList();
        assertEquals(3, processes.size());
        String standard =
                atlas.getClusters().get(mobile, "mobile").connectionStrings().standard();
        processes.forEach(process -> assertTrue(standard.contains(process.id()), standard + " lacks " + process.id()));
        String first = processes.get(0).id();
        assertEquals("REPLICA_PRIMARY", atlas.getProcesses().get(mobile, first).typeName());
        assertEquals(
                3,
                atlas.getProjects()
                        .ipAddresses(mobile)
                        .services()
                        .clusters()
                        .get(0)
                        .inbound()
                        .size());
        atlas.getClusters().pause(mobile, "mobile");
        refused(404, "HOST_NOT_FOUND", () -> atlas.getProcesses().get(mobile, first));
    }

    @Test
    void networks_are_listed_by_cloud() {
        assertEquals(1, atlas.getPeering().list(Map.of(), shop).size());
        assertEquals(
                0, atlas.getPeering().list(Map.of("providerName", "GCP"), shop).size());
        String container = atlas.getPeering()
                .containers(Map.of("providerName", "AWS"), shop)
                .getAt(0)
                .id();
        assertEquals(container, atlas.getPeering().list(shop).getAt(0).containerId());
        var service = atlas.getPrivateEndpoints().list(shop, "AWS").get(0);
        assertEquals("AVAILABLE", service.status());
        assertEquals(
                "AVAILABLE",
                atlas.getPrivateEndpoints()
                        .endpoint(shop, "AWS", service.id(), "vpce-0123456789abcdef0")
                        .connectionStatus());
        refused(404, "PRIVATELINK_NOT_FOUND", () -> atlas.getPrivateEndpoints().get(shop, "GCP", service.id()));
    }
}
