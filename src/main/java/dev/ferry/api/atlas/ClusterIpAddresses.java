package dev.ferry.api.atlas;

import dev.ferry.api.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a cluster.
 *
 * @param clusterName name of the cluster
 * @param inbound addresses that clients connect to
 * @param outbound addresses that it connects from
 * @param futureInbound addresses that clients will connect to
 * @param futureOutbound addresses that it will connect from
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupipaddresses">Atlas Administration API</a>
 */
public record ClusterIpAddresses(
        String clusterName,
        @Nullable List<String> inbound,
        @Nullable List<String> outbound,
        @Nullable List<String> futureInbound,
        @Nullable List<String> futureOutbound,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String id() {
        return clusterName;
    }

    @Override
    public @Nullable String name() {
        return clusterName;
    }
}
