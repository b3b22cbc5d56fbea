package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots of a cluster are taken, and how long they are kept.
 *
 * @param clusterId cluster, 24 hexadecimal digits
 * @param snapshotIntervalHours hours between two snapshots
 * @param snapshotRetentionDays days these are kept
 * @param dailySnapshotRetentionDays days a daily snapshot is kept
 * @param weeklySnapshotRetentionWeeks weeks a weekly snapshot is kept
 * @param monthlySnapshotRetentionMonths months a monthly snapshot is kept
 * @param pointInTimeWindowHours hours back to any moment of which the cluster can be restored
 * @param referenceHourOfDay hour of the first snapshot of a day
 * @param referenceMinuteOfHour minute of the first snapshot of a day
 * @param referenceTimeZoneOffset time zone of that hour, such as {@code +0000}
 * @param clusterCheckpointIntervalMin minutes between two checkpoints of a sharded cluster: 15, 30 or 60
 * @param groupId project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/backup/get-snapshot-schedule/">Cloud Manager API</a>
 */
public record SnapshotSchedule(
        String clusterId,
        @Nullable Integer snapshotIntervalHours,
        @Nullable Integer snapshotRetentionDays,
        @Nullable Integer dailySnapshotRetentionDays,
        @Nullable Integer weeklySnapshotRetentionWeeks,
        @Nullable Integer monthlySnapshotRetentionMonths,
        @Nullable Integer pointInTimeWindowHours,
        @Nullable Integer referenceHourOfDay,
        @Nullable Integer referenceMinuteOfHour,
        @Nullable String referenceTimeZoneOffset,
        @Nullable Integer clusterCheckpointIntervalMin,
        @Nullable String groupId,
        Map<String, Object> more) {}
