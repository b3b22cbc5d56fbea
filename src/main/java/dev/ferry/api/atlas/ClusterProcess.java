package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of a cluster: a node of a replica set, or a router of a sharded cluster.
 *
 * @param id host and port
 * @param hostname host
 * @param port port
 * @param typeName what it is at the moment, such as {@code REPLICA_PRIMARY}
 * @param replicaSetName replica set
 * @param shardName shard
 * @param userAlias host as the connection string names it
 * @param version version it runs
 * @param created when it was made
 * @param lastPing when it was last heard of
 * @param groupId project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprocess">Atlas Administration API</a>
 */
@Is(Thing.PROCESS)
@ShownFirst({"hostname", "port", "typeName", "replicaSetName", "version", "id"})
public record ClusterProcess(
        String id,
        @Nullable String hostname,
        @Nullable Integer port,
        @Nullable String typeName,
        @Nullable String replicaSetName,
        @Nullable String shardName,
        @Nullable String userAlias,
        @Nullable String version,
        @Nullable Instant created,
        @Nullable Instant lastPing,
        @Nullable String groupId,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String name() {
        return userAlias;
    }
}
