package dev.ferry.api.atlas;

import dev.ferry.api.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role that a project has defined for its database users.
 *
 * @param roleName name of the role
 * @param actions what it may do, and where
 * @param inheritedRoles roles it includes
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupcustomdbroleroles">Atlas Administration API</a>
 */
public record CustomRole(
        String roleName,
        @Nullable List<Map<String, Object>> actions,
        @Nullable List<Map<String, Object>> inheritedRoles,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String id() {
        return null;
    }

    @Override
    public @Nullable String name() {
        return roleName;
    }
}
