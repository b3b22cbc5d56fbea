package dev.ferry.api.cloudmanager;

import dev.ferry.api.Named;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster and its health at a glance.
 *
 * @param clusterId 24 hexadecimal digits
 * @param name name
 * @param type {@code replica set} or {@code sharded cluster}
 * @param availability {@code available}, {@code warning}, {@code unavailable} or {@code dead}
 * @param versions versions it runs
 * @param backupEnabled whether it is backed up
 * @param authEnabled whether it demands authentication
 * @param sslEnabled whether it demands TLS
 * @param alertCount open alerts
 * @param dataSizeBytes size of the data, bytes
 * @param nodeCount number of processes
 * @param more fields of the answer that this record does not name
 */
@ShownFirst({"name", "availability", "type", "versions", "alertCount", "nodeCount", "dataSizeBytes", "clusterId"})
public record ClusterHealth(
        String clusterId,
        String name,
        @Nullable String type,
        @Nullable String availability,
        @Nullable List<String> versions,
        @Nullable Boolean backupEnabled,
        @Nullable Boolean authEnabled,
        @Nullable Boolean sslEnabled,
        @Nullable Long alertCount,
        @Nullable Long dataSizeBytes,
        @Nullable Long nodeCount,
        Map<String, Object> more)
        implements Named {

    @Override
    public String id() {
        return clusterId;
    }
}
