package dev.ferry.api.atlas;

import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a service account in one project.
 *
 * @param groupId project, 24 hexadecimal digits
 * @param roles roles, such as {@code GROUP_OWNER}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgserviceaccountgroups">Atlas Administration API</a>
 */
@ShownFirst({"groupId", "roles"})
public record ServiceAccountProject(
        String groupId, @Nullable List<String> roles, Map<String, Object> more) {}
