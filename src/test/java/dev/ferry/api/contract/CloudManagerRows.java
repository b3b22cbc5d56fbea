package dev.ferry.api.contract;

import static dev.ferry.api.contract.ServicesOnTheWireTest.ID;
import static dev.ferry.api.contract.ServicesOnTheWireTest.NAMED;
import static dev.ferry.api.contract.ServicesOnTheWireTest.OTHER;
import static dev.ferry.api.contract.ServicesOnTheWireTest.get;
import static dev.ferry.api.contract.ServicesOnTheWireTest.list;
import static dev.ferry.api.contract.ServicesOnTheWireTest.row;

import dev.ferry.api.cloudmanager.AgentKeys;
import dev.ferry.api.cloudmanager.Agents;
import dev.ferry.api.cloudmanager.Alerts;
import dev.ferry.api.cloudmanager.ApiKeys;
import dev.ferry.api.cloudmanager.Automation;
import dev.ferry.api.cloudmanager.Backups;
import dev.ferry.api.cloudmanager.Clusters;
import dev.ferry.api.cloudmanager.Events;
import dev.ferry.api.cloudmanager.Hosts;
import dev.ferry.api.cloudmanager.Maintenance;
import dev.ferry.api.cloudmanager.MigrationLinks;
import dev.ferry.api.cloudmanager.Organizations;
import dev.ferry.api.cloudmanager.Projects;
import dev.ferry.api.cloudmanager.Root;
import dev.ferry.api.cloudmanager.ServiceAccounts;
import dev.ferry.api.cloudmanager.Snapshots;
import dev.ferry.api.cloudmanager.Teams;
import dev.ferry.api.cloudmanager.Users;
import dev.ferry.api.contract.ServicesOnTheWireTest.Row;
import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of {@link ServicesOnTheWireTest} for the public API v1.0. */
final class CloudManagerRows {
    private CloudManagerRows() {}

