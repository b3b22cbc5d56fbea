package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project of Cloud Manager or Ops Manager, which the API calls a group: deployments with their hosts and agents.
 *
 * @param id 24 hexadecimal digits; paths call it {@code groupId}
 * @param name name
 * @param orgId organization that owns it
 * @param replicaSetCount number of replica sets
 * @param shardCount number of shards
 * @param hostCounts number of hosts by kind
 * @param activeAgentCount agents seen lately; may be half an hour old
 * @param lastActiveAgent when an agent was last seen
 * @param publicApiEnabled whether this API may be used on it
 * @param tags labels
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/get-one-group-by-id/">Cloud Manager API</a>
 */
@Is(Thing.PROJECT)
public record Project(
        String id,
        String name,
        @Nullable String orgId,
        @Nullable Integer replicaSetCount,
        @Nullable Integer shardCount,
        @Nullable HostCounts hostCounts,
        @Nullable Integer activeAgentCount,
        @Nullable Instant lastActiveAgent,
        @Nullable Boolean publicApiEnabled,
        @Nullable List<String> tags,
        Map<String, Object> more)
        implements Named {}
