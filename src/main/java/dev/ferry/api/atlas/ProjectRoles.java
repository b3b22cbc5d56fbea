package dev.ferry.api.atlas;

import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Roles in one project.
 *
 * @param groupId project, 24 hexadecimal digits
 * @param groupRoles roles, such as {@code GROUP_OWNER}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorguser">Atlas Administration API</a>
 */
@ShownFirst({"groupId", "groupRoles"})
public record ProjectRoles(String groupId, @Nullable List<String> groupRoles, Map<String, Object> more) {}
