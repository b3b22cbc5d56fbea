package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.api.cloudmanager.BackupConfig;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.cloudmanager.Snapshot;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.CallRecord;
import dev.ferry.output.Secret;
import dev.ferry.profile.Connection;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.Sandbox.Options;
import dev.ferry.sandbox.Sandbox.Options.Challenge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client and the sandbox, written apart, understand each other: both logins, both schemes, both APIs. */
final class BothApisTest {
    private static ApiClient client(Connection connection) {
        return new ApiClient(connection, ApiClient.Settings.defaults());
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void a_link_is_made_and_both_sides_are_read(boolean tls, boolean account, @TempDir Path folder) throws IOException {
        Options options =
                Options.standard().withSpeed(0).withTls(tls).withCaFile(tls ? folder.resolve("ca.pem") : null);
        try (Sandbox sandbox = Sandbox.start(options);
                ApiClient source = client(account ? sandbox.sourceAccount() : sandbox.source());
                ApiClient target = client(account ? sandbox.targetAccount() : sandbox.target())) {
            CloudManager cm = new CloudManager(source);
            Atlas atlas = new Atlas(target);

            String here = cm.getOrgs().getAt("Acme-OnPrem").id();
            String there = atlas.getOrgs().getAt("Acme-Cloud").id();
            Secret token = atlas.getLinkTokens()
                    .create(Map.of("accessListIps", List.of()), there)
                    .linkToken();
            assertFalse(cm.getLinks().status(here).synced());
            cm.getLinks().create(Map.of("linkToken", token), here);
            sandbox.clock().advance(Duration.ofMinutes(5));
            assertTrue(cm.getLinks()
                    .status(Map.of("envelope", true, "pretty", true), here)
                    .synced());
            assertFalse(atlas.getLiveMigrations().availableProjects(there).isEmpty());

            Listing<Project> projects = atlas.getProjects().list(Map.of("itemsPerPage", 2));
            assertEquals(projects.size(), projects.toList().size());
            assertTrue(projects.size() > 2);
            for (Project project : projects) {
                assertNotNull(project.created());
                assertEquals(project, atlas.getProjects().byName(project.name()));
                atlas.getClusters().list(project.id()).toList();
                atlas.getAccessList().list(project.id()).toList();
                atlas.getEvents().forProject(project.id()).toList();
            }
            for (dev.ferry.api.cloudmanager.Project project : cm.getProjects().list()) {
                cm.getClusters().list(project.id()).toList();
                cm.getHosts().list(project.id()).toList();
                cm.getAgents().list(project.id(), "MONITORING").toList();
                assertNotNull(cm.getAutomation().status(project.id()).goalVersion());
                readAll(cm, project.id());
            }
            assertNotNull(atlas.getRoot().status().build());
            assertNotNull(cm.getRoot().get().build());
            Map<?, ?> raw = (Map<?, ?>) atlas.get(Map.of("itemsPerPage", 1), "/orgs");
            assertEquals(1, ((List<?>) raw.get("results")).size());
            assertNull(cm.getLinks().delete(here));
        }
    }

    /** Every field that the sandbox writes is one that the records can read. */
    private static void readAll(CloudManager cm, String groupId) {
        assertNotNull(cm.getAgents().versions(groupId).entries());
        cm.getAgentKeys().list(groupId).forEach(key -> assertNotNull(key.createdAt()));
        cm.getEvents().forProject(groupId).forEach(event -> assertNotNull(event.created()));
        for (Alert alert : cm.getAlerts().list(groupId)) {
            assertEquals(alert, cm.getAlerts().get(groupId, alert.id()));
        }
        for (BackupConfig backup : cm.getBackups().list(groupId)) {
            for (Snapshot snapshot : cm.getSnapshots().list(groupId, backup.clusterId())) {
                assertNotNull(Objects.requireNonNull(snapshot.created()).date());
            }
        }
        cm.getMaintenance().list(groupId).forEach(window -> assertNotNull(window.endDate()));
        cm.getUsers().listInProject(groupId).forEach(user -> assertNotNull(user.roles()));
        cm.getTeams().listInProject(groupId).forEach(team -> assertNotNull(team.roleNames()));
    }

    @ParameterizedTest
    @EnumSource(Challenge.class)
    void an_expired_nonce_goes_unnoticed(Challenge challenge) throws IOException {
        List<CallRecord> calls = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(
                        Options.standard().withSpeed(0).withChallenge(challenge).withNonceLife(Duration.ofMinutes(1)));
                ApiClient target = new ApiClient(
                        sandbox.target(), ApiClient.Settings.defaults().withCalls(calls::add))) {
            Atlas atlas = new Atlas(target);
            atlas.getRoot().status();
            sandbox.clock().advance(Duration.ofMinutes(2));
            atlas.getRoot().status();
            assertEquals(
                    List.of(200, 200), calls.stream().map(CallRecord::status).toList());
        }
    }

    @Test
    void errors_of_both_sides_arrive_with_their_codes() throws IOException {
        String nobody = "5f0000000000000000000001";
        try (Sandbox sandbox = Sandbox.start();
                ApiClient source = client(sandbox.source());
                ApiClient target = client(sandbox.target());
                ApiClient stranger = client(new Connection(
                        sandbox.baseUrl(),
                        new ServiceAccount("mdb_sa_id_0123456789abcdef01234567", Secret.of("mdb_sa_sk_wrongwrong")),
                        null))) {
            assertEquals(
                    "GROUP_NOT_FOUND",
                    assertThrows(
                                    ErrorAnswerException.class,
                                    () -> new Atlas(target).getProjects().get(nobody))
                            .errorCode());
            assertEquals(
                    404,
                    assertThrows(
                                    ErrorAnswerException.class,
                                    () -> new CloudManager(source).getProjects().get(Map.of("envelope", true), nobody))
                            .status());
            assertEquals(
                    "invalid_client",
                    assertThrows(
                                    ErrorAnswerException.class,
                                    () -> new Atlas(stranger).getOrgs().list())
                            .errorCode());
            ErrorAnswerException old = assertThrows(ErrorAnswerException.class, () -> {
                try (ApiClient ancient = new ApiClient(
                        sandbox.target(), ApiClient.Settings.defaults().withPinnedVersion("2020-01-01"))) {
                    new Atlas(ancient).getOrgs().list();
                }
            });
            assertEquals(406, old.status());
        }
    }
}
