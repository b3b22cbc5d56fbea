package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.BackupSchedule;
import dev.ferry.api.atlas.Snapshot;
import dev.ferry.api.atlas.Snapshots;
import dev.ferry.sandbox.Estate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The snapshots of clusters: those of the schedule, one a day, and those that somebody asked for. */
record TargetSnapshots(Call call) implements Snapshots {
    /** Until when a document says that the snapshots are known, those of the schedule too. */
    static final String TAKEN = "taken";

    private static final int DAYS = 7;
    private static final int HOUR = 2;

    @Override
    public Listing<Snapshot> list(Map<String, Object> options, String groupId, String clusterName) {
        TargetCluster cluster = TargetClusters.find(call, groupId, clusterName);
        return cluster.sharded() ? Listing.of(List.of()) : answers(cluster);
    }

    @Override
    public Listing<Snapshot> sharded(Map<String, Object> options, String groupId, String clusterName) {
        TargetCluster cluster = TargetClusters.find(call, groupId, clusterName);
        return cluster.sharded() ? answers(cluster) : Listing.of(List.of());
    }

    @Override
    public Snapshot get(Map<String, Object> options, String groupId, String clusterName, String snapshotId) {
        return one(groupId, clusterName, snapshotId, false);
    }

    @Override
    public Snapshot getSharded(Map<String, Object> options, String groupId, String clusterName, String snapshotId) {
        return one(groupId, clusterName, snapshotId, true);
    }

    @Override
    public Snapshot take(Map<String, Object> body, String groupId, String clusterName) {
        TargetCluster cluster = TargetClusters.find(call, groupId, clusterName);
        long days = body.get("retentionInDays") instanceof Long given ? given : DAYS;
        if (days < 1) {
            throw new Refusal(ErrorCode.BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID, days);
        }
        if (!cluster.flag("backupEnabled")) {
            throw new Refusal(ErrorCode.BACKUP_JOB_NOT_FOUND, clusterName);
        }
        if (backups(cluster).stream().anyMatch(backup -> backup.onDemand() && backup.unfinished(call.now()))) {
            throw new Refusal(ErrorCode.UNFINISHED_ON_DEMAND_SNAPSHOT, clusterName);
        }
        String description = body.get("description") instanceof String text ? text : null;
        Backup backup = new Backup(
                call.world().newId("snapshot"), cluster, true, description, call.now(), Duration.ofDays(days));
        call.world().estate().put(Kind.BACKUP, cluster.id(), Map.of("id", backup.id(), "backup", backup));
        call.traceProject("CPS_SNAPSHOT_STARTED", groupId, clusterName, Map.of());
        return backup.answer(call.now());
    }

    @Override
    public BackupSchedule schedule(Map<String, Object> options, String groupId, String clusterName) {
        TargetCluster cluster = TargetClusters.find(call, groupId, clusterName);
        Map<String, Object> daily = Map.of(
                "id",
                Ids.of(cluster.id(), "policy item"),
                "frequencyType",
                "daily",
                "frequencyInterval",
                1L,
                "retentionUnit",
                "days",
                "retentionValue",
                (long) DAYS);
        return new BackupSchedule(
                clusterName,
                cluster.id(),
                lastDue().plus(Duration.ofDays(1)),
                HOUR,
                0,
                2,
                List.of(Map.of("id", Ids.of(cluster.id(), "policy"), "policyItems", List.of(daily))),
                false,
                Map.of());
    }

    private Snapshot one(String groupId, String clusterName, String snapshotId, boolean sharded) {
        TargetCluster cluster = TargetClusters.find(call, groupId, clusterName);
        return backups(cluster).stream()
                .filter(backup -> cluster.sharded() == sharded && backup.id().equals(snapshotId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.SNAPSHOT_NOT_FOUND, snapshotId, clusterName))
                .answer(call.now());
    }

    private Listing<Snapshot> answers(TargetCluster cluster) {
        return Listing.of(backups(cluster).stream()
                .map(backup -> backup.answer(call.now()))
                .toList());
    }

    /** Newest first. */
    private List<Backup> backups(TargetCluster cluster) {
        List<Backup> backups = new ArrayList<>();
        Instant scheduled = cluster.created();
        for (Map<String, Object> document : call.world().estate().all(Kind.BACKUP, cluster.id())) {
            if (document.get("backup") instanceof Backup backup) {
                backups.add(backup);
            } else if (document.get(TAKEN) instanceof Instant taken) {
                scheduled = taken;
            }
        }
        for (int day = 0; cluster.flag("backupEnabled") && day < DAYS; day++) {
            Instant due = lastDue().minus(Duration.ofDays(day));
            if (due.isAfter(scheduled)) {
                String id = Ids.of(cluster.id(), "snapshot", due.toString());
                backups.add(new Backup(id, cluster, false, null, due, Duration.ofDays(DAYS)));
            }
        }
        backups.removeIf(backup -> !backup.exists(call.now()));
        backups.sort(Comparator.comparing(Backup::asked).reversed());
        return backups;
    }

    private Instant lastDue() {
        Instant today = call.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(HOUR));
        return today.isAfter(call.now()) ? today.minus(Duration.ofDays(1)) : today;
    }
}
