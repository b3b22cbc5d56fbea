package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.CustomRole;
import dev.ferry.api.atlas.DatabaseUser;
import dev.ferry.api.atlas.DatabaseUsers;
import dev.ferry.sandbox.Estate.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may log in to the clusters of a project. Passwords are looked at and not kept. */
record TargetDatabaseUsers(Call call) implements DatabaseUsers {
    private static final int SHORTEST_PASSWORD = 8;
    private static final Set<String> COMMON = Set.of("password", "12345678", "changeme");
    private static final List<String> LOGINS = List.of("awsIAMType", "ldapAuthType", "oidcAuthType", "x509Type");
    private static final Set<String> ROLES = Set.of(
            "atlasAdmin",
            "backup",
            "clusterMonitor",
            "dbAdmin",
            "dbAdminAnyDatabase",
            "enableSharding",
            "read",
            "readAnyDatabase",
            "readWrite",
            "readWriteAnyDatabase");

    @Override
    public Listing<DatabaseUser> list(Map<String, Object> options, String groupId) {
        return Listing.of(call.world().estate().all(Kind.DATABASE_USER, groupId).stream()
                .map(TargetDatabaseUsers::answer)
                .toList());
    }

    @Override
    public DatabaseUser get(Map<String, Object> options, String groupId, String databaseName, String username) {
        return answer(find(groupId, databaseName, username));
    }

    @Override
    public DatabaseUser create(Map<String, Object> body, String groupId) {
        if (!groupId.equals(body.get("groupId"))) {
            throw new Refusal(ErrorCode.GROUP_MISMATCH, String.valueOf(body.get("groupId")), groupId);
        }
        check(body, groupId);
        if (LOGINS.stream().allMatch(login -> body.getOrDefault(login, "NONE").equals("NONE"))
                && !(body.get("password") instanceof String)) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "password");
        }
        if (call.world().estate().find(Kind.DATABASE_USER, groupId, key(body)).isPresent()) {
            throw new Refusal(ErrorCode.USER_ALREADY_EXISTS, String.valueOf(body.get("username")));
        }
        Map<String, Object> user = new LinkedHashMap<>(body);
        user.remove("password");
        user.put("key", key(body));
        LOGINS.forEach(login -> user.putIfAbsent(login, "NONE"));
        List.of("scopes", "labels").forEach(list -> user.putIfAbsent(list, List.of()));
        user.put("since", call.now());
        call.world().estate().put(Kind.DATABASE_USER, groupId, user);
        call.traceProject(
                "MONGODB_USER_ADDED", groupId, null, Map.of("dbUserUsername", String.valueOf(user.get("username"))));
        return answer(user);
    }

    @Override
    public DatabaseUser update(Map<String, Object> body, String groupId, String databaseName, String username) {
        Map<String, Object> user = find(groupId, databaseName, username);
        if (!username.equals(body.getOrDefault("username", username))) {
            throw new Refusal(ErrorCode.DATABASE_USERNAME_CANNOT_BE_CHANGED, username);
        }
        check(body, groupId);
        Map<String, Object> changes = new LinkedHashMap<>(body);
        changes.remove("password");
        changes.put("since", call.now());
        call.traceProject("MONGODB_USER_UPDATED", groupId, null, Map.of("dbUserUsername", username));
        return answer(
                call.world().estate().change(Kind.DATABASE_USER, groupId, Kind.DATABASE_USER.keyOf(user), changes));
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId, String databaseName, String username) {
        Map<String, Object> user = find(groupId, databaseName, username);
        call.world().estate().remove(Kind.DATABASE_USER, groupId, Kind.DATABASE_USER.keyOf(user));
        call.traceProject("MONGODB_USER_DELETED", groupId, null, Map.of("dbUserUsername", username));
        return null;
    }

    @Override
    public List<CustomRole> customRoles(Map<String, Object> options, String groupId) {
        return Answer.all(CustomRole.class, call.world().estate().all(Kind.CUSTOM_ROLE, groupId));
    }

    /** What a database user is found by. */
    static String key(Map<String, Object> user) {
        return user.get("databaseName") + "/" + user.get("username");
    }

    private Map<String, Object> find(String groupId, String databaseName, String username) {
        return call.world()
                .estate()
                .find(Kind.DATABASE_USER, groupId, databaseName + "/" + username)
                .orElseThrow(() -> new Refusal(ErrorCode.USERNAME_NOT_FOUND, username));
    }

    private void check(Map<String, Object> body, String groupId) {
        if (body.get("password") instanceof String password) {
            if (COMMON.contains(password)) {
                throw new Refusal(ErrorCode.COMMON_PASSWORD);
            }
            if (password.length() < SHORTEST_PASSWORD) {
                throw new Refusal(ErrorCode.WEAK_PASSWORD);
            }
        }
        if (body.get("roles") instanceof List<?> roles) {
            for (Object role : roles) {
                String name = String.valueOf(((Map<?, ?>) role).get("roleName"));
                if (!ROLES.contains(name)
                        && call.world()
                                .estate()
                                .find(Kind.CUSTOM_ROLE, groupId, name)
                                .isEmpty()) {
                    throw new Refusal(ErrorCode.ATLAS_INVALID_ROLE, name);
                }
            }
        }
    }

    private static DatabaseUser answer(Map<String, Object> user) {
        Map<String, Object> shown = new LinkedHashMap<>(user);
        shown.keySet().removeAll(Set.of("key", "since", "id", "groupId"));
        return Answer.of(DatabaseUser.class, shown);
    }
}
