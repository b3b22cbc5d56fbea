package dev.ferry.sandbox;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.ApiAccessEntry;
import dev.ferry.api.cloudmanager.ServiceAccount;
import dev.ferry.api.cloudmanager.ServiceAccountSecret;
import dev.ferry.api.cloudmanager.ServiceAccounts;
import dev.ferry.output.Secret;
import dev.ferry.sandbox.Callers.AccountSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Service accounts of the source. One that is made here can log in; its access list is kept and not enforced. */
record SourceServiceAccounts(Call call) implements ServiceAccounts {
    private static final Set<String> ROLES = RoleNames.ofOrganization(ApiSide.SOURCE);

    @Override
    public Listing<ServiceAccount> list(Map<String, Object> options, String orgId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        return Listing.of(accounts.all().stream()
                .map(account -> answer(accounts, account, null))
                .toList());
    }

    @Override
    public ServiceAccount get(Map<String, Object> options, String orgId, String clientId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        return answer(accounts, accounts.find(clientId), null);
    }

    @Override
    public ServiceAccount create(Map<String, Object> body, String orgId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        OrgAccounts.Made made = accounts.create(body, roles(body, orgId), life(body));
        return answer(accounts, made.account(), made.first());
    }

    @Override
    public ServiceAccount update(Map<String, Object> body, String orgId, String clientId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        Caller account = accounts.described(accounts.find(clientId), body);
        if (body.get("roles") != null) {
            account = accounts.withRoles(account, roles(body, orgId));
        }
        call.world().callers().add(account);
        return answer(accounts, account, null);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String clientId) {
        new OrgAccounts(call, orgId).delete(clientId);
        return null;
    }

    @Override
    public ServiceAccountSecret createSecret(Map<String, Object> body, String orgId, String clientId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        return answer(accounts.addSecret(accounts.find(clientId), life(body)), true);
    }

    @Override
    public @Nullable Void deleteSecret(Map<String, Object> options, String orgId, String clientId, String secretId) {
        new OrgAccounts(call, orgId).deleteSecret(clientId, secretId);
        return null;
    }

    @Override
    public Listing<ApiAccessEntry> accessList(Map<String, Object> options, String orgId, String clientId) {
        return Listing.of(access(orgId, clientId).all().stream()
                .map(entry -> Answer.of(ApiAccessEntry.class, CallerAccess.shown(entry)))
                .toList());
    }

    @Override
    public Listing<ApiAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String clientId, List<Map<String, Object>> entries) {
        access(orgId, clientId).add(entries, Map.of("created", call.now(), "count", 0));
        return accessList(Map.of(), orgId, clientId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String clientId, String ipAddress) {
        access(orgId, clientId).remove(ipAddress);
        return null;
    }

    private CallerAccess access(String orgId, String clientId) {
        return new CallerAccess(call, new OrgAccounts(call, orgId).find(clientId));
    }

    private static Duration life(Map<String, Object> body) {
        long hours = body.get("secretExpiresAfterHours") instanceof Long given ? given : 0;
        if (hours < 1) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "secretExpiresAfterHours");
        }
        return Duration.ofHours(hours);
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

    /** With one of its secrets in clear, or with none. */
    private static ServiceAccount answer(OrgAccounts accounts, Caller account, @Nullable AccountSecret inClear) {
        return new ServiceAccount(
                account.login(),
                accounts.name(account),
                account.description(),
                accounts.roles(account),
                accounts.created(account),
                accounts.secrets(account).stream()
                        .map(secret -> answer(secret, secret.equals(inClear)))
                        .toList(),
                Map.of());
    }

    private static ServiceAccountSecret answer(AccountSecret secret, boolean inClear) {
        return new ServiceAccountSecret(
                secret.id(),
                inClear ? Secret.of(secret.value()) : null,
                inClear ? null : OrgAccounts.masked(secret),
                secret.created(),
                secret.expires(),
                null,
                Map.of());
    }
}
