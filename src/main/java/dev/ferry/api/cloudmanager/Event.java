package dev.ferry.api.cloudmanager;

import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a project or an organization of the source, and who did it.
 *
 * @param id 24 hexadecimal digits
 * @param created when it happened
 * @param eventTypeName what happened, such as {@code HOST_DOWN}
 * @param username user who did it
 * @param publicKey API key that did it
 * @param hostname host it is about
 * @param port port of the process it is about
 * @param replicaSetName replica set it is about
 * @param clusterName cluster it is about
 * @param targetUsername user to whom it was done
 * @param targetPublicKey API key to which it was done
 * @param remoteAddress address it was done from
 * @param metricName measurement it is about
 * @param currentValue what was measured
 * @param alertId alert it raised
 * @param groupId project
 * @param orgId organization
 * @param raw the event as it is stored, when asked for
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/events/">Cloud Manager API</a>
 */
@ShownFirst({"created", "eventTypeName", "username", "publicKey", "clusterName", "hostname", "targetUsername"})
public record Event(
        String id,
        @Nullable Instant created,
        @Nullable String eventTypeName,
        @Nullable String username,
        @Nullable String publicKey,
        @Nullable String hostname,
        @Nullable Integer port,
        @Nullable String replicaSetName,
        @Nullable String clusterName,
        @Nullable String targetUsername,
        @Nullable String targetPublicKey,
        @Nullable String remoteAddress,
        @Nullable String metricName,
        @Nullable MetricValue currentValue,
        @Nullable String alertId,
        @Nullable String groupId,
        @Nullable String orgId,
        @Nullable Map<String, Object> raw,
        Map<String, Object> more) {}
