package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service account of Atlas.
 *
 * @param clientId {@code mdb_sa_id_} and 24 hexadecimal digits
 * @param name its name
 * @param description what it is for
 * @param createdAt when it was made
 * @param roles roles in the organization, or in the project that was asked
 * @param secrets its secrets, without their values except right after they were made
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgserviceaccount">Atlas Administration API</a>
 */
@Is(Thing.SERVICE_ACCOUNT)
@ShownFirst({"name", "clientId", "roles"})
public record ServiceAccount(
        String clientId,
        String name,
        @Nullable String description,
        @Nullable Instant createdAt,
        @Nullable List<String> roles,
        @Nullable List<ServiceAccountSecret> secrets,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String id() {
        return clientId;
    }
}
