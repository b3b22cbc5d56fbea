package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service itself, as its root resource describes it.
 *
 * @param appName name of the service
 * @param build revision it runs
 * @param throttling obsolete, always false
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/root/">Cloud Manager API</a>
 */
public record ServiceRoot(
        @Nullable String appName,
        @Nullable String build,
        @Nullable Boolean throttling,
        Map<String, Object> more) {}
