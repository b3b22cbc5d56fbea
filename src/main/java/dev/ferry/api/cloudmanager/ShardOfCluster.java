package dev.ferry.api.cloudmanager;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shard of a sharded cluster.
 *
 * @param id its name
 * @param rs its replica set
 * @param tags labels that place data on it
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record ShardOfCluster(
        @Json(name = "_id") @Nullable String id,
        @Nullable String rs,
        @Nullable List<String> tags,
        Map<String, Object> more) {}
