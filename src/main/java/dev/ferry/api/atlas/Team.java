package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A team: users of an organization who are given roles together.
 *
 * @param id 24 hexadecimal digits
 * @param name name, unique within its organization
 * @param usernames members; only in the answer that made the team
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgteam">Atlas Administration API</a>
 */
@Is(Thing.TEAM)
public record Team(String id, String name, @Nullable List<String> usernames, Map<String, Object> more)
        implements Named {}
