package dev.ferry.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All API keys and service accounts, found by public key or client id. */
final class Callers {
    private final Map<String, Caller> byLogin = new LinkedHashMap<>();

    /** Adds a caller, or puts it in the place of the one with its login. */
    void add(Caller caller) {
        byLogin.put(caller.login(), caller);
    }

    void remove(Caller caller) {
        byLogin.remove(caller.login());
    }

    Optional<Caller> find(String login, Caller.Kind kind) {
        return Optional.ofNullable(byLogin.get(login)).filter(caller -> caller.kind() == kind);
    }

    /** The API keys made in this organization. */
    List<Caller> keysOf(String orgId) {
        List<Caller> keys = new ArrayList<>();
        for (Caller caller : byLogin.values()) {
            if (caller.kind() == Caller.Kind.API_KEY && caller.orgId().equals(orgId)) {
                keys.add(caller);
            }
        }
        return keys;
    }
}
