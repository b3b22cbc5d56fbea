package dev.ferry.api.atlas;

import dev.ferry.output.ShownFirst;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source cluster that can be migrated.
 *
 * @param clusterId 24 hexadecimal digits
 * @param name name of the cluster
 * @param managed whether Automation manages it
 * @param sharded whether it is a sharded cluster
 * @param tlsEnabled whether it demands TLS
 * @param mongoDBVersion version it runs
 * @param featureCompatibilityVersion feature compatibility version
 * @param agentVersion version of the MongoDB Agent
 * @param dbSizeBytes size of its databases, bytes
 * @param oplogSizeMB size of the oplog, megabytes
 * @param shardsSize number of shards
 * @param more fields of the answer that this record does not name
 */
@ShownFirst({"name", "mongoDBVersion", "sharded", "managed", "tlsEnabled", "dbSizeBytes", "clusterId"})
public record AvailableDeployment(
        @Nullable String clusterId,
        String name,
        @Nullable Boolean managed,
        @Nullable Boolean sharded,
        @Nullable Boolean tlsEnabled,
        @Nullable String mongoDBVersion,
        @Nullable String featureCompatibilityVersion,
        @Nullable String agentVersion,
        @Nullable Long dbSizeBytes,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer shardsSize,
        Map<String, Object> more) {}
