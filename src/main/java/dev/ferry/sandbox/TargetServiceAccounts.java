package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.ServiceAccount;
import dev.ferry.api.atlas.ServiceAccountAccessEntry;
import dev.ferry.api.atlas.ServiceAccountProject;
import dev.ferry.api.atlas.ServiceAccountSecret;
import dev.ferry.api.atlas.ServiceAccounts;
import dev.ferry.output.Secret;
import dev.ferry.sandbox.Callers.AccountSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Service accounts of the target. One that is made here can log in, with any of its secrets that lives. */
record TargetServiceAccounts(Call call) implements ServiceAccounts {
    private static final int MOST_SECRETS = 2;
    private static final int SHORTEST_LIFE = 8;

    @Override
    public Listing<ServiceAccount> list(Map<String, Object> options, String orgId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        return Listing.of(accounts.all().stream()
                .map(account -> answer(accounts, account, accounts.roles(account), null))
                .toList());
    }

    @Override
    public ServiceAccount get(Map<String, Object> options, String orgId, String clientId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        Caller account = accounts.find(clientId);
        return answer(accounts, account, accounts.roles(account), null);
    }

    @Override
    public ServiceAccount create(Map<String, Object> body, String orgId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        OrgAccounts.Made made = accounts.create(body, RoleNames.inOrg(body.get("roles"), orgId), life(body, orgId));
        return answer(accounts, made.account(), accounts.roles(made.account()), made.first());
    }

    @Override
    public ServiceAccount update(Map<String, Object> body, String orgId, String clientId) {
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        Caller account = accounts.described(accounts.find(clientId), body);
        if (body.get("roles") != null) {
            account = accounts.withRoles(account, RoleNames.inOrg(body.get("roles"), orgId));
        }
        call.world().callers().add(account);
        return answer(accounts, account, accounts.roles(account), null);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String clientId) {
        new OrgAccounts(call, orgId).delete(clientId);
        return null;
    }

    @Override
    public Listing<ServiceAccountProject> projects(Map<String, Object> options, String orgId, String clientId) {
        Caller account = new OrgAccounts(call, orgId).find(clientId);
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
        OrgAccounts accounts = new OrgAccounts(call, orgId);
        Caller account = accounts.find(clientId);
        Duration life = life(body, orgId);
        if (accounts.secrets(account).size() >= MOST_SECRETS) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "The service account has " + MOST_SECRETS + " secrets already.");
        }
        return answer(accounts.addSecret(account, life), true);
    }

    @Override
    public @Nullable Void deleteSecret(Map<String, Object> options, String orgId, String clientId, String secretId) {
        new OrgAccounts(call, orgId).deleteSecret(clientId, secretId);
        return null;
    }

    @Override
    public Listing<ServiceAccountAccessEntry> accessList(Map<String, Object> options, String orgId, String clientId) {
        return Listing.of(access(orgId, clientId).all().stream()
                .map(entry -> Answer.of(ServiceAccountAccessEntry.class, CallerAccess.shown(entry)))
                .toList());
    }

    @Override
    public Listing<ServiceAccountAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String clientId, List<Map<String, Object>> entries) {
        access(orgId, clientId).add(entries, Map.of("createdAt", call.now(), "requestCount", 0L));
        return accessList(Map.of(), orgId, clientId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String clientId, String ipAddress) {
        access(orgId, clientId).remove(ipAddress);
        return null;
    }

    @Override
    public Listing<ServiceAccount> listInProject(Map<String, Object> options, String groupId) {
        OrgAccounts accounts = ofProject(groupId);
        return Listing.of(accounts.all().stream()
                .filter(account -> !account.rolesIn(groupId).isEmpty())
                .map(account -> answer(accounts, account, account.rolesIn(groupId), null))
                .toList());
    }

    @Override
    public ServiceAccount getInProject(Map<String, Object> options, String groupId, String clientId) {
        Caller account = inProject(groupId, clientId);
        return answer(ofProject(groupId), account, account.rolesIn(groupId), null);
    }

    @Override
    public ServiceAccount invite(Map<String, Object> body, String groupId, String clientId) {
        return changed(ofProject(groupId).find(clientId), body, groupId);
    }

    @Override
    public ServiceAccount updateInProject(Map<String, Object> body, String groupId, String clientId) {
        return changed(ofProject(groupId).described(inProject(groupId, clientId), body), body, groupId);
    }

    @Override
    public @Nullable Void removeFromProject(Map<String, Object> options, String groupId, String clientId) {
        call.world().callers().add(inProject(groupId, clientId).inProject(groupId, List.of()));
        return null;
    }

    /** Those of the organization that a project belongs to. */
    private OrgAccounts ofProject(String groupId) {
        return new OrgAccounts(call, call.orgOf(groupId));
    }

    private Caller inProject(String groupId, String clientId) {
        Caller account = ofProject(groupId).find(clientId);
        if (account.rolesIn(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.SERVICE_ACCOUNT_NOT_FOUND, clientId);
        }
        return account;
    }

    private ServiceAccount changed(Caller account, Map<String, Object> body, String groupId) {
        Caller changed = body.get("roles") == null
                ? account
                : account.inProject(groupId, RoleNames.inProject(body.get("roles"), groupId));
        call.world().callers().add(changed);
        return answer(ofProject(groupId), changed, changed.rolesIn(groupId), null);
    }

    private CallerAccess access(String orgId, String clientId) {
        return new CallerAccess(call, new OrgAccounts(call, orgId).find(clientId));
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

    /** With one of its secrets in clear, or with none. */
    private static ServiceAccount answer(
            OrgAccounts accounts, Caller account, List<String> roles, @Nullable AccountSecret inClear) {
        return new ServiceAccount(
                account.login(),
                accounts.name(account),
                account.description(),
                accounts.created(account),
                roles,
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
