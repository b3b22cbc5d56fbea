package dev.ferry.api.atlas;

import java.util.Map;

/**
 * A cluster or another thing that a database user may log in to.
 *
 * @param name its name
 * @param type {@code CLUSTER}, {@code DATA_LAKE} or {@code STREAM}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupdatabaseuser">Atlas Administration API</a>
 */
public record DatabaseScope(String name, String type, Map<String, Object> more) {}
