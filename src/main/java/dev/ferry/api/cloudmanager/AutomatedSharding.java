package dev.ferry.api.cloudmanager;

import dev.ferry.api.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sharded cluster as Automation is to keep it.
 *
 * @param name its name
 * @param configServerReplica replica set of its config servers
 * @param shards shards
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record AutomatedSharding(
        String name,
        @Nullable String configServerReplica,
        @Nullable List<ShardOfCluster> shards,
        Map<String, Object> more)
        implements Named {
    /** Its name: a sharded cluster has no other id here. */
    @Override
    public String id() {
        return name;
    }
}
