package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.api.cloudmanager.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts of the source: what {@link SourceStory} knows of, until it is over. */
record SourceAlerts(Call call) implements Alerts {
    @Override
    public Listing<Alert> list(Map<String, Object> options, String groupId) {
        Object status = options.get("status");
        return Listing.of(all(groupId).stream()
                .map(this::shown)
                .filter(alert -> status == null || status.equals(alert.status()))
                .toList());
    }

    @Override
    public Alert get(Map<String, Object> options, String groupId, String alertId) {
        return shown(existing(groupId, alertId));
    }

    @Override
    public Alert acknowledge(Map<String, Object> body, String groupId, String alertId) {
        Alert alert = existing(groupId, alertId);
        Instant until = body.get("acknowledgedUntil") instanceof String date ? QueryCheck.date(date) : null;
        String comment = body.get("acknowledgementComment") instanceof String text ? text : null;
        call.world()
                .source()
                .acknowledge(
                        alertId,
                        new SourceState.Acknowledgement(
                                until, comment, call.caller().login(), call.now()));
        boolean lasts = until != null && until.isAfter(call.now());
        call.traceProject(
                lasts ? "ALERT_ACKNOWLEDGED_AUDIT" : "ALERT_UNACKNOWLEDGED_AUDIT",
                groupId,
                null,
                Map.of("alertId", alertId));
        return shown(alert);
    }

    /** As nobody has acknowledged them here. */
    private List<Alert> all(String groupId) {
        return call.world().source().alerts(groupId).orElseGet(() -> new SourceStory(
                        call.world(), call.world().existing(groupId))
                .troubles().stream().map(trouble -> told(trouble, groupId)).toList());
    }

    private Alert existing(String groupId, String alertId) {
        return all(groupId).stream()
                .filter(alert -> alert.id().equals(alertId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.ALERT_NOT_FOUND, alertId, groupId));
    }

    private Alert shown(Alert alert) {
        return call.world()
                .source()
                .acknowledgement(alert.id())
                .map(one -> one.until() != null && one.until().isAfter(call.now())
                        ? acknowledged(alert, one.until(), one.comment(), one.by(), one.at())
                        : acknowledged(alert, null, null, null, alert.updated()))
                .orElse(alert);
    }

    private static Alert acknowledged(
            Alert alert,
            @Nullable Instant until,
            @Nullable String comment,
            @Nullable String by,
            @Nullable Instant updated) {
        return new Alert(
                alert.id(),
                alert.status(),
                alert.eventTypeName(),
                alert.created(),
                alert.hostnameAndPort(),
                alert.replicaSetName(),
                alert.clusterName(),
                alert.metricName(),
                alert.currentValue(),
                until,
                comment,
                by,
                updated,
                alert.resolved(),
                alert.lastNotified(),
                alert.sourceTypeName(),
                alert.hostId(),
                alert.clusterId(),
                alert.alertConfigId(),
                alert.groupId(),
                alert.tags(),
                alert.more());
    }

    private static Alert told(SourceStory.Trouble trouble, String groupId) {
        Deployment deployment = trouble.deployment();
        Deployment.Node node = trouble.node();
        Instant touched = trouble.ended() == null ? trouble.began() : trouble.ended();
        return new Alert(
                trouble.id(),
                trouble.ended() == null ? "OPEN" : "CLOSED",
                trouble.type(),
                trouble.began(),
                node == null ? trouble.hostname() : node.hostname() + ":" + node.port(),
                node == null ? null : node.set(),
                deployment == null ? null : deployment.name(),
                null,
                null,
                null,
                null,
                null,
                touched,
                trouble.ended(),
                touched,
                deployment == null ? null : "REPLICA_SET",
                node == null ? null : node.id(),
                deployment == null ? null : deployment.id(),
                Ids.of(groupId, "alertConfig", trouble.type()),
                groupId,
                List.of(),
                Map.of());
    }
}
