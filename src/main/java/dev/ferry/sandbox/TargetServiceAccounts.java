package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.ServiceAccount;
import dev.ferry.api.atlas.ServiceAccountAccessEntry;
import dev.ferry.api.atlas.ServiceAccountProject;
import dev.ferry.api.atlas.ServiceAccountSecret;
import dev.ferry.api.atlas.ServiceAccounts;
import dev.ferry.output.Secret;
import dev.ferry.sandbox.Callers.AccountSecret;
import dev.ferry.sandbox.Estate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Service accounts of the target. One that is made here can log in, with any of its secrets that lives. */
record TargetServiceAccounts(Call call) implements ServiceAccounts {
    private static final int MOST_SECRETS = 2;
    private static final int SHORTEST_LIFE = 8;
    private static final int SHOWN = 4;

    @Override
    public Listing<ServiceAccount> list(Map<String, Object> options, String orgId) {
        return Listing.of(callers().accountsOf(orgId).stream()
                .map(account -> answer(account, orgRoles(account), null))
                .toList());
    }

    @Override
    public ServiceAccount get(Map<String, Object> options, String orgId, String clientId) {
        Caller account = find(orgId, clientId);
        return answer(account, orgRoles(account), null);
    }

    @Override
    public ServiceAccount create(Map<String, Object> body, String orgId) {
        List<Role> roles = RoleNames.inOrg(body.get("roles"), orgId);
        Duration life = life(body, orgId);
        String id = call.world().newId("account");
        Caller account = new Caller(
                id,
                Caller.Kind.SERVICE_ACCOUNT,
                "mdb_sa_id_" + id,
                "mdb_sa_sk_"
                        + call.world().secret(AcmeCredentials.privateKey(id).replace("-", "")),
                String.valueOf(body.get("description")),
                orgId,
                roles);
        AccountSecret first = new AccountSecret(
                call.world().newId("secret"),
                account.secret(),
                call.now(),
                call.now().plus(life));
        callers().start(account, first);
        call.world()
                .estate()
                .put(
                        Kind.ACCOUNT,
                        account.login(),
                        Map.of("name", String.valueOf(body.get("name")), "createdAt", call.now()));
        call.traceOrg("SERVICE_ACCOUNT_CREATED", orgId, Map.of());
        return answer(account, orgRoles(account), first);
    }

    @Override
    public ServiceAccount update(Map<String, Object> body, String orgId, String clientId) {
        Caller account = changed(find(orgId, clientId), body);
        if (body.get("roles") != null) {
            List<Role> roles = new ArrayList<>(account.roles());
            roles.removeIf(role -> orgId.equals(role.orgId()));
            roles.addAll(RoleNames.inOrg(body.get("roles"), orgId));
            account = account.with(roles);
        }
        callers().add(account);
        return answer(account, orgRoles(account), null);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String clientId) {
        callers().remove(find(orgId, clientId));
        call.traceOrg("SERVICE_ACCOUNT_DELETED", orgId, Map.of());
        return null;
    }

    @Override
    public Listing<ServiceAccountProject> projects(Map<String, Object> options, String orgId, String clientId) {
        Caller account = find(orgId, clientId);
        return Listing.of(account.roles().stream()
                .map(Role::groupId)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .map(groupId -> new ServiceAccountProject(groupId, account.rolesIn(groupId), Map.of()))
                .toList());
    }

