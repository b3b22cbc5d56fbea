package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving a project of the target to another organization. */
class ProjectMoveTest {
    private Sandbox sandbox;
    private Wire wire;
    private SandboxCredential owner;
    private SandboxCredential europe;
    private String path;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
        europe = wire.credential("target", "ORG_OWNER", "Acme-Europe");
        path = "/api/atlas/v2/groups/" + Ids.of(owner.orgId(), "group", "Mobile");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String body(String publicKey, String privateKey) {
        return "{\"destinationOrgId\":\"" + europe.orgId() + "\",\"destinationOrgPublicApiKey\":\"" + publicKey
                + "\",\"destinationOrgPrivateApiKey\":\"" + privateKey + "\"}";
    }

    private String bodyWithoutKey() {
        return "{\"destinationOrgId\":\"" + europe.orgId() + "\"}";
    }

    @Test
    void with_an_api_key_a_key_of_the_destinations_owner_is_needed() {
        String move = path + ":migrate";
        wire.digest(owner, "POST", move, "{}").refusedWith(400, "MISSING_ATTRIBUTE");
        wire.digest(owner, "POST", move, bodyWithoutKey()).refusedWith(400, "MISSING_ATTRIBUTE");
        wire.digest(owner, "POST", move, body("short", "x")).refusedWith(400, "INVALID_ATTRIBUTE");
        wire.digest(owner, "POST", move, body("nobodyxx", "x")).refusedWith(401, "NOT_ORG_OWNER");
        wire.digest(owner, "POST", move, body(europe.publicKey(), "wrong")).refusedWith(401, "NOT_ORG_OWNER");
        wire.digest(owner, "POST", move, body(owner.publicKey(), owner.privateKey()))
                .refusedWith(401, "USER_CANNOT_ACCESS_ORG");
        Wire.Answer moved = wire.digest(owner, "POST", move, body(europe.publicKey(), europe.privateKey()))
                .is(200);
        assertEquals(europe.orgId(), moved.get("orgId"));
        assertEquals("Mobile", moved.get("name"));
        wire.digest(owner, "GET", path, null).refusedWith(401, "NOT_IN_GROUP");
        assertEquals(europe.orgId(), wire.get(europe, path).is(200).get("orgId"));
    }

    @Test
    void a_service_account_has_to_own_both_organizations() {
        wire.call(europe, "POST", path + ":migrate", bodyWithoutKey()).refusedWith(401, "NOT_IN_GROUP");
        wire.call(owner, "POST", path + ":migrate", bodyWithoutKey()).is(200);
        wire.call(owner, "POST", path + ":migrate?pretty=true", bodyWithoutKey())
                .refusedWith(400, "INVALID_QUERY_PARAMETER");
    }

    @Test
    void both_organizations_and_the_project_remember_the_move() {
        wire.call(owner, "POST", path + ":migrate", bodyWithoutKey()).is(200);
        assertEquals(List.of("GROUP_MOVED_FROM_ORG"), types("/orgs/" + owner.orgId(), "GROUP_MOVED_FROM_ORG"));
        assertEquals(List.of("GROUP_MOVED"), types("/orgs/" + europe.orgId(), "GROUP_MOVED"));
        assertEquals(List.of("GROUP_MOVED"), types(path.substring("/api/atlas/v2".length()), "GROUP_MOVED"));
    }

    @Test
    void a_project_of_the_same_name_is_in_the_way() {
        String name = "{\"name\":\"Mobile\",\"orgId\":\"" + europe.orgId() + "\"}";
        wire.call(owner, "POST", "/api/atlas/v2/groups", name).is(200);
        wire.call(owner, "POST", path + ":migrate", bodyWithoutKey()).refusedWith(409, "GROUP_ALREADY_EXISTS");
    }

    private List<Object> types(String of, String type) {
        return wire
                .get(owner, "/api/atlas/v2" + of + "/events?eventType=" + type + "&eventType=OTHER&includeRaw=true")
                .is(200)
                .list("results")
                .stream()
                .<Object>map(event -> ((Map<?, ?>) event).get("eventTypeName"))
                .toList();
    }
}
