package dev.ferry.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds in one organization or in one project.
 *
 * @param orgId organization in which the role holds; absent for a project role
 * @param groupId project in which the role holds; absent for an organization role
 * @param roleName name of the role as the API spells it, such as {@code ORG_OWNER}
 * @param more fields of the answer that this record does not name
 */
public record RoleAssignment(
        @Nullable String orgId, @Nullable String groupId, String roleName, Map<String, Object> more) {}
