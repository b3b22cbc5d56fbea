package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the Atlas service, and who is asking it.
 *
 * @param appName name of the service
 * @param build revision it runs
 * @param throttling whether it slows calls down
 * @param apiKey the key that asks; absent for a service account
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getsystemstatus">Atlas Administration API</a>
 */
public record SystemStatus(
        @Nullable String appName,
        @Nullable String build,
        @Nullable Boolean throttling,
        @Nullable CallingKey apiKey,
        Map<String, Object> more) {}
