package dev.ferry.sandbox;

import dev.ferry.sandbox.Callers.AccountSecret;
import dev.ferry.sandbox.Estate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service accounts of an organization, as both sides keep them. One that is made here can log in, with any of its secrets that lives. */
record OrgAccounts(Call call, String orgId) {
    private static final String SECRET = "mdb_sa_sk_";
    private static final int SHOWN = 4;

    /** An account and the secret that it was made with. */
    record Made(Caller account, AccountSecret first) {}

    List<Caller> all() {
        return callers().accountsOf(orgId);
    }

    Caller find(String clientId) {
        return all().stream()
                .filter(account -> account.login().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.SERVICE_ACCOUNT_NOT_FOUND, clientId));
    }

    /** @param life how long its first secret lives */
    Made create(Map<String, Object> body, List<Role> roles, Duration life) {
        String id = call.world().newId("account");
        AccountSecret first = newSecret(life);
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
        return new Made(account, first);
    }

    /** The account with the name and the description of a body; whoever asks for it keeps it. */
    Caller described(Caller account, Map<String, Object> body) {
        if (body.get("name") instanceof String name) {
            call.world().estate().change(Kind.ACCOUNT, account.login(), "", Map.of("name", name));
        }
        return body.get("description") instanceof String text ? account.described(text) : account;
    }

    /** The account with these roles in the organization, and those that it has elsewhere. */
    Caller withRoles(Caller account, List<Role> others) {
        List<Role> roles = new ArrayList<>(account.roles());
        roles.removeIf(this::isHere);
        roles.addAll(others);
        return account.with(roles);
    }

    void delete(String clientId) {
        callers().remove(find(clientId));
        call.traceOrg("SERVICE_ACCOUNT_DELETED", orgId, Map.of());
    }

    AccountSecret addSecret(Caller account, Duration life) {
        AccountSecret secret = newSecret(life);
        callers().add(account, secret, call.now());
        call.traceOrg("SERVICE_ACCOUNT_SECRET_ADDED", orgId, Map.of());
        return secret;
    }

    void deleteSecret(String clientId, String secretId) {
        if (!callers().removeSecret(find(clientId), secretId, call.now())) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, secretId);
        }
        call.traceOrg("SERVICE_ACCOUNT_SECRET_DELETED", orgId, Map.of());
    }

    /** Those of its secrets that live. */
    List<AccountSecret> secrets(Caller account) {
        return callers().secrets(account, call.now());
    }

    /** Its roles in the organization, as constants. */
    List<String> roles(Caller account) {
        return RoleNames.names(account.roles().stream().filter(this::isHere).toList());
    }

    String name(Caller account) {
        return String.valueOf(details(account).getOrDefault("name", account.description()));
    }

    @Nullable
    Instant created(Caller account) {
        return details(account).get("createdAt") instanceof Instant created ? created : null;
    }

    /** What is shown of a secret once it is not shown any more. */
    static String masked(AccountSecret secret) {
        return SECRET + "..." + secret.value().substring(secret.value().length() - SHOWN);
    }

    private AccountSecret newSecret(Duration life) {
        String id = call.world().newId("secret");
        String text = AcmeCredentials.privateKey(id).replace("-", "");
        return new AccountSecret(
                id, SECRET + call.world().secret(text), call.now(), call.now().plus(life));
    }

    private boolean isHere(Role role) {
        return orgId.equals(role.orgId());
    }

    private Map<String, Object> details(Caller account) {
        return call.world().estate().only(Kind.ACCOUNT, account.login());
    }

    private Callers callers() {
        return call.world().callers();
    }
}
