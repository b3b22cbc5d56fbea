package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Alert;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.Cluster;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.atlas.Snapshot;
import dev.ferry.api.atlas.Team;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.CallRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes whose answers are lost, and what the client finds out about them by reading. */
class LostAnswersTest {
    private final List<CallRecord> calls = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private Sandbox sandbox;
    private ApiClient source;
    private ApiClient target;
    private Atlas atlas;
    private CloudManager cm;
    private String targetOrg;
    private Project orders;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(1));
        ApiClient.Settings settings = ApiClient.Settings.defaults()
                .withSleeper(pause -> {})
                .withCalls(calls::add)
                .withNotices(notices::add);
        source = new ApiClient(sandbox.source(), settings);
        target = new ApiClient(sandbox.target(), settings);
        atlas = new Atlas(target);
        cm = new CloudManager(source);
        targetOrg = atlas.getOrgs().list().getAt("Acme-Cloud").id();
        orders = atlas.getProjects().list().getAt("Orders");
        calls.clear();
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
        sandbox.close();
    }

    /** Runs a change whose answer is thrown away, and shows that it was sent once and found out. */
    private <T> T done(Callable<T> change) throws Exception {
        notices.clear();
        calls.clear();
        T value = lost("drop-answer", change);
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.get(0).contains("a read shows that it was done"), notices.get(0));
        return value;
    }

    /** Runs a change that gets lost on its way to the service, and shows that nobody claims it was done. */
    private String notDone(Callable<?> change) {
        notices.clear();
        calls.clear();
        OutcomeUnknownException unknown = assertThrows(OutcomeUnknownException.class, () -> lost("reset", change));
        assertEquals(List.of(), notices);
        String message = String.valueOf(unknown.getMessage());
        assertTrue(
                message.contains("do not simply run it again") != message.contains("running it again does no harm"),
                message);
        return message;
    }

    private <T> T lost(String fault, Callable<T> change) throws Exception {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            sandbox.faults().add(fault + " first=1 method=" + method);
        }
        try {
            return change.call();
        } finally {
            sandbox.faults().clear();
            List<CallRecord> changes =
                    calls.stream().filter(call -> !call.method().equals("GET")).toList();
            assertEquals(1, changes.size(), changes.toString());
            assertEquals(1, changes.get(0).attempts());
        }
    }

    @Test
    void a_cluster_is_created_changed_and_deleted_although_no_answer_comes() throws Exception {
        Cluster made = done(() -> atlas.getClusters().create(ClusterBody.of("c1", "M30"), orders.id()));
        assertEquals("c1", made.name());
        assertTrue(notDone(() -> atlas.getClusters().create(ClusterBody.of("c2", "M30"), orders.id()))
                .contains("it is not there"));
        String older = notDone(() -> atlas.getClusters().create(ClusterBody.of("orders-atlas", "M30"), orders.id()));
        assertTrue(older.contains("it shows one that is older"), older);

        sandbox.clock().advance(Duration.ofMinutes(30));
        Map<String, Object> pause = Map.of("paused", true);
        String running = notDone(() -> atlas.getClusters().update(pause, orders.id(), "c1"));
        assertTrue(running.contains("'paused' differs"), running);
        assertEquals(
                true,
                done(() -> atlas.getClusters().update(pause, orders.id(), "c1")).paused());

        String there = notDone(() -> atlas.getClusters().delete(orders.id(), "c1"));
        assertTrue(there.contains("it is still there"), there);
        assertNull(done(() -> atlas.getClusters().delete(orders.id(), "c1")));
    }

    @Test
    void calls_by_name_and_by_path_are_found_out_as_well() throws Exception {
        Object byName = done(() -> atlas.getApi().invokeMethod("createGroupCluster", new Object[] {
            Map.of("groupId", orders.id(), "body", ClusterBody.of("c3", "M30"))
        }));
        assertEquals("c3", assertInstanceOf(Map.class, byName).get("name"));
        Object raw = done(() -> atlas.post("/groups/" + orders.id() + "/clusters", ClusterBody.of("c4", "M30")));
        assertEquals("c4", assertInstanceOf(Map.class, raw).get("name"));
        assertNull(done(() -> atlas.delete("/groups/" + orders.id() + "/clusters/c4")));
        assertTrue(notDone(() -> atlas.delete("/groups/" + orders.id() + "/clusters/c3"))
                .contains("find out with atlas.get('/groups/" + orders.id() + "/clusters/c3')"));
    }

    @Test
    void a_project_is_created_and_renamed_and_moved_although_no_answer_comes() throws Exception {
        Map<String, Object> body = Map.of("name", "Lost and found", "orgId", targetOrg);
        assertTrue(notDone(() -> atlas.getProjects().create(body)).contains("it is not there"));
        Project made = done(() -> atlas.getProjects().create(body));
        assertEquals("Lost and found", made.name());
        Map<String, Object> settings = Map.of("isDataExplorerEnabled", false);
        assertTrue(notDone(() -> atlas.getProjects().updateSettings(settings, made.id()))
                .contains("'isDataExplorerEnabled' differs"));
        assertEquals(
                false,
                done(() -> atlas.getProjects().updateSettings(settings, made.id()))
                        .isDataExplorerEnabled());
        assertNull(done(() -> atlas.getProjects().delete(made.id())));
    }

    @Test
    void what_belongs_to_a_project_is_found_out() throws Exception {
        List<Map<String, Object>> entries =
                List.of(Map.of("ipAddress", "203.0.113.77"), Map.of("cidrBlock", "198.51.100.0/24"));
        assertTrue(notDone(() -> atlas.getAccessList().add(orders.id(), entries))
                .contains("it does not list everything that was sent"));
        assertNotNull(done(() -> atlas.getAccessList().add(orders.id(), entries).size()));
        assertNull(done(() -> atlas.getAccessList().delete(orders.id(), "203.0.113.77")));

        Map<String, Object> user = Map.of(
                "username",
                "reporting",
                "databaseName",
                "admin",
                "password",
                "a-Secret-of-Mine-77",
                "roles",
                List.of(Map.of("roleName", "read", "databaseName", "sales")));
        assertTrue(notDone(() -> atlas.getDatabaseUsers().create(user, orders.id()))
                .contains("it is not there"));
        done(() -> atlas.getDatabaseUsers().create(user, orders.id()));
        assertTrue(notices.get(0).contains("only a login shows"), notices.get(0));
        String password = notDone(() -> atlas.getDatabaseUsers()
                .update(Map.of("password", "another-Secret-78"), orders.id(), "admin", "reporting"));
        assertTrue(password.contains("it does not show all of 'password'"), password);
    }

    @Test
    void teams_and_snapshots_are_found_out() throws Exception {
        Map<String, Object> body = Map.of("name", "night shift", "usernames", List.of("dana@acme.example"));
        assertTrue(notDone(() -> atlas.getTeams().create(body, targetOrg)).contains("it is not there"));
        Team team = done(() -> atlas.getTeams().create(body, targetOrg));
        assertEquals("night shift", team.name());

        Map<String, Object> wish = Map.of("description", "before the move", "retentionInDays", 3);
        assertTrue(notDone(() -> atlas.getSnapshots().take(wish, orders.id(), "orders-atlas"))
                .contains("it lists nothing of what was sent"));
        Snapshot taken = done(() -> atlas.getSnapshots().take(wish, orders.id(), "orders-atlas"));
        assertEquals("before the move", taken.description());
    }

    @Test
    void the_link_between_both_sides_is_found_out() throws Exception {
        String sourceOrg = cm.getOrgs().list().getAt("Acme-OnPrem").id();
        String lost = notDone(() -> atlas.getLinkTokens().create(Map.of("accessListIps", List.of()), targetOrg));
        assertTrue(lost.contains("a link token is shown only once"), lost);
        var token = atlas.getLinkTokens().create(Map.of("accessListIps", List.of("203.0.113.10")), targetOrg);
        Map<String, Object> body = Map.of("linkToken", token.linkToken());
        assertTrue(notDone(() -> cm.getLinks().create(body, sourceOrg)).contains("status is NOT_SYNCED"));
        sandbox.clock().advance(Duration.ofMinutes(1));
        calls.clear();
        cm.getLinks().create(body, sourceOrg);
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertTrue(notDone(() -> cm.getLinks().delete(sourceOrg)).contains("it is still there"));
        assertNull(done(() -> cm.getLinks().delete(sourceOrg)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-answer", "reset"})
    void of_keys_and_secrets_nobody_claims_anything(String fault) {
        Map<String, Object> key = Map.of("desc", "for the move", "roles", List.of("ORG_MEMBER"));
        OutcomeUnknownException unknown = assertThrows(
                OutcomeUnknownException.class,
                () -> lost(fault, () -> atlas.getApiKeys().create(key, targetOrg)));
        String message = String.valueOf(unknown.getMessage());
        boolean made = fault.equals("drop-answer");
        assertEquals(made, message.contains("it lists what could come from this call: "), message);
        assertTrue(message.contains("delete the key that nobody uses"), message);
        assertTrue(message.contains("find out with atlas.get('/orgs/" + targetOrg + "/apiKeys?"), message);
    }

    @Test
    void settings_limits_windows_and_alerts_are_found_out() throws Exception {
        Map<String, Object> limit = Map.of("value", 55);
        String name = "atlas.project.security.databaseAccess.users";
        assertTrue(notDone(() -> atlas.getProjects().setLimit(limit, orders.id(), name))
                .contains("'value' differs"));
        assertEquals(
                55,
                done(() -> atlas.getProjects().setLimit(limit, orders.id(), name))
                        .value());
        assertTrue(notDone(() -> atlas.getProjects().deleteLimit(orders.id(), name))
                .contains("defaultLimit"));

        Map<String, Object> window = Map.of("dayOfWeek", 3, "hourOfDay", 4);
        notDone(() -> atlas.getMaintenance().update(window, orders.id()));
        assertNull(done(() -> atlas.getMaintenance().update(window, orders.id())));
        assertTrue(notDone(() -> atlas.getMaintenance().defer(orders.id())).contains("number of deferrals"));

        Alert alert = atlas.getProjects().list().stream()
                .flatMap(project -> atlas.getAlerts().list(project.id()).stream())
                .findFirst()
                .orElseThrow();
        String owner = String.valueOf(alert.groupId());
        Map<String, Object> until = Map.of("acknowledgedUntil", "2027-03-01T10:00:00+01:00");
        notDone(() -> atlas.getAlerts().acknowledge(until, owner, alert.id()));
        assertEquals(
                alert.id(),
                done(() -> atlas.getAlerts().acknowledge(until, owner, alert.id()))
                        .id());
    }

    @Test
    void a_project_that_moves_is_found_in_its_new_organization() throws Exception {
        try (ApiClient account = new ApiClient(
                sandbox.targetAccount(),
                ApiClient.Settings.defaults()
                        .withSleeper(pause -> {})
                        .withCalls(calls::add)
                        .withNotices(notices::add))) {
            Atlas both = new Atlas(account);
            Project mobile = both.getProjects().list().getAt("Mobile");
            String to = both.getOrgs().list().getAt("Acme-Europe").id();
            Map<String, Object> move = Map.of("destinationOrgId", to);
            assertTrue(
                    notDone(() -> both.getProjects().migrate(move, mobile.id())).contains("orgId is " + targetOrg));
            assertEquals(
                    to,
                    done(() -> both.getProjects().migrate(move, mobile.id())).orgId());
        }
    }

    @Test
    void the_start_of_a_migration_leaves_hints_and_its_cutover_shows() throws Exception {
        String sourceOrg = cm.getOrgs().list().getAt("Acme-OnPrem").id();
        var token = atlas.getLinkTokens().create(Map.of("accessListIps", List.of("203.0.113.10")), targetOrg);
        cm.getLinks().create(Map.of("linkToken", token.linkToken()), sourceOrg);
        sandbox.clock().advance(Duration.ofMinutes(1));
        var available = atlas.getLiveMigrations().availableProjects(targetOrg).get(0);
        atlas.getAccessList().add(orders.id(), List.of(Map.of("ipAddress", "203.0.113.10")));
        sandbox.clock().advance(Duration.ofMinutes(1));
        Map<String, Object> from = Map.of(
                "groupId",
                available.projectId(),
                "clusterName",
                available.deployments().get(0).name(),
                "managedAuthentication",
                true,
                "ssl",
                true);
        Map<String, Object> body = Map.of(
                "source",
                from,
                "destination",
                Map.of("groupId", orders.id(), "clusterName", "orders-atlas", "hostnameSchemaType", "PUBLIC"),
                "migrationHosts",
                List.of(available.migrationHosts().get(0)),
                "dropDestinationData",
                false);
        assertTrue(notDone(() -> atlas.getLiveMigrations().validate(body, orders.id()))
                .contains("a validation changes nothing"));
        assertTrue(notDone(() -> atlas.getLiveMigrations().create(body, orders.id()))
                .contains("it lists nothing that could come from this call"));

        String id = atlas.getLiveMigrations().create(body, orders.id()).id();
        sandbox.clock().advance(Duration.ofMinutes(10));
        assertTrue(atlas.getLiveMigrations().get(orders.id(), id).readyForCutover());
        assertTrue(notDone(() -> atlas.getLiveMigrations().cutover(orders.id(), id))
                .contains("status is WORKING"));
        assertNull(done(() -> atlas.getLiveMigrations().cutover(orders.id(), id)));
    }
}
