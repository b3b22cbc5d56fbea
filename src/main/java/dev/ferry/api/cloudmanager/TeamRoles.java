package dev.ferry.api.cloudmanager;

import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a team has in a project.
 *
 * @param teamId team, 24 hexadecimal digits
 * @param roleNames roles, such as {@code GROUP_OWNER}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API</a>
 */
@ShownFirst({"teamId", "roleNames"})
public record TeamRoles(String teamId, @Nullable List<String> roleNames, Map<String, Object> more) {}
