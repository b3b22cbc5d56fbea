package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a team in a project.
 *
 * @param teamId team, 24 hexadecimal digits
 * @param roleNames roles in the project, such as {@code GROUP_READ_ONLY}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupteams">Atlas Administration API</a>
 */
@Is(Thing.TEAM)
@ShownFirst({"teamId", "roleNames"})
public record ProjectTeam(String teamId, @Nullable List<String> roleNames, Map<String, Object> more) {}
