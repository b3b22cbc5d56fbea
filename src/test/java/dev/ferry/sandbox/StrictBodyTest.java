package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not exactly what the documents ask for. */
class StrictBodyTest {
    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential target;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0).withStart(Wire.WHEN_ALL_WERE_SERVED));
        wire = new Wire(sandbox);
        target = wire.targetOwner();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokens   | {\"accessListIps\":[\"203.0.113.10\"],\"name\":1} | INVALID_ATTRIBUTE      | name",
                "tokens   | {\"accessListIps\":\"203.0.113.10\"}              | INVALID_JSON_ATTRIBUTE | accessListIps",
                "tokens   | {\"accessListIps\":[7]}                           | INVALID_JSON_ATTRIBUTE | accessListIps[0]",
                "tokens   | {\"accessListIps\":[\"here\"]}                    | INVALID_IP_ADDRESS_OR_CIDR_NOTATION | here",
                "tokens   | {\"accessListIps\":[}                             | MALFORMED_JSON         |",
                "tokens   | {} {}                                             | MALFORMED_JSON         |",
                "tokens   | []                                                | INVALID_JSON_ATTRIBUTE | body",
                "projects | {\"orgId\":\"ORG\"}                               | MISSING_ATTRIBUTE      | name",
                "projects | {\"name\":\"new\",\"orgId\":\"ORG\",\"id\":\"ORG\"} | ATTRIBUTE_READ_ONLY  | id",
                "projects | {\"name\":\"new\",\"orgId\":\"short\"}            | INVALID_JSON_ATTRIBUTE | orgId",
                "projects | {\"name\":\"a/b\",\"orgId\":\"ORG\"}              | INVALID_GROUP_NAME     | a/b",
                "projects | {\"name\":\"x\",\"orgId\":\"ORG\",\"tags\":[{\"key\":\"k\"}]} | MISSING_ATTRIBUTE | tags[0].value",
                "entries  | {\"ipAddress\":\"203.0.113.10\"}                  | INVALID_JSON_ATTRIBUTE | body",
                "entries  | [{\"ipAddress\":\"300.0.113.10\"}]                | INVALID_IP_ADDRESS_OR_CIDR_NOTATION | 300.0.113.10",
                "entries  | [{\"ipAddress\":\"203.0.113.10\",\"cidrBlock\":\"203.0.113.0/24\"}] | MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY |",
                "clusters | {\"name\":\"new\"}                                | MISSING_ATTRIBUTE      | clusterType",
                "clusters | {\"name\":\"new\",\"stateName\":\"IDLE\"}         | ATTRIBUTE_READ_ONLY    | stateName",
                "clusters | {\"name\":\"new\",\"numShards\":1}                | INVALID_ATTRIBUTE      | numShards",
                "clusters | {\"name\":\"new\",\"clusterType\":\"BIG\"}        | INVALID_ENUM_VALUE     | clusterType",
                "validate | {\"migrationHosts\":[\"h\"]}                      | MISSING_ATTRIBUTE      | destination",
            })
    void a_body_that_is_not_as_documented_is_refused(String call, String body, String code, String parameter) {
        Wire.Answer answer = wire.call(target, "POST", path(call), body.replace("ORG", target.orgId()))
                .refusedWith(400, code);
        if (parameter != null) {
            assertEquals(parameter, answer.get("parameters.0"), answer.text());
        }
        if (code.equals("MISSING_ATTRIBUTE")) {
            assertEquals(parameter, answer.get("badRequestDetail.fields.0.field"), answer.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, replicationSpecs, INVALID_JSON_ATTRIBUTE",
        "2023-01-01, nonsense, INVALID_ATTRIBUTE",
        "2023-02-01, nonsense, INVALID_ATTRIBUTE",
        "2024-08-05, nonsense, INVALID_ATTRIBUTE",
    })
    void old_versions_of_a_cluster_are_checked_as_well(String version, String field, String code) {
        wire.call(
                        target,
                        "POST",
                        path("clusters"),
                        "{\"name\":\"new\",\"" + field + "\":1}",
                        "application/vnd.atlas." + version + "+json")
                .refusedWith(400, code);
    }

    @Test
    void each_version_has_its_own_name_for_dropping_the_data() {
        Migrator job = new Migrator(sandbox, wire);
        String body = job.body(job.source());
        String old = body.replace("dropDestinationData", "dropEnabled");
        String v1 = "application/vnd.atlas.2023-01-01+json";
        String v2 = "application/vnd.atlas.2024-05-30+json";
        wire.call(target, "POST", path("validate"), old, v2).refusedWith(400, "INVALID_ATTRIBUTE");
        wire.call(target, "POST", path("validate"), body, v1).refusedWith(400, "INVALID_ATTRIBUTE");
        String without = body.replace("\"dropDestinationData\":false,", "");
        wire.call(target, "POST", path("validate"), without, v1).refusedWith(400, "MISSING_ATTRIBUTE");
    }

    @Test
    void the_link_token_is_required_and_nothing_else_is_allowed() {
        SandboxCredential source = wire.sourceOwner();
        String path = "/api/public/v1.0/orgs/" + source.orgId() + "/liveExport/migrationLink";
        wire.call(source, "POST", path, "{}").refusedWith(400, "MISSING_ATTRIBUTE");
        wire.call(source, "POST", path, "{\"linkToken\":\"a\",\"more\":1}").refusedWith(400, "INVALID_ATTRIBUTE");
    }

    @Test
    void a_body_of_another_kind_is_415() {
        wire.send(
                        "POST",
                        path("tokens"),
                        "{}",
                        Map.of(
                                "Authorization",
                                "Bearer " + wire.bearer(target),
                                "Accept",
                                Wire.NEWEST,
                                "Content-Type",
                                "text/plain"))
                .refusedWith(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":null}"})
    void a_limit_without_a_value_is_refused(String body) {
        Wire.Answer answer = wire.call(target, "PATCH", path("limits") + "/atlas.project.deployment.clusters", body)
                .refusedWith(400, "MISSING_ATTRIBUTE");
        assertEquals("value", answer.get("parameters.0"), answer.text());
    }

    private static String path(String call) {
        String group = "/api/atlas/v2/groups/" + new Migrator(sandbox, wire).project();
        return switch (call) {
            case "tokens" -> "/api/atlas/v2/orgs/" + target.orgId() + "/liveMigrations/linkTokens";
            case "projects" -> "/api/atlas/v2/groups";
            case "entries" -> group + "/accessList";
            case "clusters" -> group + "/clusters";
            case "limits" -> group + "/limits";
            default -> group + "/liveMigrations/validate";
        };
    }
}
