package dev.ferry.api.cloudmanager;

import com.squareup.moshi.Json;
import dev.ferry.api.Named;
import dev.ferry.output.Secret;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key with which agents of a project log in.
 *
 * @param id 24 hexadecimal digits
 * @param desc what it is for
 * @param key the key
 * @param createdBy how it was made, such as {@code PUBLIC_API}
 * @param createdUserId who made it
 * @param createdIpAddr address it was made from
 * @param createdTime when it was made, in milliseconds since 1970
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API</a>
 */
@ShownFirst({"desc", "_id", "createdTime", "createdBy"})
public record AgentKey(
        @Json(name = "_id") String id,
        @Nullable String desc,
        @Nullable Secret key,
        @Nullable String createdBy,
        @Nullable String createdUserId,
        @Nullable String createdIpAddr,
        @Nullable Long createdTime,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String name() {
        return desc;
    }

    /** When it was made; null when the answer did not say. */
    public @Nullable Instant createdAt() {
        return createdTime == null ? null : Instant.ofEpochMilli(createdTime);
    }
}
