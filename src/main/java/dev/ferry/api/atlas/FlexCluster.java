package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Flex cluster of Atlas: shared hardware that grows with its use.
 *
 * @param id 24 hexadecimal digits
 * @param name name, unique within its project; paths use it in place of the id
 * @param groupId project that holds it
 * @param clusterType {@code REPLICASET}
 * @param stateName {@code IDLE}, {@code CREATING}, {@code UPDATING}, {@code DELETING} or {@code REPAIRING}
 * @param mongoDBVersion version it runs, such as {@code 8.0.4}
 * @param createDate when it was made
 * @param terminationProtectionEnabled whether it refuses to be deleted
 * @param connectionStrings where clients connect
 * @param providerSettings where it runs
 * @param tags labels set by its owners
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupflexcluster">Atlas Administration API</a>
 */
@Is(Thing.FLEX_CLUSTER)
public record FlexCluster(
        String id,
        String name,
        String groupId,
        @Nullable String clusterType,
        @Nullable String stateName,
        @Nullable String mongoDBVersion,
        @Nullable Instant createDate,
        @Nullable Boolean terminationProtectionEnabled,
        @Nullable ConnectionStrings connectionStrings,
        @Nullable FlexProvider providerSettings,
        @Nullable List<ResourceTag> tags,
        Map<String, Object> more)
        implements Named {}
