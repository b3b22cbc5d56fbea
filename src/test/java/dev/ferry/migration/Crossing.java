package dev.ferry.migration;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RetryPolicy;
import dev.ferry.names.Names;
import dev.ferry.profile.Connection;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sandbox at a standstill in which everything is ready for a migration of "orders-rs" into "orders", and who remembers it. */
final class Crossing implements AutoCloseable {
    static final String CLUSTER = "orders";
    static final String DEPLOYMENT = "orders-rs";

    final Sandbox sandbox;
    final Registry registry;
    final Atlas atlas;
    final Migrations migrations;
    final String projectId;
    final List<String> notices = new ArrayList<>();
    /** What nobody remembers: the web interface, so to speak. */
    final Atlas web;

    private final String sourceProjectId;
    private final List<ApiClient> clients = new ArrayList<>();

    Crossing(Path state) throws IOException {
        this(Registries.in(state));
    }

    Crossing(Registry registry) throws IOException {
        this.registry = registry;
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        Connection target = sandbox.target();
        web = new Atlas(client(target, ApiClient.Settings.defaults()));
        CloudManager cm = new CloudManager(client(sandbox.source(), ApiClient.Settings.defaults()));
        atlas = new Atlas(client(target, remembering(ChangeLog.NONE)));
        migrations = new Migrations(registry, () -> atlas, sandbox::baseUrl, Crossing::origin, sandbox.clock());
        String organization = web.getOrgs().list().iterator().next().id();
        projectId = web.getProjects().byName("Orders").id();
        sourceProjectId = cm.getProjects().byName("Shop Production").id();
        String source = cm.getOrgs().list().iterator().next().id();
        var token = web.getLinkTokens().create(Map.of("accessListIps", List.of()), organization);
        cm.getLinks().create(Map.of("linkToken", token.linkToken()), source);
        web.getClusters()
                .create(
                        Map.of(
                                "name",
                                CLUSTER,
                                "clusterType",
                                "REPLICASET",
                                "replicationSpecs",
                                List.of(Map.of(
                                        "regionConfigs",
                                        List.of(Map.of(
                                                "providerName",
                                                "AWS",
                                                "regionName",
                                                "EU_CENTRAL_1",
                                                "priority",
                                                7,
                                                "electableSpecs",
                                                Map.of("instanceSize", "M30", "nodeCount", 3, "diskSizeGB", 80)))))),
                        projectId);
        web.getAccessList().add(projectId, List.of(Map.of("cidrBlock", "203.0.113.0/24")));
        sandbox.clock().advance(Duration.ofMinutes(10));
        atlas.getLiveMigrations().availableProjects(organization);
    }

    static Origin origin() {
        return new Origin("acme", "run-1");
    }

    ApiClient.Settings remembering(ChangeLog log) {
        Sightings sightings =
                new Sightings(registry, sandbox.baseUrl(), Crossing::origin, Names::off, sandbox.clock(), notices::add);
        return ApiClient.Settings.defaults()
                .withRetries(new RetryPolicy(1, Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO))
                .withChangeLog(sightings.log(log))
                .withAnswers(sightings.answers());
    }

    ApiClient client(Connection to, ApiClient.Settings settings) {
        ApiClient client = new ApiClient(to, settings);
        clients.add(client);
        return client;
    }

    Map<String, Object> body() {
        return Map.of(
                "source",
                Map.of(
                        "groupId",
                        sourceProjectId,
                        "clusterName",
                        DEPLOYMENT,
                        "managedAuthentication",
                        true,
                        "ssl",
                        true),
                "destination",
                Map.of("groupId", projectId, "clusterName", CLUSTER, "hostnameSchemaType", "PUBLIC"),
                "migrationHosts",
                List.of("mig-01.dc1.acme.example"),
                "dropDestinationData",
                false);
    }

    /** Starts it with this client. */
    LiveMigration start(Atlas with) {
        return with.getLiveMigrations().create(body(), projectId);
    }

    /** What the web interface shows: the events of migrations into the project. */
    List<String> migrationsOfTheWeb() {
        return web.getEvents().forProject(Map.of("eventType", ImportEvents.TYPES), projectId).stream()
                .map(event -> String.valueOf(event.eventTypeName()))
                .toList();
    }

    void untilReady(String id) {
        while (!Boolean.TRUE.equals(web.getLiveMigrations().get(projectId, id).readyForCutover())) {
            sandbox.clock().advance(Duration.ofMinutes(1));
        }
    }

    URI host() {
        return sandbox.baseUrl();
    }

    @Override
    public void close() {
        clients.forEach(ApiClient::close);
        sandbox.close();
    }
}
