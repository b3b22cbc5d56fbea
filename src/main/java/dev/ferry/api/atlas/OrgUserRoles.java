package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do in an organization and in its projects.
 *
 * @param orgRoles roles in the organization, such as {@code ORG_MEMBER}
 * @param groupRoleAssignments roles in projects
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorguser">Atlas Administration API</a>
 */
public record OrgUserRoles(
        @Nullable List<String> orgRoles, @Nullable List<ProjectRoles> groupRoleAssignments, Map<String, Object> more) {}
