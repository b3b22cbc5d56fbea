package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a snapshot that comes from one replica set.
 *
 * @param replicaSetName replica set
 * @param typeName {@code REPLICA_SET}, {@code CONFIG_SERVER_REPLICA_SET} or {@code CONFIG_SHARD_REPLICA_SET}
 * @param mongodVersion version of its MongoDB
 * @param dataSizeBytes size of the data, in bytes
 * @param storageSizeBytes size of the data with indexes as it was stored, in bytes
 * @param fileSizeBytes size of the files, in bytes
 * @param compressionSetting how it is compressed, such as {@code GZIP}
 * @param encryptionEnabled whether it is encrypted
 * @param masterKeyUUID key it is encrypted with
 * @param clusterId cluster
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/snapshots/">Cloud Manager API</a>
 */
public record SnapshotPart(
        @Nullable String replicaSetName,
        @Nullable String typeName,
        @Nullable String mongodVersion,
        @Nullable Long dataSizeBytes,
        @Nullable Long storageSizeBytes,
        @Nullable Long fileSizeBytes,
        @Nullable String compressionSetting,
        @Nullable Boolean encryptionEnabled,
        @Nullable String masterKeyUUID,
        @Nullable String clusterId,
        Map<String, Object> more) {}
