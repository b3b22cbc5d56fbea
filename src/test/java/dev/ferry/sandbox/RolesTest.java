package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what. */
class RolesTest {
    private static Sandbox sandbox;
    private static Wire wire;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ORG_OWNER,         GET,    /orgs/ORG, 200,",
        "ORG_MEMBER,        GET,    /orgs/ORG, 200,",
        "ORG_READ_ONLY,     GET,    /groups/SHOP, 200,",
        "ORG_MEMBER,        GET,    /groups/SHOP, 401, USER_UNAUTHORIZED",
        "GROUP_READ_ONLY,   GET,    /groups/SHOP/clusters, 200,",
        "GROUP_OWNER,       GET,    /groups/SHOP/accessList, 200,",
        "GROUP_READ_ONLY,   GET,    /groups/ORDERS/clusters, 401, USER_UNAUTHORIZED",
        "ORG_MEMBER,        POST,   /orgs/ORG/liveMigrations/linkTokens, 401, NOT_ORG_OWNER",
        "ORG_READ_ONLY,     POST,   /orgs/ORG/liveMigrations/linkTokens, 401, NOT_ORG_OWNER",
        "ORG_READ_ONLY,     GET,    /orgs/ORG/liveMigrations/availableProjects, 401, NOT_ORG_OWNER",
        "GROUP_OWNER,       POST,   /groups/SHOP:migrate, 401, NOT_ORG_OWNER",
        "GROUP_READ_ONLY,   POST,   /groups/SHOP/clusters, 401, USER_UNAUTHORIZED",
        "GROUP_READ_ONLY,   POST,   /groups/SHOP/accessList, 401, USER_UNAUTHORIZED",
        "GROUP_READ_ONLY,   DELETE, /groups/SHOP, 401, USER_UNAUTHORIZED",
        "GROUP_OWNER,       DELETE, /groups/SHOP, 409, CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS",
        "ORG_MEMBER,        GET,    /orgs/EUROPE, 401, USER_CANNOT_ACCESS_ORG",
        "ORG_READ_ONLY,     GET,    /groups/EUROPECORE, 401, NOT_IN_GROUP",
    })
    void a_role_opens_what_the_documents_say(String role, String method, String path, int status, String code) {
        SandboxCredential who = wire.credential("target", role, "Acme-Cloud");
        String full = "/api/atlas/v2"
                + path.replace("ORG", who.orgId())
                        .replace("EUROPECORE", id("Acme-Europe", "Europe Core"))
                        .replace("EUROPE", Acme.orgId(Side.TARGET, "Acme-Europe"))
                        .replace("SHOP", id("Acme-Cloud", "shop"))
                        .replace("ORDERS", id("Acme-Cloud", "Orders"));
        String body = method.equals("POST") ? path.endsWith("accessList") ? "[]" : "{}" : null;
        Wire.Answer answer = wire.call(who, method, full, body).is(status);
        assertEquals(code, status == 200 ? code : answer.get("errorCode"), answer.text());
    }

    @Test
    void only_creators_and_owners_make_projects() {
        String body = "{\"name\":\"By role\",\"orgId\":\"" + wire.targetOwner().orgId() + "\"}";
        wire.call(wire.credential("target", "ORG_MEMBER", "Acme-Cloud"), "POST", "/api/atlas/v2/groups", body)
                .refusedWith(401, "NOT_ORG_GROUP_CREATOR");
        wire.call(wire.credential("target", "ORG_GROUP_CREATOR", "Acme-Cloud"), "POST", "/api/atlas/v2/groups", body)
                .is(200);
        wire.call(wire.targetOwner(), "POST", "/api/atlas/v2/groups", body).refusedWith(409, "GROUP_ALREADY_EXISTS");
    }

    @Test
    void lists_show_only_what_the_caller_may_see() {
        SandboxCredential reader = wire.credential("target", "GROUP_READ_ONLY", "Acme-Cloud");
        assertEquals(List.of("shop"), names(wire.get(reader, "/api/atlas/v2/groups")));
        assertEquals(List.of("Acme-Cloud"), names(wire.get(reader, "/api/atlas/v2/orgs")));
        SandboxCredential sourceReader = wire.credential("source", "GROUP_READ_ONLY", "Acme-OnPrem");
        assertEquals(List.of("Shop Production"), names(wire.get(sourceReader, "/api/public/v1.0/groups")));
    }

    @Test
    void a_key_knows_one_organization_and_the_owners_account_all_of_its_side() {
        SandboxCredential owner = wire.targetOwner();
        assertEquals(List.of("Acme-Cloud"), names(wire.digest(owner, "GET", "/api/atlas/v2/orgs", null)));
        assertEquals(
                List.of("Acme-Cloud", "Acme-Europe", "Acme-Training"), names(wire.get(owner, "/api/atlas/v2/orgs")));
        assertEquals(
                List.of("Acme-OnPrem", "Acme-Labs", "Acme-Retail"),
                names(wire.get(wire.sourceOwner(), "/api/public/v1.0/orgs")));
        assertEquals(
                owner.publicKey(),
                wire.digest(owner, "GET", "/api/atlas/v2", null).get("apiKey.publicKey"));
        assertEquals(null, wire.get(owner, "/api/atlas/v2").is(200).get("apiKey"));
    }

    private static String id(String org, String project) {
        return Ids.of(Acme.orgId(Side.TARGET, org), "group", project);
    }

    private static List<Object> names(Wire.Answer page) {
        return page.is(200).list("results").stream()
                .<Object>map(element -> ((java.util.Map<?, ?>) element).get("name"))
                .toList();
    }
}
