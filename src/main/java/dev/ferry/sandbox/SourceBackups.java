package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.BackupConfig;
import dev.ferry.api.cloudmanager.Backups;
import dev.ferry.api.cloudmanager.SnapshotSchedule;
import java.util.List;
import java.util.Map;

/** Backups of the source: what Automation manages is backed up, except standalones. */
record SourceBackups(Call call) implements Backups {
    @Override
    public Listing<BackupConfig> list(Map<String, Object> options, String groupId) {
        return Listing.of(call.world().deployments(groupId).stream()
                .filter(deployment -> deployment.kind() != Deployment.Kind.STANDALONE)
                .map(SourceBackups::answer)
                .toList());
    }

    @Override
    public BackupConfig get(Map<String, Object> options, String groupId, String clusterId) {
        return list(Map.of(), groupId).stream()
                .filter(config -> config.clusterId().equals(clusterId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.BACKUP_CONFIG_NOT_FOUND, clusterId, groupId));
    }

    @Override
    public SnapshotSchedule schedule(Map<String, Object> options, String groupId, String clusterId) {
        Deployment deployment = call.world().deployments(groupId).stream()
                .filter(each -> each.id().equals(clusterId) && isBackedUp(each))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.BACKUP_CONFIG_NOT_FOUND, clusterId, groupId));
        return new SnapshotSchedule(
                clusterId,
                SourceSnapshots.HOURS_BETWEEN,
                SourceSnapshots.DAYS_KEPT,
                7,
                4,
                13,
                24,
                0,
                0,
                "+0000",
                deployment.sharded() ? 15 : null,
                groupId,
                Map.of());
    }

    static boolean isBackedUp(Deployment deployment) {
        return deployment.managed() && deployment.kind() != Deployment.Kind.STANDALONE;
    }

    private static BackupConfig answer(Deployment deployment) {
        boolean started = isBackedUp(deployment);
        return new BackupConfig(
                deployment.id(),
                started ? "STARTED" : "INACTIVE",
                started ? "SECONDARY" : null,
                "WIRED_TIGER",
                started ? "SCRAM-SHA-256" : "NONE",
                started ? "mms-automation" : null,
                deployment.tls(),
                false,
                started,
                List.of(),
                List.of(),
                deployment.groupId(),
                Map.of());
    }
}
