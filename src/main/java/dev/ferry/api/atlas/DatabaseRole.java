package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role of a database user.
 *
 * @param roleName name of the role, such as {@code readWriteAnyDatabase}
 * @param databaseName database it is for
 * @param collectionName collection it is for; none means all
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupdatabaseuser">Atlas Administration API</a>
 */
public record DatabaseRole(
        String roleName, String databaseName, @Nullable String collectionName, Map<String, Object> more) {}
