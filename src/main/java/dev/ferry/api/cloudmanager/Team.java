package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.util.Map;

/**
 * A team of an organization.
 *
 * @param id 24 hexadecimal digits
 * @param name its name
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API</a>
 */
@Is(Thing.TEAM)
public record Team(String id, String name, Map<String, Object> more) implements Named {}
