package dev.ferry.api.cloudmanager;

import com.squareup.moshi.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of a replica set.
 *
 * @param id its number in the replica set
 * @param host the {@code name} of its process
 * @param priority how eagerly it becomes primary
 * @param votes its votes
 * @param hidden whether clients are not told of it
 * @param arbiterOnly whether it only votes
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record ReplicaSetMember(
        @Json(name = "_id") @Nullable Integer id,
        @Nullable String host,
        @Nullable Double priority,
        @Nullable Integer votes,
        @Nullable Boolean hidden,
        @Nullable Boolean arbiterOnly,
        Map<String, Object> more) {}
