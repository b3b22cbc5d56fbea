package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Alert;
import dev.ferry.api.atlas.Alerts;
import dev.ferry.sandbox.Estate.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The alerts of a project. None opens or closes by itself here. */
record TargetAlerts(Call call) implements Alerts {
    private static final Set<String> ACKNOWLEDGEMENT =
            Set.of("acknowledgedUntil", "acknowledgementComment", "acknowledgingUsername");

    @Override
    public Listing<Alert> list(Map<String, Object> options, String groupId) {
        Object status = options.get("status");
        return Listing.of(call.world().estate().all(Kind.ALERT, groupId).stream()
                .filter(alert -> status == null || status.equals(alert.get("status")))
                .map(alert -> answer(alert, groupId))
                .toList());
    }

    @Override
    public Alert get(Map<String, Object> options, String groupId, String alertId) {
        return answer(find(groupId, alertId), groupId);
    }

    @Override
    public Alert acknowledge(Map<String, Object> body, String groupId, String alertId) {
        Map<String, Object> alert = new LinkedHashMap<>(find(groupId, alertId));
        alert.keySet().removeAll(ACKNOWLEDGEMENT);
        boolean takenBack = Boolean.TRUE.equals(body.get("unacknowledgeAlert"));
        if (!takenBack) {
            if (!(body.get("acknowledgedUntil") instanceof String until)) {
                throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "acknowledgedUntil");
            }
            alert.put("acknowledgedUntil", QueryCheck.date(until));
            alert.put("acknowledgingUsername", call.caller().login());
            if (body.get("acknowledgementComment") instanceof String comment) {
                alert.put("acknowledgementComment", comment);
            }
        }
        alert.put("updated", call.now());
        call.world().estate().put(Kind.ALERT, groupId, alert);
        call.traceProject(
                takenBack ? "ALERT_UNACKNOWLEDGED_AUDIT" : "ALERT_ACKNOWLEDGED_AUDIT",
                groupId,
                null,
                Map.of("alertId", alertId));
        return answer(alert, groupId);
    }

    private Map<String, Object> find(String groupId, String alertId) {
        return call.world()
                .estate()
                .find(Kind.ALERT, groupId, alertId)
                .orElseThrow(() -> new Refusal(ErrorCode.ALERT_NOT_FOUND, alertId, groupId));
    }

    private Alert answer(Map<String, Object> alert, String groupId) {
        Map<String, Object> whole = new LinkedHashMap<>(alert);
        whole.put("orgId", call.orgOf(groupId));
        whole.putIfAbsent(
                "alertConfigId", Ids.of(groupId, "alert configuration", String.valueOf(alert.get("eventTypeName"))));
        return Answer.of(Alert.class, whole);
    }
}
