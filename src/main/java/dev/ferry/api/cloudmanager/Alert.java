package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in a project that needs attention, or did.
 *
 * @param id 24 hexadecimal digits
 * @param status {@code TRACKING} before it has lasted long enough, then {@code OPEN}; at the end {@code CLOSED} or
 *     {@code CANCELLED}
 * @param eventTypeName what happened, such as {@code MONITORING_AGENT_DOWN}
 * @param created when it began
 * @param hostnameAndPort process it is about
 * @param replicaSetName replica set it is about
 * @param clusterName cluster it is about
 * @param metricName measurement it is about
 * @param currentValue what was measured last
 * @param acknowledgedUntil until when its notifications are silenced
 * @param acknowledgementComment why
 * @param acknowledgingUsername who silenced them
 * @param updated when it last changed
 * @param resolved when it ended, once it is {@code CLOSED}
 * @param lastNotified when people were last told
 * @param sourceTypeName {@code REPLICA_SET}, {@code SHARDED_CLUSTER} or {@code CONFIG_SERVER}
 * @param hostId process it is about
 * @param clusterId cluster it is about
 * @param alertConfigId rule that raised it
 * @param groupId project
 * @param tags labels
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/alerts/">Cloud Manager API</a>
 */
@Is(Thing.ALERT)
@ShownFirst({"eventTypeName", "status", "clusterName", "hostnameAndPort", "created", "id"})
public record Alert(
        String id,
        @Nullable String status,
        @Nullable String eventTypeName,
        @Nullable Instant created,
        @Nullable String hostnameAndPort,
        @Nullable String replicaSetName,
        @Nullable String clusterName,
        @Nullable String metricName,
        @Nullable MetricValue currentValue,
        @Nullable Instant acknowledgedUntil,
        @Nullable String acknowledgementComment,
        @Nullable String acknowledgingUsername,
        @Nullable Instant updated,
        @Nullable Instant resolved,
        @Nullable Instant lastNotified,
        @Nullable String sourceTypeName,
        @Nullable String hostId,
        @Nullable String clusterId,
        @Nullable String alertConfigId,
        @Nullable String groupId,
        @Nullable List<String> tags,
        Map<String, Object> more) {}
