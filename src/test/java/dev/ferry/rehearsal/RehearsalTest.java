package dev.ferry.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.access.Access;
import dev.ferry.access.Verdict;
import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.Cluster;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.Preferences;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a rehearsed run sees, and what of it the real services see: nothing that changes anything. */
@Timeout(60)
class RehearsalTest {
    private final List<Rehearsed> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Production production;
    private Atlas real;
    private CloudManager realSource;
    private Rehearsal rehearsal;
    private Atlas atlas;
    private CloudManager cm;

    @BeforeEach
    void start() throws IOException {
        production = Production.start();
        // Past the gate, so that it counts what the rehearsal does.
        real = new Atlas(opened(new ApiClient(production.sandbox().targetAccount(), ApiClient.Settings.defaults())));
        realSource = new CloudManager(
                opened(new ApiClient(production.sandbox().sourceAccount(), ApiClient.Settings.defaults())));
        rehearse(Preferences.REHEARSAL_CALLS, true);
    }

    private void rehearse(int budget, boolean account) {
        rehearsal = opened(new Rehearsal(side -> production.way(side, account), budget, changes::add, notes::add));
        atlas = new Atlas(client(ApiSide.TARGET, account));
        cm = new CloudManager(client(ApiSide.SOURCE, account));
    }

    private ApiClient client(ApiSide side, boolean account) {
        return opened(new ApiClient(
                production.connection(side, account),
                ApiClient.Settings.defaults().withDetour(rehearsal.detour(side))));
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(0, one);
        return one;
    }

    @AfterEach
    void end() throws Exception {
        assertEquals(List.of(), production.changing());
        for (AutoCloseable each : open) {
            each.close();
        }
        production.close();
    }

    private Project shop() {
        return real.getProjects().byName(Map.of(), "shop");
    }

    private int asked() {
        return production.lines().size();
    }

    @Test
    void a_change_shows_in_what_is_read_after_it_and_only_there() {
        String shop = shop().id();
        Cluster before = atlas.getClusters().get(Map.of(), shop, "shop-main");
        atlas.getClusters().update(Map.of("backupEnabled", false), shop, "shop-main");
        Cluster after = atlas.getClusters().get(Map.of(), shop, "shop-main");
        assertEquals("UPDATING", after.stateName());
        assertEquals(false, after.backupEnabled());
        assertEquals(before.id(), after.id());
        assertEquals(before.connectionStrings(), after.connectionStrings());
        assertEquals(before.createDate(), after.createDate());
        assertEquals("IDLE", real.getClusters().get(Map.of(), shop, "shop-main").stateName());
        assertEquals(
                List.of("updateGroupCluster"),
                changes.stream().map(each -> each.change().name()).toList());
        assertEquals(Outcome.Kind.DONE, changes.get(0).outcome().kind());
        assertEquals(List.of(), changes.get(0).madeUp());
    }

    @Test
    void what_is_read_for_the_roles_is_of_the_budget_and_unknown_without_it() {
        Access access = access();
        int before = asked();
        assertTrue(access.held(ApiSide.TARGET).contains("ORG_OWNER"));
        int reads = (int) production.lines().stream()
                .skip(before)
                .filter(line -> line.startsWith("GET "))
                .count();
        assertTrue(reads > 1, production.lines()::toString);
        assertEquals(Preferences.REHEARSAL_CALLS - reads, rehearsal.callsLeft());

        rehearse(1, true);
        Verdict verdict = access().verdict(
                        ApiSide.TARGET,
                        Catalog.atlas()
                                .match("DELETE", "/api/atlas/v2/groups/" + shop().id())
                                .orElseThrow()
                                .operation(),
                        null,
                        shop().id());
        assertEquals(Verdict.Kind.UNKNOWN, verdict.kind());
        assertTrue(verdict.reason().contains("used up its 1 calls"), verdict.reason());
    }

    private Access access() {
        ApiClient asking = opened(new ApiClient(
                production.connection(ApiSide.TARGET, true),
                ApiClient.Settings.defaults().withDetour(rehearsal.counting())));
        return Access.of(() -> asking, () -> asking);
    }

