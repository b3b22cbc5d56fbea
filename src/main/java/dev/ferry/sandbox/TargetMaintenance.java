package dev.ferry.sandbox;

import dev.ferry.api.atlas.Maintenance;
import dev.ferry.api.atlas.MaintenanceWindow;
import dev.ferry.sandbox.Estate.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The maintenance window of a project. Whether maintenance is due comes from the scenario; starting it ends that. */
record TargetMaintenance(Call call) implements Maintenance {
    private static final int MOST_DEFERRALS = 2;
    private static final Map<String, Object> NONE =
            Map.of("numberOfDeferrals", 0L, "startASAP", false, "autoDeferOnceEnabled", false);

    @Override
    public MaintenanceWindow get(Map<String, Object> options, String groupId) {
        Map<String, Object> shown = new LinkedHashMap<>(NONE);
        shown.putAll(window(groupId));
        shown.keySet().removeAll(Set.of("due", "id", "groupId"));
        return Answer.of(MaintenanceWindow.class, shown);
    }

    @Override
    public @Nullable Void update(Map<String, Object> body, String groupId) {
        demandRange(body, "dayOfWeek", 1, 7);
        demandRange(body, "hourOfDay", 0, 23);
        Map<String, Object> changes = new LinkedHashMap<>(body);
        changes.put("timeZoneId", "Etc/UTC");
        if (Boolean.TRUE.equals(changes.remove("startASAP"))) {
            demandDue(groupId);
            changes.put("due", false);
            changes.put("numberOfDeferrals", 0L);
        }
        call.world().estate().change(Kind.MAINTENANCE, groupId, "", changes);
        call.traceProject("MAINTENANCE_WINDOW_MODIFIED", groupId, null, Map.of());
        return null;
    }

    @Override
    public @Nullable Void defer(Map<String, Object> options, String groupId) {
        demandDue(groupId);
        long deferrals = window(groupId).get("numberOfDeferrals") instanceof Number number ? number.longValue() : 0;
        if (deferrals >= MOST_DEFERRALS) {
            throw new Refusal(ErrorCode.ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED, MOST_DEFERRALS);
        }
        call.world().estate().change(Kind.MAINTENANCE, groupId, "", Map.of("numberOfDeferrals", deferrals + 1));
        call.traceProject("MAINTENANCE_DEFERRED", groupId, null, Map.of());
        return null;
    }

    @Override
    public @Nullable Void autoDefer(Map<String, Object> options, String groupId) {
        demandDefined(groupId);
        boolean on = Boolean.TRUE.equals(window(groupId).get("autoDeferOnceEnabled"));
        call.world().estate().change(Kind.MAINTENANCE, groupId, "", Map.of("autoDeferOnceEnabled", !on));
        return null;
    }

    @Override
    public @Nullable Void reset(Map<String, Object> options, String groupId) {
        demandDefined(groupId);
        call.world().estate().remove(Kind.MAINTENANCE, groupId, "");
        call.traceProject("MAINTENANCE_WINDOW_REMOVED", groupId, null, Map.of());
        return null;
    }

    private Map<String, Object> window(String groupId) {
        return call.world().estate().only(Kind.MAINTENANCE, groupId);
    }

    private void demandDefined(String groupId) {
        if (window(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED, groupId);
        }
    }

    private void demandDue(String groupId) {
        if (!Boolean.TRUE.equals(window(groupId).get("due"))) {
            throw new Refusal(ErrorCode.ATLAS_MAINTENANCE_NOT_SCHEDULED, groupId);
        }
    }

    private static void demandRange(Map<String, Object> body, String field, long from, long to) {
        if (body.get(field) instanceof Long value && (value < from || value > to)) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, field);
        }
    }
}
