package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.RemoteJob;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.AvailableProject;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job once with Ferry's own client: what one writes, the other reads. */
class OwnClientTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void both_kinds_of_credentials_go_from_token_to_cutover(boolean account) throws Exception {
        Function<Sandbox, Connection> source = account ? Sandbox::sourceAccount : Sandbox::source;
        Function<Sandbox, Connection> target = account ? Sandbox::targetAccount : Sandbox::target;
        try (Sandbox sandbox =
                        Sandbox.start(Sandbox.Options.standard().withSpeed(0).withTls(account));
                ApiClient sourceClient = new ApiClient(source.apply(sandbox), ApiClient.Settings.defaults());
                ApiClient targetClient = new ApiClient(target.apply(sandbox), ApiClient.Settings.defaults())) {
            run(sandbox, new CloudManager(sourceClient), new Atlas(targetClient));
        }
    }

    private static void run(Sandbox sandbox, CloudManager cm, Atlas atlas) {
        String sourceOrg = cm.getOrgs().list().getAt("Acme-OnPrem").id();
        String targetOrg = atlas.getOrgs().list().getAt("Acme-Cloud").id();
        var token = atlas.getLinkTokens().create(Map.of("accessListIps", List.of("203.0.113.10")), targetOrg);
        cm.getLinks().create(Map.of("linkToken", token.linkToken()), sourceOrg);
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals("SYNCED", cm.getLinks().status(sourceOrg).status());

        AvailableProject available =
                atlas.getLiveMigrations().availableProjects(targetOrg).get(0);
        Project orders = atlas.getProjects().list().getAt("Orders");
        atlas.getAccessList().add(orders.id(), List.of(Map.of("ipAddress", "203.0.113.10")));
        sandbox.clock().advance(Duration.ofMinutes(1));
        Map<String, Object> body = Map.of(
                "source",
                        Map.of(
                                "groupId",
                                available.projectId(),
                                "clusterName",
                                available.deployments().get(0).name(),
                                "managedAuthentication",
                                true,
                                "ssl",
                                true),
                "destination",
                        Map.of(
                                "groupId", orders.id(),
                                "clusterName", "orders-atlas",
                                "hostnameSchemaType", "PUBLIC"),
                "migrationHosts", List.of(available.migrationHosts().get(0)),
                "dropDestinationData", false);
        String check = atlas.getLiveMigrations().validate(body, orders.id()).id();
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals(
                RemoteJob.Outcome.SUCCEEDED,
                atlas.getLiveMigrations().validation(orders.id(), check).outcome());
        LiveMigration migration = atlas.getLiveMigrations().create(body, orders.id());
        sandbox.clock().advance(Duration.ofMinutes(10));
        assertTrue(atlas.getLiveMigrations().get(orders.id(), migration.id()).readyForCutover());
        atlas.getLiveMigrations().cutover(orders.id(), migration.id());
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertEquals(
                RemoteJob.Outcome.SUCCEEDED,
                atlas.getLiveMigrations().get(orders.id(), migration.id()).outcome());
        assertEquals(
                "CLUSTER_IMPORT_COMPLETED",
                atlas.getEvents().forProject(orders.id()).iterator().next().eventTypeName());
        assertTrue(cm.getProjects().list().size() > 10);
    }
}
