package dev.ferry.sandbox;

import dev.ferry.api.RoleAssignment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A role that a caller holds in one organization or in one project; exactly one of the two is named. */
record Role(String name, @Nullable String orgId, @Nullable String groupId) {
    static Role inOrg(String name, String orgId) {
        return new Role(name, orgId, null);
    }

    static Role inProject(String name, String groupId) {
        return new Role(name, null, groupId);
    }

    /** The roles as the API answers them. */
    static List<RoleAssignment> assignments(List<Role> roles) {
        return roles.stream()
                .map(role -> new RoleAssignment(role.orgId, role.groupId, role.name, Map.of()))
                .toList();
    }
}
