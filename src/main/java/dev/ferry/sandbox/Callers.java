package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All API keys and service accounts, found by public key or client id. Requests ask it at the same time. */
final class Callers {
    private static final Duration LONG = Duration.ofDays(365);

    private final Map<String, Caller> byLogin = new LinkedHashMap<>();
    private final Map<String, List<AccountSecret>> secrets = new LinkedHashMap<>();

    /** A secret of a service account. */
    record AccountSecret(String id, String value, Instant created, Instant expires) {}

    /** Adds a caller, or puts it in the place of the one with its login. */
    synchronized void add(Caller caller) {
        byLogin.put(caller.login(), caller);
    }

    synchronized void remove(Caller caller) {
        byLogin.remove(caller.login());
        secrets.remove(caller.login());
    }

    synchronized Optional<Caller> find(String login, Caller.Kind kind) {
        return Optional.ofNullable(byLogin.get(login)).filter(caller -> caller.kind() == kind);
    }

    /** The API keys made in this organization. */
    List<Caller> keysOf(String orgId) {
        return of(orgId, Caller.Kind.API_KEY);
    }

    /** The service accounts made in this organization. */
    List<Caller> accountsOf(String orgId) {
        return of(orgId, Caller.Kind.SERVICE_ACCOUNT);
    }

    private synchronized List<Caller> of(String orgId, Caller.Kind kind) {
        return byLogin.values().stream()
                .filter(caller -> caller.kind() == kind && caller.orgId().equals(orgId))
                .toList();
    }

    /** The secrets of an account. One of the scenario has the secret that it came with, and no other to begin with. */
    synchronized List<AccountSecret> secrets(Caller account, Instant now) {
        return List.copyOf(secrets.computeIfAbsent(
                account.login(),
                login -> new ArrayList<>(List.of(new AccountSecret(
                        Ids.of(login, "secret"), account.secret(), now.minus(LONG), now.plus(LONG))))));
    }

    /** Adds an account that has these secrets only. */
    synchronized void start(Caller account, AccountSecret... only) {
        add(account);
        secrets.put(account.login(), new ArrayList<>(List.of(only)));
    }

    synchronized void add(Caller account, AccountSecret secret, Instant now) {
        List<AccountSecret> all = new ArrayList<>(secrets(account, now));
        all.add(secret);
        secrets.put(account.login(), all);
    }

    /** Removes a secret; whether there was one with this id. */
    synchronized boolean removeSecret(Caller account, String id, Instant now) {
        List<AccountSecret> rest = new ArrayList<>(secrets(account, now));
        boolean removed = rest.removeIf(secret -> secret.id().equals(id));
        secrets.put(account.login(), rest);
        return removed;
    }

    /** Whether an account may log in with this secret. */
    boolean accepts(Caller account, String secret, Instant now) {
        return secrets(account, now).stream()
                .anyMatch(each -> each.value().equals(secret) && now.isBefore(each.expires()));
    }

    /** Takes everybody's roles in a project. */
    synchronized void leave(String groupId) {
        byLogin.replaceAll((login, caller) -> caller.with(caller.roles().stream()
                .filter(role -> !groupId.equals(role.groupId()))
                .toList()));
    }
}
