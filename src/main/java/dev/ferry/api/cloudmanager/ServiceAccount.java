package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service account of an organization.
 *
 * @param clientId what it logs in as: {@code mdb_sa_id_} and 24 hexadecimal digits
 * @param name its name
 * @param description what it is for
 * @param roles roles in the organization
 * @param createdAt when it was made
 * @param secrets its secrets, masked except in the answer that made them
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API</a>
 */
@Is(Thing.SERVICE_ACCOUNT)
@ShownFirst({"name", "clientId", "roles"})
public record ServiceAccount(
        String clientId,
        String name,
        @Nullable String description,
        @Nullable List<String> roles,
        @Nullable Instant createdAt,
        @Nullable List<ServiceAccountSecret> secrets,
        Map<String, Object> more)
        implements Named {
    @Override
    public String id() {
        return clientId;
    }
}