    @Override
    public ServiceAccountSecret createSecret(Map<String, Object> body, String orgId, String clientId) {
        Caller account = find(orgId, clientId);
        Duration life = life(body, orgId);
        if (callers().secrets(account, call.now()).size() >= MOST_SECRETS) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "The service account has " + MOST_SECRETS + " secrets already.");
        }
        String id = call.world().newId("secret");
        AccountSecret secret = new AccountSecret(
                id,
                "mdb_sa_sk_"
                        + call.world().secret(AcmeCredentials.privateKey(id).replace("-", "")),
                call.now(),
                call.now().plus(life));
        callers().add(account, secret, call.now());
        call.traceOrg("SERVICE_ACCOUNT_SECRET_ADDED", orgId, Map.of());
        return answer(secret, true);
    }

    @Override
    public @Nullable Void deleteSecret(Map<String, Object> options, String orgId, String clientId, String secretId) {
        if (!callers().removeSecret(find(orgId, clientId), secretId, call.now())) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, secretId);
        }
        call.traceOrg("SERVICE_ACCOUNT_SECRET_DELETED", orgId, Map.of());
        return null;
    }

    @Override
    public Listing<ServiceAccountAccessEntry> accessList(Map<String, Object> options, String orgId, String clientId) {
        return Listing.of(new CallerAccess(call, find(orgId, clientId))
                .all().stream()
                        .map(entry -> Answer.of(ServiceAccountAccessEntry.class, CallerAccess.shown(entry)))
                        .toList());
    }

    @Override
    public Listing<ServiceAccountAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String clientId, List<Map<String, Object>> entries) {
        new CallerAccess(call, find(orgId, clientId)).add(entries, Map.of("createdAt", call.now(), "requestCount", 0L));
        return accessList(Map.of(), orgId, clientId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String clientId, String ipAddress) {
        new CallerAccess(call, find(orgId, clientId)).remove(ipAddress);
        return null;
    }

    @Override
    public Listing<ServiceAccount> listInProject(Map<String, Object> options, String groupId) {
        return Listing.of(callers().accountsOf(call.orgOf(groupId)).stream()
                .filter(account -> !account.rolesIn(groupId).isEmpty())
                .map(account -> answer(account, account.rolesIn(groupId), null))
                .toList());
    }

    @Override
    public ServiceAccount getInProject(Map<String, Object> options, String groupId, String clientId) {
        Caller account = ofProject(groupId, clientId);
        return answer(account, account.rolesIn(groupId), null);
    }

    @Override
    public ServiceAccount invite(Map<String, Object> body, String groupId, String clientId) {
        return inProject(find(call.orgOf(groupId), clientId), body, groupId);
    }

    @Override
    public ServiceAccount updateInProject(Map<String, Object> body, String groupId, String clientId) {
        return inProject(changed(ofProject(groupId, clientId), body), body, groupId);
    }

    @Override
    public @Nullable Void removeFromProject(Map<String, Object> options, String groupId, String clientId) {
        callers().add(ofProject(groupId, clientId).inProject(groupId, List.of()));
        return null;
    }

    private Callers callers() {
        return call.world().callers();
    }

    private ServiceAccount inProject(Caller account, Map<String, Object> body, String groupId) {
        Caller changed = body.get("roles") == null
                ? account
                : account.inProject(groupId, RoleNames.inProject(body.get("roles"), groupId));
        callers().add(changed);
        return answer(changed, changed.rolesIn(groupId), null);
    }

    private Caller changed(Caller account, Map<String, Object> body) {
        if (body.get("name") instanceof String name) {
            call.world().estate().change(Kind.ACCOUNT, account.login(), "", Map.of("name", name));
        }
        return body.get("description") instanceof String text ? account.described(text) : account;
    }

    /** The life of a new secret, which the settings of the organization bound. */
    private Duration life(Map<String, Object> body, String orgId) {
        long hours = body.get("secretExpiresAfterHours") instanceof Long given ? given : 0;
        Integer most = TargetSettings.ofOrganization(call.world(), orgId).maxServiceAccountSecretValidityInHours();
        if (hours < SHORTEST_LIFE || (most != null && hours > most)) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "secretExpiresAfterHours");
        }
        return Duration.ofHours(hours);
    }

    private Caller find(String orgId, String clientId) {
        return callers().accountsOf(orgId).stream()
                .filter(account -> account.login().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.SERVICE_ACCOUNT_NOT_FOUND, clientId));
    }

    private Caller ofProject(String groupId, String clientId) {
        Caller account = find(call.orgOf(groupId), clientId);
        if (account.rolesIn(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.SERVICE_ACCOUNT_NOT_FOUND, clientId);
        }
        return account;
    }

    private static List<String> orgRoles(Caller account) {
        return account.roles().stream()
                .filter(role -> account.orgId().equals(role.orgId()))
                .map(Role::name)
                .toList();
    }

    /** With one of its secrets in clear, or with none. */
    private ServiceAccount answer(Caller account, List<String> roles, @Nullable AccountSecret inClear) {
        Map<String, Object> details = call.world().estate().only(Kind.ACCOUNT, account.login());
        return new ServiceAccount(
                account.login(),
                String.valueOf(details.getOrDefault("name", account.description())),
                account.description(),
                details.get("createdAt") instanceof Instant created ? created : null,
                roles,
                callers().secrets(account, call.now()).stream()
                        .map(secret -> answer(secret, secret.equals(inClear)))
                        .toList(),
                Map.of());
    }

    private static ServiceAccountSecret answer(AccountSecret secret, boolean inClear) {
        String end = secret.value().substring(secret.value().length() - SHOWN);
        return new ServiceAccountSecret(
                secret.id(),
                inClear ? Secret.of(secret.value()) : null,
                inClear ? null : "mdb_sa_sk_..." + end,
                secret.created(),
                secret.expires(),
                null,
                Map.of());
    }
}
