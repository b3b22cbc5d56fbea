package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replica set, a sharded cluster or a part of one. A sharded cluster of four replica sets is five of these.
 *
 * @param id 24 hexadecimal digits
 * @param clusterName name; for a shard the name of its cluster
 * @param typeName {@code REPLICA_SET}, {@code SHARDED_REPLICA_SET}, {@code CONFIG_SERVER_REPLICA_SET} or {@code
 *     SHARDED}
 * @param replicaSetName name of the replica set
 * @param shardName name of the shard
 * @param groupId project that holds it
 * @param lastHeartbeat when it was last heard of
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-get-one/">Cloud Manager API</a>
 */
@Is(Thing.CLUSTER)
public record Cluster(
        String id,
        @Nullable String clusterName,
        @Nullable String typeName,
        @Nullable String replicaSetName,
        @Nullable String shardName,
        @Nullable String groupId,
        @Nullable Instant lastHeartbeat,
        Map<String, Object> more)
        implements Named {

    @Override
    public @Nullable String name() {
        return clusterName;
    }
}
