package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.RemoteJob;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a cluster as it was at one moment.
 *
 * @param id 24 hexadecimal digits
 * @param status {@code queued}, {@code inProgress}, {@code completed} or {@code failed}
 * @param snapshotType {@code onDemand}, {@code scheduled} or {@code fallback}
 * @param type {@code replicaSet} or {@code shardedCluster}
 * @param description what it is for
 * @param createdAt moment it shows
 * @param expiresAt when it is deleted
 * @param frequencyType {@code hourly}, {@code daily}, {@code weekly}, {@code monthly} or {@code yearly}; of a
 *     scheduled one
 * @param mongodVersion version of the cluster
 * @param storageSizeBytes its size
 * @param cloudProvider where it is kept; of a replica set
 * @param replicaSetName replica set
 * @param members parts of the snapshot of a sharded cluster
 * @param snapshotIds ids of these parts
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterbackupsnapshot">Atlas Administration API</a>
 */
@Is(Thing.SNAPSHOT)
@ShownFirst({"createdAt", "status", "id", "snapshotType", "mongodVersion", "storageSizeBytes", "expiresAt"})
public record Snapshot(
        String id,
        @Nullable String status,
        @Nullable String snapshotType,
        @Nullable String type,
        @Nullable String description,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String frequencyType,
        @Nullable String mongodVersion,
        @Nullable Long storageSizeBytes,
        @Nullable String cloudProvider,
        @Nullable String replicaSetName,
        @Nullable List<Map<String, Object>> members,
        @Nullable List<String> snapshotIds,
        Map<String, Object> more)
        implements RemoteJob {
    @Override
    public Outcome outcome() {
        return switch (status == null ? "queued" : status) {
            case "completed" -> Outcome.SUCCEEDED;
            case "failed" -> Outcome.FAILED;
            default -> Outcome.RUNNING;
        };
    }
}
