package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a deployment at one moment.
 *
 * @param id 24 hexadecimal digits
 * @param complete whether all of it has been stored
 * @param created when it was taken
 * @param expires when it is deleted
 * @param doNotDelete whether it is kept for good
 * @param lastOplogAppliedTimestamp the last operation in it
 * @param isPossiblyInconsistent whether its shards may be of different moments; sharded clusters only
 * @param missingShards shards that are not in it; sharded clusters only
 * @param parts one a replica set
 * @param namespaceFilterList what was left out
 * @param clusterId cluster
 * @param groupId project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/snapshots/">Cloud Manager API</a>
 */
@Is(Thing.SNAPSHOT)
@ShownFirst({"created", "complete", "id", "expires"})
public record Snapshot(
        String id,
        @Nullable Boolean complete,
        @Nullable BsonTimestamp created,
        @Nullable Instant expires,
        @Nullable Boolean doNotDelete,
        @Nullable BsonTimestamp lastOplogAppliedTimestamp,
        @Nullable Boolean isPossiblyInconsistent,
        @Nullable List<Cluster> missingShards,
        @Nullable List<SnapshotPart> parts,
        @Nullable Map<String, Object> namespaceFilterList,
        @Nullable String clusterId,
        @Nullable String groupId,
        Map<String, Object> more) {}
