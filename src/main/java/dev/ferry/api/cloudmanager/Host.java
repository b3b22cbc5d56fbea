package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of a deployment: a {@code mongod} or {@code mongos} on one host and port.
 *
 * @param id identifier of the process
 * @param hostname name of the host
 * @param port port it listens on
 * @param typeName its part in the deployment, such as {@code REPLICA_PRIMARY}
 * @param replicaStateName state in the replica set, such as {@code PRIMARY}
 * @param replicaSetName replica set
 * @param shardName shard
 * @param version version it runs
 * @param clusterId cluster it belongs to
 * @param groupId project that holds it
 * @param ipAddress address
 * @param uptimeMsec time since it started, milliseconds
 * @param lastPing when its agent last saw it
 * @param lastRestart when it last started
 * @param created when it was discovered
 * @param sslEnabled whether it demands TLS
 * @param authMechanismName how the agent authenticates to it
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/hosts/get-all-hosts-in-group/">Cloud Manager API</a>
 */
@Is(Thing.HOST)
@ShownFirst({"hostname", "port", "typeName", "replicaStateName", "replicaSetName", "version", "id"})
public record Host(
        String id,
        String hostname,
        @Nullable Integer port,
        @Nullable String typeName,
        @Nullable String replicaStateName,
        @Nullable String replicaSetName,
        @Nullable String shardName,
        @Nullable String version,
        @Nullable String clusterId,
        @Nullable String groupId,
        @Nullable String ipAddress,
        @Nullable Long uptimeMsec,
        @Nullable Instant lastPing,
        @Nullable Instant lastRestart,
        @Nullable Instant created,
        @Nullable Boolean sslEnabled,
        @Nullable String authMechanismName,
        Map<String, Object> more)
        implements Named {

    @Override
    public String name() {
        return port == null ? hostname : hostname + ":" + port;
    }
}
