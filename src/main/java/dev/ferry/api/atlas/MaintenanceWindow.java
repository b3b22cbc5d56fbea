package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the service may restart the nodes of a project.
 *
 * @param dayOfWeek day, 1 for Sunday to 7 for Saturday
 * @param hourOfDay hour, 0 to 23
 * @param numberOfDeferrals how often the maintenance that is due was put off
 * @param startASAP whether it was asked to start at once
 * @param autoDeferOnceEnabled whether maintenance is put off for a week once
 * @param timeZoneId time zone of day and hour
 * @param protectedHours hours in which nothing is restarted
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupmaintenancewindow">Atlas Administration API</a>
 */
public record MaintenanceWindow(
        @Nullable Integer dayOfWeek,
        @Nullable Integer hourOfDay,
        @Nullable Integer numberOfDeferrals,
        @Nullable Boolean startASAP,
        @Nullable Boolean autoDeferOnceEnabled,
        @Nullable String timeZoneId,
        @Nullable Map<String, Object> protectedHours,
        Map<String, Object> more) {}
