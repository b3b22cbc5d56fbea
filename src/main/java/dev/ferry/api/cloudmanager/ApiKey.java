package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.RoleAssignment;
import dev.ferry.api.Thing;
import dev.ferry.output.Secret;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A programmatic API key of an organization. The service redacts the private half in every answer but the
 * one that made it.
 *
 * @param id 24 hexadecimal digits
 * @param desc what it is for
 * @param publicKey public half, eight characters
 * @param privateKey private half; all but its last group redacted, except in the answer that made it
 * @param roles roles it holds
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/get-all-org-api-keys/">Cloud Manager API</a>
 */
@Is(Thing.API_KEY)
@ShownFirst({"desc", "publicKey", "roles", "id"})
public record ApiKey(
        String id,
        @Nullable String desc,
        String publicKey,
        @Nullable Secret privateKey,
        @Nullable List<RoleAssignment> roles,
        Map<String, Object> more)
        implements Named {

    @Override
    public @Nullable String name() {
        return desc;
    }
}
