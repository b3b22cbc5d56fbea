package dev.ferry.sandbox;

import org.jspecify.annotations.Nullable;

/** A role that a caller holds in one organization or in one project; exactly one of the two is named. */
record Role(String name, @Nullable String orgId, @Nullable String groupId) {
    static Role inOrg(String name, String orgId) {
        return new Role(name, orgId, null);
    }

    static Role inProject(String name, String groupId) {
        return new Role(name, null, groupId);
    }
}
