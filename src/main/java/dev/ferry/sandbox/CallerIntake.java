package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.ApiAccessEntry;
import dev.ferry.sandbox.Callers.AccountSecret;
import dev.ferry.sandbox.Estate.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in the API keys and the service accounts of either side. Nobody can log in with them here: their secrets are not known. */
final class CallerIntake {
    private final World world;

    CallerIntake(World world) {
        this.world = world;
    }

    Map<String, Intake.Taking> takings() {
        Map<String, Intake.Taking> takings = new HashMap<>();
        for (Side side : Side.values()) {
            takings.put(side.prefix() + "/orgs/{orgId}/apiKeys", this::keys);
        }
        takings.put("/api/atlas/v2/orgs/{orgId}/serviceAccounts", this::accounts);
        takings.put("/api/public/v1.0/orgs/{orgId}/serviceAccounts", this::accounts);
        takings.put("/api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/accessList", this::access);
        takings.put("/api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}/accessList", (holes, entries) -> world.source()
                .startAccessList(
                        String.valueOf(holes.get("apiKeyId")),
                        entries.stream()
                                .map(entry -> Answer.of(ApiAccessEntry.class, withoutLinks(entry)))
                                .toList()));
        // Their roles came with the keys of the organization; what is said of them here is kept.
        takings.put("/api/atlas/v2/groups/{groupId}/apiKeys", (holes, keys) -> {});
        takings.put("/api/atlas/v2/groups/{groupId}/serviceAccounts", this::accountsOfProject);
        takings.put("/api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList", this::access);
        takings.put("/api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList", this::access);
        return takings;
    }

    private void keys(Map<String, String> holes, List<Document> keys) {
        for (Document key : keys) {
            List<Role> roles = key.list("roles").stream()
                    .map(role -> role.has("groupId")
                            ? Role.inProject(role.text("roleName"), role.text("groupId"))
                            : Role.inOrg(role.text("roleName"), role.text("orgId")))
                    .toList();
            world.callers()
                    .add(new Caller(
                            key.text("id"),
                            Caller.Kind.API_KEY,
                            key.text("publicKey"),
                            key.text("privateKey"),
                            key.text("desc"),
                            String.valueOf(holes.get("orgId")),
                            roles));
        }
    }

    private void accounts(Map<String, String> holes, List<Document> accounts) {
        String orgId = String.valueOf(holes.get("orgId"));
        for (Document account : accounts) {
            String clientId = account.text("clientId");
            List<Role> roles = account.texts("roles").stream()
                    .map(role -> Role.inOrg(role, orgId))
                    .toList();
            Caller caller = new Caller(
                    Ids.of("account", clientId),
                    Caller.Kind.SERVICE_ACCOUNT,
                    clientId,
                    "",
                    account.text("description"),
                    orgId,
                    roles);
            world.callers()
                    .start(
                            caller,
                            account.list("secrets").stream().map(this::secret).toArray(AccountSecret[]::new));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("name", account.text("name"));
            details.put("createdAt", account.timeOr("createdAt", world.now()));
            world.estate().put(Kind.ACCOUNT, clientId, details);
        }
    }

    /** Those of the organization are here already. */
    private void accountsOfProject(Map<String, String> holes, List<Document> accounts) {
        String groupId = String.valueOf(holes.get("groupId"));
        for (Document account : accounts) {
            world.callers()
                    .find(account.text("clientId"), Caller.Kind.SERVICE_ACCOUNT)
                    .ifPresent(caller -> world.callers()
                            .add(caller.inProject(
                                    groupId,
                                    account.texts("roles").stream()
                                            .map(role -> Role.inProject(role, groupId))
                                            .toList())));
        }
    }

    private AccountSecret secret(Document secret) {
        return new AccountSecret(
                secret.text("id"),
                secret.textOr("maskedSecretValue", "****"),
                secret.timeOr("createdAt", world.now()),
                secret.timeOr("expiresAt", world.now()));
    }

    private static Map<String, Object> withoutLinks(Document document) {
        Map<String, Object> fields = new LinkedHashMap<>(document.fields());
        fields.remove("links");
        return fields;
    }

    private void access(Map<String, String> holes, List<Document> entries) {
        String clientId = holes.get("clientId");
        String owner = clientId == null ? String.valueOf(holes.get("apiUserId")) : Ids.of("account", clientId);
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Document entry : entries) {
            Map<String, Object> fields = withoutLinks(entry);
            fields.put("value", entry.textOr("ipAddress", entry.text("cidrBlock")));
            kept.add(fields);
        }
        kept.forEach(entry -> world.estate().put(Kind.ACCESS, owner, entry));
    }
}
