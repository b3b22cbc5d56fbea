package dev.ferry.api.atlas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots of a cluster are taken, and how long they are kept.
 *
 * @param clusterName name of the cluster
 * @param clusterId 24 hexadecimal digits
 * @param nextSnapshot when the next one is due
 * @param referenceHourOfDay hour of the daily one, UTC
 * @param referenceMinuteOfHour minute of that hour
 * @param restoreWindowDays how far back any moment can be restored, days
 * @param policies what is taken how often, and kept how long
 * @param autoExportEnabled whether snapshots are exported
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterbackupschedule">Atlas Administration API</a>
 */
public record BackupSchedule(
        String clusterName,
        @Nullable String clusterId,
        @Nullable Instant nextSnapshot,
        @Nullable Integer referenceHourOfDay,
        @Nullable Integer referenceMinuteOfHour,
        @Nullable Integer restoreWindowDays,
        @Nullable List<Map<String, Object>> policies,
        @Nullable Boolean autoExportEnabled,
        Map<String, Object> more) {}
