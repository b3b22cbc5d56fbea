package dev.ferry.sandbox;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.ApiAccessEntry;
import dev.ferry.api.cloudmanager.ServiceAccount;
import dev.ferry.api.cloudmanager.ServiceAccountSecret;
import dev.ferry.api.cloudmanager.ServiceAccounts;
import dev.ferry.output.Secret;
import dev.ferry.sandbox.Callers.AccountSecret;
import dev.ferry.sandbox.Estate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Service accounts of the source. One that is made here can log in; its access list is kept and not enforced. */
record SourceServiceAccounts(Call call) implements ServiceAccounts {
    private static final int SHOWN = 4;
    private static final Set<String> ROLES = RoleNames.ofOrganization(ApiSide.SOURCE);

    @Override
    public Listing<ServiceAccount> list(Map<String, Object> options, String orgId) {
        return Listing.of(callers().accountsOf(orgId).stream()
                .map(account -> answer(account, null))
                .toList());
    }

    @Override
    public ServiceAccount get(Map<String, Object> options, String orgId, String clientId) {
        return answer(find(orgId, clientId), null);
    }

    @Override
    public ServiceAccount create(Map<String, Object> body, String orgId) {
        List<Role> roles = roles(body, orgId);
        String id = call.world().newId("account");
        AccountSecret first = newSecret(body);
        Caller account = new Caller(
                id,
                Caller.Kind.SERVICE_ACCOUNT,
                "mdb_sa_id_" + id,
                first.value(),
                String.valueOf(body.get("description")),
                orgId,
                roles);
        callers().start(account, first);
        call.world()
                .estate()
                .put(
                        Kind.ACCOUNT,
                        account.login(),
                        Map.of("name", String.valueOf(body.get("name")), "createdAt", call.now()));
        call.traceOrg("SERVICE_ACCOUNT_CREATED", orgId, Map.of());
        return answer(account, first);
    }

    @Override
    public ServiceAccount update(Map<String, Object> body, String orgId, String clientId) {
        Caller account = find(orgId, clientId);
        if (body.get("name") instanceof String name) {
            call.world().estate().change(Kind.ACCOUNT, clientId, "", Map.of("name", name));
        }
        if (body.get("description") instanceof String text) {
            account = account.described(text);
        }
        if (body.get("roles") != null) {
            List<Role> roles = new ArrayList<>(account.roles());
            roles.removeIf(role -> orgId.equals(role.orgId()));
            roles.addAll(roles(body, orgId));
            account = account.with(roles);
        }
        callers().add(account);
        return answer(account, null);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String clientId) {
        callers().remove(find(orgId, clientId));
        call.traceOrg("SERVICE_ACCOUNT_DELETED", orgId, Map.of());
        return null;
    }

    @Override
    public ServiceAccountSecret createSecret(Map<String, Object> body, String orgId, String clientId) {
        Caller account = find(orgId, clientId);
        AccountSecret secret = newSecret(body);
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
    public Listing<ApiAccessEntry> accessList(Map<String, Object> options, String orgId, String clientId) {
        return Listing.of(new CallerAccess(call, find(orgId, clientId))
                .all().stream()
                        .map(entry -> Answer.of(ApiAccessEntry.class, CallerAccess.shown(entry)))
                        .toList());
    }

    @Override
    public Listing<ApiAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String clientId, List<Map<String, Object>> entries) {
        new CallerAccess(call, find(orgId, clientId)).add(entries, Map.of("created", call.now(), "count", 0));
        return accessList(Map.of(), orgId, clientId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String clientId, String ipAddress) {
        new CallerAccess(call, find(orgId, clientId)).remove(ipAddress);
        return null;
    }

    private Callers callers() {
        return call.world().callers();
    }

    private AccountSecret newSecret(Map<String, Object> body) {
        long hours = body.get("secretExpiresAfterHours") instanceof Long given ? given : 0;
        if (hours < 1) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "secretExpiresAfterHours");
        }
        String id = call.world().newId("secret");
        String text = AcmeCredentials.privateKey(id).replace("-", "");
        return new AccountSecret(
                id,
                "mdb_sa_sk_" + call.world().secret(text),
                call.now(),
                call.now().plus(Duration.ofHours(hours)));
    }

    private static List<Role> roles(Map<String, Object> body, String orgId) {
        List<String> names = RoleNames.texts(body.get("roles"));
        for (String name : names) {
            if (!ROLES.contains(name)) {
                throw new Refusal(ErrorCode.INVALID_ROLE_FOR_ORG, name);
            }
        }
        if (names.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "roles");
        }
        return names.stream().map(name -> Role.inOrg(name, orgId)).toList();
    }

    private Caller find(String orgId, String clientId) {
        return callers().accountsOf(orgId).stream()
                .filter(account -> account.login().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.SERVICE_ACCOUNT_NOT_FOUND, clientId));
    }

    /** With one of its secrets in clear, or with none. */
    private ServiceAccount answer(Caller account, @Nullable AccountSecret inClear) {
        Map<String, Object> details = call.world().estate().only(Kind.ACCOUNT, account.login());
        return new ServiceAccount(
                account.login(),
                String.valueOf(details.getOrDefault("name", account.description())),
                account.description(),
                account.roles().stream()
                        .filter(role -> account.orgId().equals(role.orgId()))
                        .map(Role::name)
                        .toList(),
                details.get("createdAt") instanceof Instant created ? created : null,
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
