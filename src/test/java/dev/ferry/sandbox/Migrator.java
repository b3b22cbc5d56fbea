package dev.ferry.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The calls of a migration over the bare wire, for tests: each one line there. */
final class Migrator {
    private final Sandbox sandbox;
    private final Wire wire;
    private final SandboxCredential owner;

    Migrator(Sandbox sandbox, Wire wire) {
        this.sandbox = sandbox;
        this.wire = wire;
        this.owner = wire.targetOwner();
    }

    String token() {
        return wire.call(owner, "POST", "/api/atlas/v2/orgs/" + owner.orgId() + "/liveMigrations/linkTokens", "{}")
                .is(200)
                .text("linkToken");
    }

    String linkPath() {
        return "/api/public/v1.0/orgs/" + wire.sourceOwner().orgId() + "/liveExport/migrationLink";
    }

    void link(String token) {
        wire.call(wire.sourceOwner(), "POST", linkPath(), "{\"linkToken\":\"" + token + "\"}")
                .is(201);
        sandbox.clock().advance(Duration.ofSeconds(20));
    }

    String linkStatus() {
        return wire.get(wire.sourceOwner(), linkPath() + "/status").is(200).text("status");
    }

    /** The id of the project "Orders" of the target. */
    String project() {
        return wire.get(owner, "/api/atlas/v2/groups/byName/Orders").is(200).text("id");
    }

    String sourceProject(String name) {
        return wire.get(wire.sourceOwner(), "/api/public/v1.0/groups/byName/" + name.replace(" ", "%20"))
                .is(200)
                .text("id");
    }

    Wire.Answer createCluster(String name, String tier, int disk) {
        return wire.call(
                owner,
                "POST",
                "/api/atlas/v2/groups/" + project() + "/clusters",
                "{\"name\":\"" + name + "\",\"clusterType\":\"REPLICASET\",\"mongoDBMajorVersion\":\"7.0\","
                        + "\"terminationProtectionEnabled\":true,\"replicationSpecs\":[{\"regionConfigs\":[{\"providerName\":"
                        + "\"AWS\",\"regionName\":\"EU_CENTRAL_1\",\"priority\":7,\"electableSpecs\":{\"instanceSize\":\""
                        + tier + "\",\"nodeCount\":3,\"diskSizeGB\":" + disk + "}}]}],"
                        + "\"tags\":[{\"key\":\"origin\",\"value\":\"cloud-manager\"}]}");
    }

    /** Linked, a cluster that is idle, the migration hosts let in. */
    void prepare() {
        link(token());
        createCluster("orders-new", "M30", 80).is(201);
        allow("203.0.113.0/24");
        sandbox.clock().advance(Duration.ofMinutes(5));
    }

    void allow(String range) {
        wire.call(
                        owner,
                        "POST",
                        "/api/atlas/v2/groups/" + project() + "/accessList",
                        "[{\"cidrBlock\":\"" + range + "\"}]")
                .is(200);
    }

    String source() {
        return "{\"groupId\":\"" + sourceProject("Shop Production")
                + "\",\"clusterName\":\"orders-rs\",\"managedAuthentication\":true,\"ssl\":true}";
    }

    String body(String source) {
        return "{\"source\":" + source + ",\"destination\":{\"groupId\":\"" + project()
                + "\",\"clusterName\":\"orders-new\",\"hostnameSchemaType\":\"PUBLIC\"},"
                + "\"migrationHosts\":[\"mig-01.dc1.acme.example\"],\"dropDestinationData\":false,\"sharding\":null}";
    }

    private String migrations() {
        return "/api/atlas/v2/groups/" + project() + "/liveMigrations";
    }

    Wire.Answer validate(String body) {
        return wire.call(owner, "POST", migrations() + "/validate", body);
    }

    Wire.Answer validation(String id) {
        return wire.get(owner, migrations() + "/validate/" + id);
    }

    Wire.Answer start(String body) {
        return wire.call(owner, "POST", migrations(), body);
    }

    Wire.Answer migration(String id) {
        return wire.get(owner, migrations() + "/" + id);
    }

    Wire.Answer cutover(String id) {
        return wire.call(owner, "PUT", migrations() + "/" + id + "/cutover", null);
    }

    void untilReady(String id) {
        for (int i = 0; i < 200 && !Boolean.TRUE.equals(migration(id).get("readyForCutover")); i++) {
            sandbox.clock().advance(Duration.ofSeconds(10));
        }
    }

    /** Types of the project's events about migrations, newest first. */
    List<String> importEvents() {
        return wire.get(owner, "/api/atlas/v2/groups/" + project() + "/events").is(200).list("results").stream()
                .map(event -> (String) ((Map<?, ?>) event).get("eventTypeName"))
                .filter(type -> type.startsWith("CLUSTER_IMPORT"))
                .toList();
    }
}
