package dev.ferry.sandbox;

import static dev.ferry.sandbox.TargetSide.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.ApiKey;
import dev.ferry.api.atlas.ApiKeys;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.ServiceAccount;
import dev.ferry.api.atlas.ServiceAccountSecret;
import dev.ferry.api.atlas.ServiceAccounts;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.output.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API keys and service accounts of the target: made, used, limited and removed. */
class TargetCallersTest {
    private TargetSide target;
    private ApiKeys keys;
    private ServiceAccounts accounts;

    @BeforeEach
    void start() throws Exception {
        target = new TargetSide();
        keys = target.atlas.getApiKeys();
        accounts = target.atlas.getServiceAccounts();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    private Atlas with(ApiKey key) {
        return target.as(new dev.ferry.profile.ApiKey(key.publicKey(), Objects.requireNonNull(key.privateKey())));
    }

    @Test
    void a_new_key_logs_in_until_it_is_deleted() {
        ApiKey key = keys.create(Map.of("desc", "move", "roles", List.of("ORG_OWNER")), target.acme);
        Atlas fresh = with(key);
        assertEquals("Acme-Cloud", fresh.getOrgs().list().getAt(0).name());
        String shown = keys.get(target.acme, key.id()).privateKey().reveal();
        assertTrue(shown.startsWith("********-****-****-"), shown);
        keys.delete(target.acme, key.id());
        assertEquals(
                401,
                Assertions.assertThrows(ErrorAnswerException.class, () -> fresh.getOrgs()
                                .list())
                        .status());
        refused(400, "API_KEY_NOT_FOUND", () -> keys.get(target.acme, key.id()));
    }

    @Test
    void a_key_may_in_a_project_what_it_is_assigned() {
        String mobile = target.project("Mobile");
        ApiKey key = keys.create(Map.of("desc", "reader", "roles", List.of("ORG_MEMBER")), target.acme);
        Atlas reader = with(key);
        refused(401, "USER_UNAUTHORIZED", () -> reader.getClusters().list(mobile));
        keys.assign(mobile, key.id(), List.of(Map.of("roles", List.of("GROUP_READ_ONLY"))));
        assertEquals(1, reader.getClusters().list(mobile).size());
        refused(401, "USER_UNAUTHORIZED", () -> reader.getMaintenance().defer(mobile));
        keys.updateInProject(Map.of("roles", List.of("GROUP_OWNER")), mobile, key.id());
        refused(400, "ATLAS_MAINTENANCE_NOT_SCHEDULED", () -> reader.getMaintenance()
                .defer(mobile));
        keys.unassign(mobile, key.id());
        refused(401, "USER_UNAUTHORIZED", () -> reader.getClusters().list(mobile));
        refused(400, "API_KEY_NOT_FOUND", () -> keys.unassign(mobile, key.id()));
    }

    @Test
    void a_key_is_held_to_its_form() {
        refused(
                400,
                "INVALID_API_KEY_DESC",
                () -> keys.create(Map.of("desc", " ", "roles", List.of("ORG_MEMBER")), target.acme));
        refused(400, "MISSING_API_KEY_ROLES", () -> keys.create(Map.of("desc", "x", "roles", List.of()), target.acme));
        refused(
                400,
                "INVALID_ROLE_FOR_GROUP",
                () -> keys.createInProject(
                        Map.of("desc", "x", "roles", List.of("ORG_OWNER")), target.project("Mobile")));
    }

    @Test
    void the_access_list_of_a_key_is_for_the_key_and_the_owners() {
        ApiKey key = keys.create(Map.of("desc", "listed", "roles", List.of("ORG_MEMBER")), target.acme);
        List<Map<String, Object>> office = List.of(Map.of("cidrBlock", "203.0.113.0/24"));
        assertEquals(1, keys.addToAccessList(target.acme, key.id(), office).size());
        refused(409, "ADDRESS_ALREADY_IN_ACCESS_LIST", () -> keys.addToAccessList(target.acme, key.id(), office));
        refused(
                400,
                "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
                () -> keys.addToAccessList(target.acme, key.id(), List.of(Map.of("ipAddress", "here"))));
        ApiKeys own = with(key).getApiKeys();
        own.addToAccessList(target.acme, key.id(), List.of(Map.of("ipAddress", "2001:db8::1")));
        assertEquals(
                "2001:db8::1/128",
                own.accessListEntry(target.acme, key.id(), "2001:db8::1").cidrBlock());
        own.removeFromAccessList(target.acme, key.id(), "203.0.113.0/24");
        assertEquals(1, keys.accessList(target.acme, key.id()).size());
        ApiKey other = keys.create(Map.of("desc", "other", "roles", List.of("ORG_MEMBER")), target.acme);
        refused(401, "NOT_ORG_OWNER", () -> with(other).getApiKeys().accessList(target.acme, key.id()));
    }

    private static Map<String, Object> mover() {
        return Map.of(
                "name", "mover", "description", "moves", "roles", List.of("ORG_OWNER"), "secretExpiresAfterHours", 8);
    }

    private Atlas with(ServiceAccount account, Secret secret) {
        return target.as(new dev.ferry.profile.ServiceAccount(account.clientId(), secret));
    }

    @Test
    void a_new_account_logs_in_with_each_of_its_secrets_while_it_lives() {
        ServiceAccount account = accounts.create(mover(), target.acme);
        ServiceAccountSecret first = account.secrets().get(0);
        assertNull(
                accounts.get(target.acme, account.clientId()).secrets().get(0).secret());
        ServiceAccountSecret second =
                accounts.createSecret(Map.of("secretExpiresAfterHours", 24), target.acme, account.clientId());
        refused(
                400,
                "VALIDATION_ERROR",
                () -> accounts.createSecret(Map.of("secretExpiresAfterHours", 24), target.acme, account.clientId()));
        target.sandbox.clock().advance(Duration.ofHours(9));
        refused(401, "invalid_client", () -> with(account, first.secret())
                .getOrgs()
                .list());
        assertFalse(with(account, second.secret()).getOrgs().list().isEmpty());
        accounts.deleteSecret(target.acme, account.clientId(), first.id());
        ServiceAccountSecret third =
                accounts.createSecret(Map.of("secretExpiresAfterHours", 24), target.acme, account.clientId());
        accounts.deleteSecret(target.acme, account.clientId(), third.id());
        refused(401, "invalid_client", () -> with(account, third.secret())
                .getOrgs()
                .list());
    }

    @Test
    void the_token_of_a_deleted_account_ends() {
        ServiceAccount account = accounts.create(mover(), target.acme);
        Atlas robot = with(account, account.secrets().get(0).secret());
        assertFalse(robot.getOrgs().list().isEmpty());
        accounts.delete(target.acme, account.clientId());
        assertEquals(
                401,
                Assertions.assertThrows(ErrorAnswerException.class, () -> robot.getOrgs()
                                .list())
                        .status());
        refused(404, "SERVICE_ACCOUNT_NOT_FOUND", () -> accounts.get(target.acme, account.clientId()));
    }

    @Test
    void the_organization_bounds_the_life_of_secrets() {
        target.atlas.getOrgs().updateSettings(Map.of("maxServiceAccountSecretValidityInHours", 12), target.acme);
        accounts.create(mover(), target.acme);
        refused(
                400,
                "INVALID_ATTRIBUTE",
                () -> accounts.create(
                        Map.of(
                                "name",
                                "long",
                                "description",
                                "x",
                                "roles",
                                List.of("ORG_MEMBER"),
                                "secretExpiresAfterHours",
                                13),
                        target.acme));
    }

    @Test
    void an_account_is_invited_into_a_project_and_leaves_it() {
        String mobile = target.project("Mobile");
        ServiceAccount account = accounts.create(mover(), target.acme);
        assertEquals(
                List.of("GROUP_READ_ONLY"),
                accounts.invite(Map.of("roles", List.of("GROUP_READ_ONLY")), mobile, account.clientId())
                        .roles());
        assertEquals(
                mobile,
                accounts.projects(target.acme, account.clientId()).getAt(0).groupId());
        accounts.updateInProject(Map.of("roles", List.of("GROUP_OWNER")), mobile, account.clientId());
        assertEquals(
                List.of("GROUP_OWNER"),
                accounts.getInProject(mobile, account.clientId()).roles());
        accounts.removeFromProject(mobile, account.clientId());
        refused(404, "SERVICE_ACCOUNT_NOT_FOUND", () -> accounts.getInProject(mobile, account.clientId()));
        assertEquals(
                List.of("ORG_OWNER"),
                accounts.get(target.acme, account.clientId()).roles());
    }
}
