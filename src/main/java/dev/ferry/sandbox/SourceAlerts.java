package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.api.cloudmanager.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts of the source: what {@link SourceStory} knows of, until it is over. */
record SourceAlerts(Call call) implements Alerts {
    @Override
    public Listing<Alert> list(Map<String, Object> options, String groupId) {
        Object status = options.get("status");
        return Listing.of(troubles(groupId).stream()
                .map(trouble -> answer(trouble, groupId))
                .filter(alert -> status == null || status.equals(alert.status()))
                .toList());
    }

    @Override
    public Alert get(Map<String, Object> options, String groupId, String alertId) {
        return answer(existing(groupId, alertId), groupId);
    }

    @Override
    public Alert acknowledge(Map<String, Object> body, String groupId, String alertId) {
        SourceStory.Trouble trouble = existing(groupId, alertId);
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
        return answer(trouble, groupId);
    }

    private List<SourceStory.Trouble> troubles(String groupId) {
        return new SourceStory(call.world(), call.world().existing(groupId)).troubles();
    }

    private SourceStory.Trouble existing(String groupId, String alertId) {
        return troubles(groupId).stream()
                .filter(trouble -> trouble.id().equals(alertId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.ALERT_NOT_FOUND, alertId, groupId));
    }

    private Alert answer(SourceStory.Trouble trouble, String groupId) {
        Optional<SourceState.Acknowledgement> acknowledged = call.world()
                .source()
                .acknowledgement(trouble.id())
                .filter(one -> one.until() != null && one.until().isAfter(call.now()));
        Deployment deployment = trouble.deployment();
        Deployment.Node node = trouble.node();
        Instant touched = acknowledged
                .map(SourceState.Acknowledgement::at)
                .orElse(trouble.ended() == null ? trouble.began() : trouble.ended());
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
                acknowledged.map(SourceState.Acknowledgement::until).orElse(null),
                acknowledged.map(SourceState.Acknowledgement::comment).orElse(null),
                acknowledged.map(SourceState.Acknowledgement::by).orElse(null),
                touched,
                trouble.ended(),
                trouble.ended() == null ? trouble.began() : trouble.ended(),
                deployment == null ? null : "REPLICA_SET",
                node == null ? null : node.id(),
                deployment == null ? null : deployment.id(),
                Ids.of(groupId, "alertConfig", trouble.type()),
                groupId,
                List.of(),
                Map.of());
    }
}