    @Test
    void what_nothing_has_touched_is_read_from_the_real_service_and_what_was_is_not() {
        String shop = shop().id();
        atlas.getAccessList().add(Map.of(), shop, List.of(Map.of("ipAddress", "198.51.100.7")));
        int before = asked();
        assertTrue(atlas.getAccessList().list(Map.of(), shop).stream()
                .anyMatch(entry -> "198.51.100.7".equals(entry.ipAddress())));
        assertEquals(before, asked());
        atlas.getDatabaseUsers().list(Map.of(), shop).toList();
        assertEquals(before + 1, asked());
        assertTrue(real.getAccessList().list(Map.of(), shop).stream()
                .noneMatch(entry -> "198.51.100.7".equals(entry.ipAddress())));
    }

    @Test
    void what_is_made_has_an_id_of_the_twins_and_the_real_service_is_never_asked_about_it() {
        String org = real.getOrgs().list(Map.of()).iterator().next().id();
        Project made = atlas.getProjects().create(Map.of("name", "Night", "orgId", org));
        assertTrue(rehearsal.isMadeUp(made.id()), made.id());
        assertFalse(rehearsal.isMadeUp(org));
        assertEquals(List.of(made.id()), changes.get(0).madeUp());
        int before = asked();
        assertEquals(List.of(), atlas.getClusters().list(Map.of(), made.id()).toList());
        assertEquals(List.of(), atlas.getAlerts().list(Map.of(), made.id()).toList());
        assertTrue(atlas.getOrgs().projects(Map.of(), org).stream()
                .anyMatch(each -> each.id().equals(made.id())));
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> atlas.getApi()
                .call("listGroupStreamWorkspaces", Map.of("groupId", made.id())));
        assertEquals(CallRefusedException.Why.NOT_PLANNED, refused.why());
        assertEquals(before, asked());
        atlas.getProjects().delete(Map.of(), made.id());
        assertThrows(ErrorAnswerException.class, () -> atlas.getProjects().get(Map.of(), made.id()));
        assertEquals(before, asked());
    }

    @Test
    void a_change_that_no_twin_can_make_is_refused_and_never_looks_done() {
        CallRefusedException refused = assertThrows(
                CallRefusedException.class, () -> atlas.getApi().call("pauseStreamsThatDoNotExist", Map.of()));
        assertEquals(CallRefusedException.Why.BAD_ARGUMENT, refused.why());
        String path = "/api/atlas/v2/groups/" + shop().id() + "/streams";
        refused = assertThrows(CallRefusedException.class, () -> client(ApiSide.TARGET, true)
                .call("POST", path, Map.of(), Map.of("name", "s")));
        assertEquals(CallRefusedException.Why.NOT_PLANNED, refused.why());
        assertTrue(
                refused.getMessage()
                        .endsWith(
                                "no rehearsal can tell what would come of createGroupStreamWorkspace, which the sandbox"
                                        + " does not simulate; nothing was sent. Rehearse without this call, or make it for real"
                                        + " first"),
                refused.getMessage());
        assertEquals(Outcome.Kind.NOT_SENT, changes.get(0).outcome().kind());
    }

    @Test
    void an_alert_of_the_source_and_the_access_of_its_keys_and_accounts_change_in_the_twin() {
        var org = realSource.getOrgs().getAt("Acme-OnPrem");
        var key = realSource.getApiKeys().list(Map.of(), org.id()).iterator().next();
        var account = realSource
                .getServiceAccounts()
                .list(Map.of(), org.id())
                .iterator()
                .next();
        List<Map<String, Object>> entries = List.of(Map.of("ipAddress", "198.51.100.7"));
        cm.getApiKeys().addToAccessList(Map.of(), org.id(), key.id(), entries);
        cm.getServiceAccounts().addToAccessList(Map.of(), org.id(), account.clientId(), entries);
        cm.getServiceAccounts().update(Map.of("description", "night"), org.id(), account.clientId());
        assertEquals(1, cm.getApiKeys().accessList(Map.of(), org.id(), key.id()).size());
        assertEquals(
                1,
                cm.getServiceAccounts()
                        .accessList(Map.of(), org.id(), account.clientId())
                        .size());
        var project = realSource.getOrgs().projects(Map.of(), org.id()).stream()
                .filter(each ->
                        !realSource.getAlerts().list(Map.of(), each.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        var alert = cm.getAlerts().list(Map.of(), project.id()).iterator().next();
        String until = rehearsal.clock().instant().plus(Duration.ofDays(1)).toString();
        cm.getAlerts()
                .acknowledge(
                        Map.of("acknowledgedUntil", until, "acknowledgementComment", "night"),
                        project.id(),
                        alert.id());
        var acknowledged = cm.getAlerts().get(Map.of(), project.id(), alert.id());
        assertEquals("night", acknowledged.acknowledgementComment());
        assertEquals(alert.hostnameAndPort(), acknowledged.hostnameAndPort());

        assertEquals(
                0,
                realSource.getApiKeys().accessList(Map.of(), org.id(), key.id()).size());
        assertEquals(alert, realSource.getAlerts().get(Map.of(), project.id(), alert.id()));
        assertEquals(4, changes.size());
    }

    @Test
    void a_snapshot_that_is_asked_for_is_taken_in_the_twin_beside_those_that_are_there() throws Exception {
        String shop = shop().id();
        List<String> before = real.getSnapshots().list(Map.of(), shop, "shop-main").stream()
                .map(each -> each.id())
                .toList();
        var taken = atlas.getSnapshots().take(Map.of("description", "before the night"), shop, "shop-main");
        assertTrue(rehearsal.isMadeUp(taken.id()), taken.id());
        assertEquals("queued", taken.status());
        rehearsal.sleeper().sleep(Duration.ofHours(1));
        assertEquals(
                "completed",
                atlas.getSnapshots()
                        .get(Map.of(), shop, "shop-main", taken.id())
                        .status());
        List<String> after = atlas.getSnapshots().list(Map.of(), shop, "shop-main").stream()
                .map(each -> each.id())
                .toList();
        // The oldest may have come to its end meanwhile.
        assertTrue(after.stream().filter(before::contains).count() >= before.size() - 1, after::toString);
    }

    @Test
    void refusals_of_the_real_service_stay_what_they_are_and_those_of_the_twin_are_told() {
        String nobody = "650000000000000000000001";
        ErrorAnswerException missing = assertThrows(
                ErrorAnswerException.class, () -> atlas.getProjects().delete(Map.of(), nobody));
        assertEquals(404, missing.status());
        String shop = shop().id();
        ErrorAnswerException busy = assertThrows(
                ErrorAnswerException.class, () -> atlas.getProjects().delete(Map.of(), shop));
        assertEquals("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS", busy.errorCode());
        assertEquals(
                Outcome.Kind.REFUSED, changes.get(changes.size() - 1).outcome().kind());
    }

    @Test
    void the_real_services_take_no_more_calls_than_the_budget_allows() {
        rehearse(3, true);
        atlas.getOrgs().list(Map.of()).toList();
        atlas.getProjects().byName(Map.of(), "shop");
        assertEquals(1, rehearsal.callsLeft());
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> atlas.getProjects()
                .create(Map.of("name", "Night", "orgId", shop().orgId())));
        assertTrue(refused.getMessage().contains("used up its 3 calls"), refused.getMessage());
    }

    @Test
    void time_goes_by_in_the_twin_and_what_moves_with_it_is_read_there() throws Exception {
        String shop = shop().id();
        real.getClusters().update(Map.of("backupEnabled", true), shop, "shop-main");
        assertEquals(
                "UPDATING", atlas.getClusters().get(Map.of(), shop, "shop-main").stateName());
        rehearsal.sleeper().sleep(Duration.ofMinutes(5));
        assertEquals(
                "IDLE", atlas.getClusters().get(Map.of(), shop, "shop-main").stateName());
        int before = asked();
        for (int i = 0; i < 20; i++) {
            rehearsal.sleeper().sleep(Duration.ofSeconds(10));
            atlas.getClusters().get(Map.of(), shop, "shop-main");
        }
        assertEquals(before, asked());
        assertEquals(
                "UPDATING", real.getClusters().get(Map.of(), shop, "shop-main").stateName());
    }

    @Test
    void a_migration_that_runs_already_runs_on_in_the_rehearsal() throws Exception {
        String org = shop().orgId();
        String from = realSource.getOrgs().list(Map.of()).iterator().next().id();
        realSource
                .getLinks()
                .create(
                        Map.of(
                                "linkToken",
                                real.getLinkTokens()
                                        .create(Map.of("accessListIps", List.of()), org)
                                        .linkToken()),
                        from);
        production.sandbox().clock().advance(Duration.ofMinutes(1));
        String shop = shop().id();
        real.getAccessList().add(Map.of(), shop, List.of(Map.of("cidrBlock", "203.0.113.0/24")));
        production.sandbox().clock().advance(Duration.ofMinutes(1));
        var available = real.getLiveMigrations().availableProjects(Map.of(), org).stream()
                .filter(project -> project.deployments().stream()
                        .anyMatch(each -> each.name().equals("orders-rs")))
                .findFirst()
                .orElseThrow();
        LiveMigration running = real.getLiveMigrations()
                .create(
                        Map.of(
                                "source",
                                Map.of(
                                        "groupId",
                                        available.projectId(),
                                        "clusterName",
                                        "orders-rs",
                                        "managedAuthentication",
                                        true,
                                        "ssl",
                                        true),
                                "destination",
                                Map.of("groupId", shop, "clusterName", "shop-main", "hostnameSchemaType", "PUBLIC"),
                                "migrationHosts",
                                List.of(available.migrationHosts().get(0)),
                                "dropDestinationData",
                                false),
                        shop);
        production.sandbox().clock().advance(Duration.ofHours(2));
        assertTrue(atlas.getLiveMigrations().get(Map.of(), shop, running.id()).readyForCutover());
        atlas.getLiveMigrations().cutover(Map.of(), shop, running.id());
        rehearsal.sleeper().sleep(Duration.ofMinutes(5));
        LiveMigration here = atlas.getLiveMigrations().get(Map.of(), shop, running.id());
        assertEquals("COMPLETE", here.status());
        assertEquals(running.id(), here.id());
        assertEquals(
                "WORKING",
                real.getLiveMigrations().get(Map.of(), shop, running.id()).status());
    }

    @Test
    void a_project_is_moved_with_a_key_of_an_organization_that_nobody_here_sees() {
        Project shop = shop();
        String europe = real.getOrgs()
                .list(Map.of("name", "Acme-Europe"))
                .iterator()
                .next()
                .id();
        rehearse(Preferences.REHEARSAL_CALLS, false);
        Map<String, Object> body = Map.of(
                "destinationOrgId",
                europe,
                "destinationOrgPublicApiKey",
                "abcdefgh",
                "destinationOrgPrivateApiKey",
                Secret.of("11111111-2222-3333-4444-555555555555"));
        assertEquals(europe, atlas.getProjects().migrate(body, shop.id()).orgId());
        assertEquals(europe, atlas.getProjects().get(Map.of(), shop.id()).orgId());
        assertEquals(shop.orgId(), shop().orgId());
        assertTrue(notes.stream().anyMatch(note -> note.contains(europe)), notes.toString());
    }

    @Test
    void a_secret_that_the_twin_makes_says_that_it_opens_nothing() {
        String org = shop().orgId();
        Secret token = atlas.getLinkTokens()
                .create(Map.of("accessListIps", List.of()), org)
                .linkToken();
        assertTrue(token.reveal().startsWith("SIMULATED-"));
        String from = realSource.getOrgs().list(Map.of()).iterator().next().id();
        cm.getLinks().create(Map.of("linkToken", token), from);
        assertEquals("NOT_SYNCED", realSource.getLinks().status(Map.of(), from).status());
    }

    @Test
    void a_side_that_nobody_works_for_is_not_asked() {
        Rehearsal alone = opened(new Rehearsal(
                side -> side == ApiSide.TARGET ? production.way(side, true) : Optional.empty(),
                Preferences.REHEARSAL_CALLS,
                changes::add,
                notes::add));
        Atlas only = new Atlas(opened(new ApiClient(
                production.connection(ApiSide.TARGET, true),
                ApiClient.Settings.defaults().withDetour(alone.detour(ApiSide.TARGET)))));
        only.getLinkTokens().create(Map.of("accessListIps", List.of()), shop().orgId());
        assertEquals(1, changes.size());
    }
}
