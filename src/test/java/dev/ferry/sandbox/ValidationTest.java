package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validations that fail for the documented causes. */
class ValidationTest {
    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential owner;
    private static Migrator job;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
        job = new Migrator(sandbox, wire);
        job.link(job.token());
        for (String project : new String[] {"Orders", "Tiny", "shop"}) {
            String path = "/api/atlas/v2/groups/" + group(project) + "/accessList";
            wire.call(owner, "POST", path, "[{\"cidrBlock\":\"203.0.113.0/24\"}]")
                    .is(200);
        }
        sandbox.clock().advance(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // source project | deployment | host | authentication and TLS | target | what the message says
                "Shop Production | orders-rs  | mig-01 | managed tls         | Orders/orders-atlas |",
                "Shop Production | orders-rs  | mig-01 | login tls           | Orders/orders-atlas |",
                "Shop Production | orders-rs  | mig-01 | managed tls ca      | Orders/orders-atlas |",
                "Shop Production | catalog-sh | mig-01 | managed tls         | shop/shop-sharded   |",
                "Shop Production | orders-rs  | mig-01 | managed tls shard   | shop/shop-sharded   |",
                "Shop Production | orders-rs  | mig-01 | managed tls         | shop/shop-sharded   | sharding object",
                "Shop Production | catalog-sh | mig-01 | managed tls         | Orders/orders-atlas | sharded destination",
                "Warehouse       | reports    | mig-07 | login               | Orders/orders-atlas | standalone",
                "Shop Production | carts-rs   | mig-01 | managed tls         | Orders/orders-atlas | not managed",
                "Shop Production | orders-rs  | mig-01 | wrong tls           | Orders/orders-atlas | password",
                "Shop Production | orders-rs  | mig-01 | managed             | Orders/orders-atlas | the source uses TLS",
                "Shop Staging    | orders-stage | mig-03 | managed tls       | Orders/orders-atlas | does not use TLS",
                "Shop Production | orders-rs  | mig-01 | managed tls badca   | Orders/orders-atlas | CA file",
                "Shop Production | orders-rs  | mig-01 | managed tls         | Tiny/tiny           | too small",
                "Shop Production | orders-rs  | mig-01 | managed tls         | Tiny/shared         | M10",
                "Shop Production | orders-rs  | mig-01 | managed tls         | Tiny/paused         | paused",
                "Shop Production | orders-rs  | mig-01 | managed tls         | Tiny/bi-reports     | BI Connector",
                "Shop Production | orders-rs  | mig-01 | managed tls         | Billing + Invoices/billing | access list",
                "Intranet        | wiki-rs    | mig-11-down | managed        | Orders/orders-atlas | host cannot be reached",
                "Fleet           | telemetry-rs | mig-08 | managed tls       | Orders/orders-atlas | time-series",
                "Trouble + Strife | unreachable-rs | mig-12 | managed tls    | Orders/orders-atlas | cannot be reached from",
                "Trouble + Strife | nameless-rs | mig-12 | managed tls       | Orders/orders-atlas | resolved",
                "Trouble + Strife | shy-rs    | mig-12 | managed tls         | Orders/orders-atlas | disk statistics",
                "Trouble + Strife | blocked-rs | mig-12 | managed tls        | Orders/orders-atlas | bypassWriteBlockingMode",
                "Trouble + Strife | closed-rs | mig-12 | managed tls         | Orders/orders-atlas | not authorized",
            })
    void what_is_wrong_is_found(String project, String name, String host, String how, String target, String says) {
        Wire.Answer started =
                validate(body(project, name, host, how, target), target).is(200);
        assertEquals("PENDING", started.get("status"));
        sandbox.clock().advance(Duration.ofSeconds(30));
        Wire.Answer ended =
                wire.get(owner, path(target) + "/" + started.get("_id")).is(200);
        assertEquals(says == null ? "SUCCESS" : "FAILED", ended.get("status"), ended.text());
        if (says != null) {
            assertTrue(ended.text("errorMessage").contains(says), ended.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shop Production | nothing   | mig-01 | managed tls | INVALID_ATTRIBUTE | source.clusterName",
                "Shop Production | orders-rs | mig-99 | managed tls | INVALID_ATTRIBUTE | migrationHosts",
                "Shop Production | orders-rs | mig-04 | managed tls | INVALID_ATTRIBUTE | migrationHosts",
                "Shop Production | orders-rs | mig-01 | none tls    | MISSING_ATTRIBUTE | source.username",
                "Lab 01          | lab-01-rs | mig-01 | managed tls | INVALID_ATTRIBUTE | source.clusterName",
            })
    void what_does_not_exist_is_refused_at_once(
            String project, String name, String host, String how, String code, String parameter) {
        Wire.Answer answer = validate(body(project, name, host, how, "Orders/orders-atlas"), "Orders/orders-atlas")
                .refusedWith(400, code);
        assertEquals(parameter, answer.get("parameters.0"));
    }

    @Test
    void exactly_one_migration_host_and_the_project_of_the_path_are_asked_for() {
        String good = body("Shop Production", "orders-rs", "mig-01", "managed tls", "Orders/orders-atlas");
        validate(good.replace("[\"mig-01", "[\"mig-02.dc1.acme.example\",\"mig-01"), "Orders/orders-atlas")
                .refusedWith(400, "INVALID_ATTRIBUTE");
        validate(good, "shop/x").refusedWith(400, "INVALID_ATTRIBUTE");
        validate(good.replace("\"PUBLIC\"", "\"PRIVATE_LINK\""), "Orders/orders-atlas")
                .refusedWith(400, "MISSING_ATTRIBUTE");
    }

    private static Wire.Answer validate(String body, String target) {
        return wire.call(owner, "POST", path(target), body);
    }

    private static String path(String target) {
        return "/api/atlas/v2/groups/" + group(target.split("/")[0]) + "/liveMigrations/validate";
    }

    private static String group(String name) {
        return Ids.of(Acme.orgId(Side.TARGET, "Acme-Cloud"), "group", name);
    }

    private static String body(String project, String name, String host, String how, String target) {
        String org = project.startsWith("Lab") ? "Acme-Labs" : "Acme-OnPrem";
        String login =
                switch (how.split(" ")[0]) {
                    case "managed" -> "\"managedAuthentication\":true";
                    case "login" ->
                        "\"managedAuthentication\":false,\"username\":\"migrator\",\"password\":\"sandbox-migrator\"";
                    case "wrong" ->
                        "\"managedAuthentication\":false,\"username\":\"migrator\",\"password\":\"oh dear\"";
                    default -> "\"managedAuthentication\":false";
                };
        String ca = how.contains("badca") ? "/etc/other.pem" : how.endsWith(" ca") ? "/etc/ssl/source-ca.pem" : null;
        String sharding = how.endsWith("shard")
                ? "{\"createSupportingIndexes\":true,\"shardingEntries\":[{\"database\":\"shop\",\"collection\":\"orders\","
                        + "\"shardCollection\":{\"key\":[{\"customerId\":1}]}}]}"
                : "null";
        return "{\"source\":{\"groupId\":\"" + Ids.of(Acme.orgId(Side.SOURCE, org), "group", project)
                + "\",\"clusterName\":\"" + name + "\"," + login + ",\"ssl\":" + how.contains("tls")
                + (ca == null ? "" : ",\"caCertificatePath\":\"" + ca + "\"") + "},\"destination\":{\"groupId\":\""
                + group(target.split("/")[0]) + "\",\"clusterName\":\"" + target.split("/")[1]
                + "\",\"hostnameSchemaType\":\"PUBLIC\"},\"migrationHosts\":[\"" + host
                + ".dc1.acme.example\"],\"sharding\":" + sharding + "}";
    }
}
