package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of Atlas: a replica set, or a sharded cluster with one replication specification a shard.
 *
 * <p>The state says whether it can be used: {@code IDLE} is ready with nothing pending, {@code UPDATING} and {@code
 * REPAIRING} are usable, {@code CREATING} and {@code DELETING} are not.
 *
 * @param id 24 hexadecimal digits
 * @param name name, unique within its project; paths use it in place of the id
 * @param groupId project that holds it
 * @param clusterType {@code REPLICASET}, {@code SHARDED} or {@code GEOSHARDED}
 * @param stateName {@code IDLE}, {@code CREATING}, {@code UPDATING}, {@code DELETING} or {@code REPAIRING}
 * @param mongoDBVersion version it runs, such as {@code 7.0.14}
 * @param mongoDBMajorVersion version it was asked to run, such as {@code 7.0}
 * @param featureCompatibilityVersion feature compatibility version, such as {@code 7.0}
 * @param createDate when it was made
 * @param paused whether it is paused
 * @param backupEnabled whether cloud backups are on
 * @param terminationProtectionEnabled whether it refuses to be deleted
 * @param connectionStrings where clients connect; empty until it has been provisioned
 * @param replicationSpecs one element a shard
 * @param tags labels set by its owners
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupcluster">Atlas Administration API</a>
 */
@Is(Thing.CLUSTER)
public record Cluster(
        String id,
        String name,
        String groupId,
        @Nullable String clusterType,
        @Nullable String stateName,
        @Nullable String mongoDBVersion,
        @Nullable String mongoDBMajorVersion,
        @Nullable String featureCompatibilityVersion,
        @Nullable Instant createDate,
        @Nullable Boolean paused,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable ConnectionStrings connectionStrings,
        @Nullable List<ReplicationSpec> replicationSpecs,
        @Nullable List<ResourceTag> tags,
        Map<String, Object> more)
        implements Named {}