    static List<Row> rows() {
        return Stream.of(organizations(), projects(), deployments())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> organizations() {
        return List.of(
                get(
                        Root.class,
                        "get",
                        root -> root.get().appName(),
                        "api/public/v1.0",
                        "{\"appName\":\"MongoDB Cloud Manager\",\"build\":\"abc\"}",
                        "MongoDB Cloud Manager"),
                get(
                        Organizations.class,
                        "list",
                        orgs -> orgs.list().getAt("shop").id(),
                        "api/public/v1.0/orgs",
                        list(NAMED),
                        ID),
                get(
                        Organizations.class,
                        "get",
                        orgs -> orgs.get(ID).name(),
                        "api/public/v1.0/orgs/" + ID,
                        NAMED,
                        "shop"),
                get(
                        Organizations.class,
                        "projects",
                        orgs -> orgs.projects(ID).getAt(0).name(),
                        "api/public/v1.0/orgs/" + ID + "/groups",
                        list(NAMED),
                        "shop"),
                get(
                        Users.class,
                        "list",
                        users -> users.list(ID).getAt("jane").id(),
                        "api/public/v1.0/orgs/" + ID + "/users",
                        list("{\"id\":\"" + ID + "\",\"username\":\"jane\"}"),
                        ID),
                row(
                        Organizations.class,
                        "rename",
                        orgs -> orgs.rename(Map.of("name", "Shop"), ID).id(),
                        "PATCH /api/public/v1.0/orgs/" + ID,
                        "{\"name\":\"Shop\"}",
                        200,
                        NAMED,
                        ID),
                row(
                        Organizations.class,
                        "delete",
                        orgs -> orgs.delete(ID),
                        "DELETE /api/public/v1.0/orgs/" + ID,
                        null,
                        204,
                        "",
                        null),
                get(
                        Users.class,
                        "get",
                        users -> users.get(ID).name(),
                        "api/public/v1.0/users/" + ID,
                        "{\"id\":\"" + ID + "\",\"username\":\"jane@acme.example\"}",
                        "jane@acme.example"),
                get(
                        Users.class,
                        "byName",
                        users -> users.byName("jane@acme.example").id(),
                        "api/public/v1.0/users/byName/jane@acme.example",
                        "{\"id\":\"" + ID + "\",\"username\":\"jane@acme.example\"}",
                        ID),
                get(
                        Teams.class,
                        "list",
                        teams -> teams.list(ID).getAt("shop").id(),
                        "api/public/v1.0/orgs/" + ID + "/teams",
                        list(NAMED),
                        ID),
                get(
                        Teams.class,
                        "get",
                        teams -> teams.get(ID, OTHER).name(),
                        "api/public/v1.0/orgs/" + ID + "/teams/" + OTHER,
                        NAMED,
                        "shop"),
                get(
                        Teams.class,
                        "byName",
                        teams -> teams.byName(ID, "my shop").id(),
                        "api/public/v1.0/orgs/" + ID + "/teams/byName/my%20shop",
                        NAMED,
                        ID),
                get(
                        Teams.class,
                        "members",
                        teams -> teams.members(ID, OTHER).getAt(0).username(),
                        "api/public/v1.0/orgs/" + ID + "/teams/" + OTHER + "/users",
                        list("{\"id\":\"" + ID + "\",\"username\":\"jane@acme.example\"}"),
                        "jane@acme.example"),
                get(
                        ApiKeys.class,
                        "list",
                        keys -> keys.list(ID).getAt(0).publicKey(),
                        "api/public/v1.0/orgs/" + ID + "/apiKeys",
                        list("{\"id\":\"" + OTHER
                                + "\",\"publicKey\":\"ewmaqvdo\",\"privateKey\":\"********-****-****-db2c132ca78d\"}"),
                        "ewmaqvdo"),
                get(
                        ApiKeys.class,
                        "get",
                        keys -> keys.get(ID, OTHER).id(),
                        "api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER,
                        "{\"id\":\"" + OTHER
                                + "\",\"publicKey\":\"ewmaqvdo\",\"privateKey\":\"********-****-****-db2c132ca78d\"}",
                        OTHER),
                row(
                        ApiKeys.class,
                        "create",
                        keys -> keys.create(
                                        new TreeMap<>(Map.of("desc", "migration", "roles", List.of("ORG_OWNER"))), ID)
                                .privateKey(),
                        "POST /api/public/v1.0/orgs/" + ID + "/apiKeys",
                        "{\"desc\":\"migration\",\"roles\":[\"ORG_OWNER\"]}",
                        200,
                        "{\"id\":\"" + OTHER
                                + "\",\"publicKey\":\"ewmaqvdo\",\"privateKey\":\"55c3bbb6-b4bb-0be1-e66d20841f3e\"}",
                        Secret.of("55c3bbb6-b4bb-0be1-e66d20841f3e")),
                row(
                        ApiKeys.class,
                        "update",
                        keys -> keys.update(Map.of("desc", "migration"), ID, OTHER)
                                .id(),
                        "PATCH /api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER,
                        "{\"desc\":\"migration\"}",
                        200,
                        "{\"id\":\"" + OTHER
                                + "\",\"publicKey\":\"ewmaqvdo\",\"privateKey\":\"********-****-****-db2c132ca78d\"}",
                        OTHER),
                row(
                        ApiKeys.class,
                        "delete",
                        keys -> keys.delete(ID, OTHER),
                        "DELETE /api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER,
                        null,
                        204,
                        "",
                        null),
                get(
                        ApiKeys.class,
                        "accessList",
                        keys -> keys.accessList(ID, OTHER).getAt(0).count(),
                        "api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER + "/accessList",
                        list("{\"cidrBlock\":\"10.0.0.0/8\",\"count\":4}"),
                        4),
                get(
                        ApiKeys.class,
                        "accessListEntry",
                        keys -> keys.accessListEntry(ID, OTHER, "10.0.0.0/8").cidrBlock(),
                        "api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER + "/accessList/10.0.0.0%2F8",
                        "{\"cidrBlock\":\"10.0.0.0/8\",\"count\":4}",
                        "10.0.0.0/8"),
                row(
                        ApiKeys.class,
                        "addToAccessList",
                        keys -> keys.addToAccessList(ID, OTHER, List.of(Map.of("cidrBlock", "10.0.0.0/8")))
                                .size(),
                        "POST /api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER + "/accessList",
                        "[{\"cidrBlock\":\"10.0.0.0/8\"}]",
                        200,
                        list("{\"cidrBlock\":\"10.0.0.0/8\",\"count\":4}"),
                        1),
                row(
                        ApiKeys.class,
                        "removeFromAccessList",
                        keys -> keys.removeFromAccessList(ID, OTHER, "10.1.2.3"),
                        "DELETE /api/public/v1.0/orgs/" + ID + "/apiKeys/" + OTHER + "/accessList/10.1.2.3",
                        null,
                        204,
                        "",
                        null),
                get(
                        ServiceAccounts.class,
                        "list",
                        accounts -> accounts.list(ID).getAt("migration").id(),
                        "api/public/v1.0/orgs/" + ID + "/serviceAccounts",
                        list(
                                "{\"clientId\":\"mdb_sa_id_64a1b2c3d4e5f60718293a4b\",\"name\":\"migration\",\"secrets\":[{\"id\":\""
                                        + OTHER + "\",\"secret\":\"mdb_sa_sk_4711\"}]}"),
                        "mdb_sa_id_64a1b2c3d4e5f60718293a4b"),
                get(
                        ServiceAccounts.class,
                        "get",
                        accounts -> accounts.get(ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b")
                                .name(),
                        "api/public/v1.0/orgs/" + ID + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b",
                        "{\"clientId\":\"mdb_sa_id_64a1b2c3d4e5f60718293a4b\",\"name\":\"migration\",\"secrets\":[{\"id\":\""
                                + OTHER + "\",\"secret\":\"mdb_sa_sk_4711\"}]}",
                        "migration"),
                row(
                        ServiceAccounts.class,
                        "create",
                        accounts -> accounts.create(
                                        new TreeMap<>(Map.of(
                                                "name",
                                                "migration",
                                                "description",
                                                "moves data",
                                                "secretExpiresAfterHours",
                                                8,
                                                "roles",
                                                List.of("ORG_OWNER"))),
                                        ID)
                                .secrets()
                                .get(0)
                                .secret(),
                        "POST /api/public/v1.0/orgs/" + ID + "/serviceAccounts",
                        "{\"description\":\"moves data\",\"name\":\"migration\",\"roles\":[\"ORG_OWNER\"],\"secretExpiresAfterHours\":8}",
                        201,
                        "{\"clientId\":\"mdb_sa_id_64a1b2c3d4e5f60718293a4b\",\"name\":\"migration\",\"secrets\":[{\"id\":\""
                                + OTHER + "\",\"secret\":\"mdb_sa_sk_4711\"}]}",
                        Secret.of("mdb_sa_sk_4711")),
                row(
                        ServiceAccounts.class,
                        "update",
                        accounts -> accounts.update(
                                        Map.of("description", "moves data"), ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b")
                                .id(),
                        "PATCH /api/public/v1.0/orgs/" + ID + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b",
                        "{\"description\":\"moves data\"}",
                        200,
                        "{\"clientId\":\"mdb_sa_id_64a1b2c3d4e5f60718293a4b\",\"name\":\"migration\",\"secrets\":[{\"id\":\""
                                + OTHER + "\",\"secret\":\"mdb_sa_sk_4711\"}]}",
                        "mdb_sa_id_64a1b2c3d4e5f60718293a4b"),
                row(
                        ServiceAccounts.class,
                        "delete",
                        accounts -> accounts.delete(ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b"),
                        "DELETE /api/public/v1.0/orgs/" + ID + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b",
                        null,
                        204,
                        "",
                        null),
                row(
                        ServiceAccounts.class,
                        "createSecret",
                        accounts -> accounts.createSecret(
                                        Map.of("secretExpiresAfterHours", 8), ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b")
                                .secret(),
                        "POST /api/public/v1.0/orgs/" + ID
                                + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b/secrets",
                        "{\"secretExpiresAfterHours\":8}",
                        201,
                        "{\"id\":\"" + OTHER + "\",\"secret\":\"mdb_sa_sk_4711\"}",
                        Secret.of("mdb_sa_sk_4711")),
                row(
                        ServiceAccounts.class,
                        "deleteSecret",
                        accounts -> accounts.deleteSecret(ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b", OTHER),
                        "DELETE /api/public/v1.0/orgs/" + ID
                                + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b/secrets/" + OTHER,
                        null,
                        204,
                        "",
                        null),
                get(
                        ServiceAccounts.class,
                        "accessList",
                        accounts -> accounts.accessList(ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b")
                                .getAt(0)
                                .cidrBlock(),
                        "api/public/v1.0/orgs/" + ID + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b/accessList",
                        list("{\"cidrBlock\":\"10.0.0.0/8\",\"count\":4}"),
                        "10.0.0.0/8"),
                row(
                        ServiceAccounts.class,
                        "addToAccessList",
                        accounts -> accounts.addToAccessList(
                                        ID,
                                        "mdb_sa_id_64a1b2c3d4e5f60718293a4b",
                                        List.of(Map.of("ipAddress", "10.1.2.3")))
                                .size(),
                        "POST /api/public/v1.0/orgs/" + ID
                                + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b/accessList",
                        "[{\"ipAddress\":\"10.1.2.3\"}]",
                        200,
                        list("{\"cidrBlock\":\"10.0.0.0/8\",\"count\":4}"),
                        1),
                row(
                        ServiceAccounts.class,
                        "removeFromAccessList",
                        accounts -> accounts.removeFromAccessList(ID, "mdb_sa_id_64a1b2c3d4e5f60718293a4b", "10.1.2.3"),
                        "DELETE /api/public/v1.0/orgs/" + ID
                                + "/serviceAccounts/mdb_sa_id_64a1b2c3d4e5f60718293a4b/accessList/10.1.2.3",
                        null,
                        204,
                        "",
                        null),
                row(
                        MigrationLinks.class,
                        "create",
                        links -> links.create(Map.of("linkToken", Secret.of("a-link-token-4711")), ID)
                                .synced(),
                        "POST /api/public/v1.0/orgs/" + ID + "/liveExport/migrationLink",
                        "{\"linkToken\":\"a-link-token-4711\"}",
                        201,
                        "{\"status\":\"SYNCED\"}",
                        true),
                row(
                        MigrationLinks.class,
                        "delete",
                        links -> links.delete(ID),
                        "DELETE /api/public/v1.0/orgs/" + ID + "/liveExport/migrationLink",
                        null,
                        204,
                        "",
                        null),
                get(
                        MigrationLinks.class,
                        "status",
                        links -> links.status(Map.of("pretty", true), ID).status(),
                        "api/public/v1.0/orgs/" + ID + "/liveExport/migrationLink/status?pretty=true",
                        "{\n  \"status\" : \"NOT_SYNCED\"\n}",
                        "NOT_SYNCED"));
    }

    private static List<Row> projects() {
        return List.of(
                get(
                        Projects.class,
                        "list",
                        projects -> projects.list().getAt(0).hostCounts() == null,
                        "api/public/v1.0/groups",
                        list(NAMED),
                        true),
                get(
                        Projects.class,
                        "get",
                        projects -> projects.get(ID).id(),
                        "api/public/v1.0/groups/" + ID,
                        NAMED,
                        ID),
                get(
                        Projects.class,
                        "byName",
                        projects -> projects.byName("my shop").id(),
                        "api/public/v1.0/groups/byName/my%20shop",
                        NAMED,
                        ID),
                row(
                        Projects.class,
                        "create",
                        projects -> projects.create(
                                        new TreeMap<>(Map.of("name", "shop", "orgId", OTHER, "pretty", true)))
                                .id(),
                        "POST /api/public/v1.0/groups?pretty=true",
                        "{\"name\":\"shop\",\"orgId\":\"" + OTHER + "\"}",
                        201,
                        NAMED,
                        ID),
                row(
                        Projects.class,
                        "rename",
                        projects -> projects.rename(Map.of("name", "shop"), ID).name(),
                        "PATCH /api/public/v1.0/groups/" + ID,
                        "{\"name\":\"shop\"}",
                        200,
                        NAMED,
                        "shop"),
                row(
                        Projects.class,
                        "delete",
                        projects -> projects.delete(ID),
                        "DELETE /api/public/v1.0/groups/" + ID,
                        null,
                        200,
                        "",
                        null),
                get(
                        Users.class,
                        "listInProject",
                        users -> users.listInProject(ID).getAt("jane").id(),
                        "api/public/v1.0/groups/" + ID + "/users",
                        list("{\"id\":\"" + ID + "\",\"username\":\"jane\"}"),
                        ID),
                get(
                        Teams.class,
                        "listInProject",
                        teams -> teams.listInProject(ID).getAt(0).roleNames(),
                        "api/public/v1.0/groups/" + ID + "/teams",
                        list("{\"teamId\":\"" + OTHER + "\",\"roleNames\":[\"GROUP_OWNER\"]}"),
                        List.of("GROUP_OWNER")),
                get(
                        Events.class,
                        "forProject",
                        events -> events.forProject(Map.of("eventType", List.of("A", "B")), ID)
                                .getAt(0)
                                .eventTypeName(),
                        "api/public/v1.0/groups/" + ID + "/events?eventType=A&eventType=B",
                        list(
                                "{\"id\":\"" + OTHER
                                        + "\",\"created\":\"2025-03-12T08:00:01Z\",\"eventTypeName\":\"HOST_DOWN\",\"currentValue\":{\"number\":1.5,\"units\":\"RAW\"}}"),
                        "HOST_DOWN"),
                get(
                        Events.class,
                        "getInProject",
                        events -> events.getInProject(Map.of("includeRaw", true), ID, OTHER)
                                .currentValue()
                                .number(),
                        "api/public/v1.0/groups/" + ID + "/events/" + OTHER + "?includeRaw=true",
                        "{\"id\":\"" + OTHER
                                + "\",\"created\":\"2025-03-12T08:00:01Z\",\"eventTypeName\":\"HOST_DOWN\",\"currentValue\":{\"number\":1.5,\"units\":\"RAW\"}}",
                        1.5),
                get(
                        Events.class,
                        "forOrg",
                        events -> events.forOrg(Map.of("minDate", Instant.parse("2025-03-12T08:00:00Z")), ID)
                                .getAt(0)
                                .created(),
                        "api/public/v1.0/orgs/" + ID + "/events?minDate=2025-03-12T08%3A00%3A00Z",
                        list(
                                "{\"id\":\"" + OTHER
                                        + "\",\"created\":\"2025-03-12T08:00:01Z\",\"eventTypeName\":\"HOST_DOWN\",\"currentValue\":{\"number\":1.5,\"units\":\"RAW\"}}"),
                        Instant.parse("2025-03-12T08:00:01Z")),
                get(
                        Events.class,
                        "getInOrg",
                        events -> events.getInOrg(ID, OTHER).id(),
                        "api/public/v1.0/orgs/" + ID + "/events/" + OTHER,
                        "{\"id\":\"" + OTHER
                                + "\",\"created\":\"2025-03-12T08:00:01Z\",\"eventTypeName\":\"HOST_DOWN\",\"currentValue\":{\"number\":1.5,\"units\":\"RAW\"}}",
                        OTHER),
                get(
                        Alerts.class,
                        "list",
                        alerts -> alerts.list(Map.of("status", "OPEN"), ID)
                                .getAt(0)
                                .created(),
                        "api/public/v1.0/groups/" + ID + "/alerts?status=OPEN",
                        list("{\"id\":\"" + OTHER + "\",\"status\":\"OPEN\",\"created\":\"2025-03-12T08:00:01Z\"}"),
                        Instant.parse("2025-03-12T08:00:01Z")),
                get(
                        Alerts.class,
                        "get",
                        alerts -> alerts.get(ID, OTHER).status(),
                        "api/public/v1.0/groups/" + ID + "/alerts/" + OTHER,
                        "{\"id\":\"" + OTHER + "\",\"status\":\"OPEN\",\"created\":\"2025-03-12T08:00:01Z\"}",
                        "OPEN"),
                row(
                        Alerts.class,
                        "acknowledge",
                        alerts -> alerts.acknowledge(
                                        new TreeMap<>(Map.of(
                                                "acknowledgedUntil",
                                                Instant.parse("2025-03-12T09:00:00Z"),
                                                "acknowledgementComment",
                                                "migrating")),
                                        ID,
                                        OTHER)
                                .id(),
                        "PATCH /api/public/v1.0/groups/" + ID + "/alerts/" + OTHER,
                        "{\"acknowledgedUntil\":\"2025-03-12T09:00:00Z\",\"acknowledgementComment\":\"migrating\"}",
                        200,
                        "{\"id\":\"" + OTHER + "\",\"status\":\"OPEN\",\"created\":\"2025-03-12T08:00:01Z\"}",
                        OTHER),
                get(
                        Maintenance.class,
                        "list",
                        maintenance -> maintenance.list(ID).getAt(0).alertTypeNames(),
                        "api/public/v1.0/groups/" + ID + "/maintenanceWindows",
                        list("{\"id\":\"" + OTHER + "\",\"alertTypeNames\":[\"HOST\"]}"),
                        List.of("HOST")));
    }

    private static List<Row> deployments() {
        return List.of(
                get(
                        Clusters.class,
                        "all",
                        clusters -> clusters.all().getAt("shop").groupId(),
                        "api/public/v1.0/clusters",
                        list("{\"groupId\":\"" + ID + "\",\"groupName\":\"shop\",\"clusters\":[{\"name\":\"rs0\"}]}"),
                        ID),
                get(
                        Clusters.class,
                        "list",
                        clusters -> clusters.list(ID).getAt("rs0").typeName(),
                        "api/public/v1.0/groups/" + ID + "/clusters",
                        list("{\"id\":\"" + OTHER + "\",\"clusterName\":\"rs0\",\"typeName\":\"REPLICA_SET\"}"),
                        "REPLICA_SET"),
                get(
                        Clusters.class,
                        "get",
                        clusters -> clusters.get(ID, OTHER).name(),
                        "api/public/v1.0/groups/" + ID + "/clusters/" + OTHER,
                        "{\"id\":\"" + OTHER + "\",\"clusterName\":\"rs0\"}",
                        "rs0"),
                row(
                        Clusters.class,
                        "rename",
                        clusters -> clusters.rename(Map.of("clusterName", "carts"), ID, OTHER)
                                .name(),
                        "PATCH /api/public/v1.0/groups/" + ID + "/clusters/" + OTHER,
                        "{\"clusterName\":\"carts\"}",
                        200,
                        "{\"id\":\"" + OTHER + "\",\"clusterName\":\"carts\"}",
                        "carts"),
                get(
                        Hosts.class,
                        "list",
                        hosts -> hosts.list(ID).getAt("db1.example.com:27017").id(),
                        "api/public/v1.0/groups/" + ID + "/hosts",
                        list("{\"id\":\"h1\",\"hostname\":\"db1.example.com\",\"port\":27017}"),
                        "h1"),
                get(
                        Hosts.class,
                        "get",
                        hosts -> hosts.get(ID, "680ab316473d6b28f966364b947134fc")
                                .port(),
                        "api/public/v1.0/groups/" + ID + "/hosts/680ab316473d6b28f966364b947134fc",
                        "{\"id\":\"680ab316473d6b28f966364b947134fc\",\"hostname\":\"db1\",\"port\":27017}",
                        27017),
                get(
                        Hosts.class,
                        "byName",
                        hosts -> hosts.byName(ID, "db1.example.com", "27017").id(),
                        "api/public/v1.0/groups/" + ID + "/hosts/byName/db1.example.com:27017",
                        "{\"id\":\"h1\",\"hostname\":\"db1.example.com\",\"port\":27017}",
                        "h1"),
                get(
                        Agents.class,
                        "list",
                        agents -> agents.list(ID, "MONITORING").getAt(0).stateName(),
                        "api/public/v1.0/groups/" + ID + "/agents/MONITORING",
                        list("{\"hostname\":\"db1\",\"stateName\":\"ACTIVE\",\"pingCount\":5}"),
                        "ACTIVE"),
                get(
                        Agents.class,
                        "versions",
                        agents -> agents.versions(ID).entries().get(0).lastConfAt(),
                        "api/public/v1.0/groups/" + ID + "/agents/versions",
                        "{\"count\":1,\"entries\":[{\"hostname\":\"db1\",\"version\":\"13.1.0.1-1\",\"lastConf\":1741766400000}],\"isAnyAgentVersionOld\":false}",
                        Instant.parse("2025-03-12T08:00:00Z")),
                get(
                        Agents.class,
                        "softwareVersions",
                        agents -> agents.softwareVersions().mongoDbToolsVersion(),
                        "api/public/v1.0/softwareComponents/versions",
                        "{\"automationVersion\":\"13.1.0.1-1\",\"mongoDbToolsVersion\":\"100.10.0\"}",
                        "100.10.0"),
                get(
                        AgentKeys.class,
                        "list",
                        keys -> keys.list(ID).get(0).createdAt(),
                        "api/public/v1.0/groups/" + ID + "/agentapikeys",
                        "[{\"_id\":\"" + OTHER
                                + "\",\"key\":\"0123456789abcdef0123456789abcdef\",\"desc\":\"migration hosts\",\"createdTime\":1741766400000}]",
                        Instant.parse("2025-03-12T08:00:00Z")),
                row(
                        AgentKeys.class,
                        "create",
                        keys -> keys.create(Map.of("desc", "migration hosts"), ID)
                                .key(),
                        "POST /api/public/v1.0/groups/" + ID + "/agentapikeys",
                        "{\"desc\":\"migration hosts\"}",
                        200,
                        "{\"_id\":\"" + OTHER
                                + "\",\"key\":\"0123456789abcdef0123456789abcdef\",\"desc\":\"migration hosts\",\"createdTime\":1741766400000}",
                        Secret.of("0123456789abcdef0123456789abcdef")),
                row(
                        AgentKeys.class,
                        "delete",
                        keys -> keys.delete(ID, OTHER),
                        "DELETE /api/public/v1.0/groups/" + ID + "/agentapikeys/" + OTHER,
                        null,
                        204,
                        "",
                        null),
                get(
                        Automation.class,
                        "status",
                        automation -> automation.status(ID).goalVersion(),
                        "api/public/v1.0/groups/" + ID + "/automationStatus",
                        "{\"goalVersion\":29,\"processes\":[]}",
                        29),
                get(
                        Automation.class,
                        "config",
                        automation -> automation.config(ID).processes().get(0).args(),
                        "api/public/v1.0/groups/" + ID + "/automationConfig/noSecrets",
                        "{\"version\":7,\"processes\":[{\"name\":\"db1\",\"args2_6\":{\"net\":{\"port\":27017}}}],\"auth\":{\"autoPwd\":\"<redacted>\",\"key\":\"<redacted>\"},\"ldap\":{\"bindQueryPassword\":\"<redacted>\"}}",
                        Map.of("net", Map.of("port", 27017))),
                get(
                        Automation.class,
                        "configWithSecrets",
                        automation -> automation.configWithSecrets(ID).auth().key(),
                        "api/public/v1.0/groups/" + ID + "/automationConfig",
                        "{\"version\":7,\"processes\":[{\"name\":\"db1\",\"args2_6\":{\"net\":{\"port\":27017}}}],\"auth\":{\"autoPwd\":\"pwd-4711\",\"key\":\"key-4711\"},\"ldap\":{\"bindQueryPassword\":\"bind-4711\"}}",
                        Secret.of("key-4711")),
                get(
                        Backups.class,
                        "list",
                        backups -> backups.list(ID).getAt(0).statusName(),
                        "api/public/v1.0/groups/" + ID + "/backupConfigs",
                        list("{\"clusterId\":\"" + OTHER + "\",\"statusName\":\"STARTED\"}"),
                        "STARTED"),
                get(
                        Backups.class,
                        "get",
                        backups -> backups.get(ID, OTHER).clusterId(),
                        "api/public/v1.0/groups/" + ID + "/backupConfigs/" + OTHER,
                        "{\"clusterId\":\"" + OTHER + "\",\"statusName\":\"STARTED\"}",
                        OTHER),
                get(
                        Backups.class,
                        "schedule",
                        backups -> backups.schedule(ID, OTHER).snapshotIntervalHours(),
                        "api/public/v1.0/groups/" + ID + "/backupConfigs/" + OTHER + "/snapshotSchedule",
                        "{\"clusterId\":\"" + OTHER + "\",\"snapshotIntervalHours\":6}",
                        6),
                get(
                        Snapshots.class,
                        "list",
                        snapshots ->
                                snapshots.list(ID, OTHER).getAt(0).created().increment(),
                        "api/public/v1.0/groups/" + ID + "/clusters/" + OTHER + "/snapshots",
                        list(
                                "{\"id\":\"" + ID
                                        + "\",\"created\":{\"date\":\"2025-03-12T08:00:01Z\",\"increment\":3},\"complete\":true}"),
                        3),
                get(
                        Snapshots.class,
                        "get",
                        snapshots -> snapshots.get(ID, OTHER, ID).created().date(),
                        "api/public/v1.0/groups/" + ID + "/clusters/" + OTHER + "/snapshots/" + ID,
                        "{\"id\":\"" + ID
                                + "\",\"created\":{\"date\":\"2025-03-12T08:00:01Z\",\"increment\":3},\"complete\":true}",
                        Instant.parse("2025-03-12T08:00:01Z")));
    }
}
