package dev.ferry.api.atlas;

import dev.ferry.api.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a project: how much of something it may have.
 *
 * @param name name of the limit, such as {@code atlas.project.deployment.clusters}
 * @param value what it is set to
 * @param currentUsage how much of it is used
 * @param defaultLimit what it is when nobody sets it
 * @param maximumLimit what it can be set to at most
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgrouplimits">Atlas Administration API</a>
 */
public record ProjectLimit(
        String name,
        Long value,
        @Nullable Long currentUsage,
        @Nullable Long defaultLimit,
        @Nullable Long maximumLimit,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String id() {
        return name;
    }
}
