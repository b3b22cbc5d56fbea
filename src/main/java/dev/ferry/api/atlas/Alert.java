package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a project asked to be told of, and that holds or has held.
 *
 * @param id 24 hexadecimal digits
 * @param eventTypeName what it is about, such as {@code OUTSIDE_METRIC_THRESHOLD}
 * @param status {@code OPEN}, {@code TRACKING}, {@code CLOSED} or {@code CANCELLED}
 * @param clusterName cluster
 * @param hostnameAndPort process
 * @param replicaSetName replica set
 * @param metricName metric
 * @param currentValue value of the metric, {@code number} and {@code units}
 * @param created when it opened
 * @param updated when it last changed
 * @param resolved when it closed
 * @param lastNotified when somebody was last told
 * @param acknowledgedUntil until when it tells nobody
 * @param acknowledgementComment why
 * @param acknowledgingUsername who said so
 * @param alertConfigId condition, 24 hexadecimal digits
 * @param groupId project
 * @param orgId organization
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupalert">Atlas Administration API</a>
 */
@Is(Thing.ALERT)
@ShownFirst({"eventTypeName", "status", "clusterName", "hostnameAndPort", "created", "id"})
public record Alert(
        String id,
        @Nullable String eventTypeName,
        @Nullable String status,
        @Nullable String clusterName,
        @Nullable String hostnameAndPort,
        @Nullable String replicaSetName,
        @Nullable String metricName,
        @Nullable Map<String, Object> currentValue,
        @Nullable Instant created,
        @Nullable Instant updated,
        @Nullable Instant resolved,
        @Nullable Instant lastNotified,
        @Nullable Instant acknowledgedUntil,
        @Nullable String acknowledgementComment,
        @Nullable String acknowledgingUsername,
        @Nullable String alertConfigId,
        @Nullable String groupId,
        @Nullable String orgId,
        Map<String, Object> more) {}
