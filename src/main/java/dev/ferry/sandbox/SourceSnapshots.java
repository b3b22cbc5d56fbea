package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.BsonTimestamp;
import dev.ferry.api.cloudmanager.Snapshot;
import dev.ferry.api.cloudmanager.SnapshotPart;
import dev.ferry.api.cloudmanager.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Snapshots of the source: one every six hours from midnight on, each kept for two days. They come with time. */
record SourceSnapshots(Call call) implements Snapshots {
    static final int HOURS_BETWEEN = 6;
    static final int DAYS_KEPT = 2;
    private static final Duration COPYING = Duration.ofMinutes(10);

    @Override
    public Listing<Snapshot> list(Map<String, Object> options, String groupId, String clusterId) {
        Deployment deployment = call.world().deployments(groupId).stream()
                .filter(each -> each.id().equals(clusterId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.CLUSTER_NOT_FOUND, clusterId, groupId));
        List<Snapshot> snapshots = new ArrayList<>();
        if (SourceBackups.isBackedUp(deployment)) {
            Instant midnight = call.now().truncatedTo(ChronoUnit.DAYS);
            for (Instant at = midnight.plus(Duration.ofHours(24L - HOURS_BETWEEN));
                    at.isAfter(call.now().minus(Duration.ofDays(DAYS_KEPT)));
                    at = at.minus(Duration.ofHours(HOURS_BETWEEN))) {
                if (!at.isAfter(call.now())) {
                    snapshots.add(answer(deployment, at));
                }
            }
        }
        return Listing.of(snapshots);
    }

    @Override
    public Snapshot get(Map<String, Object> options, String groupId, String clusterId, String snapshotId) {
        return list(Map.of(), groupId, clusterId).stream()
                .filter(snapshot -> snapshot.id().equals(snapshotId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.SNAPSHOT_NOT_FOUND, snapshotId, clusterId));
    }

    private Snapshot answer(Deployment deployment, Instant at) {
        boolean complete = !call.now().isBefore(at.plus(COPYING));
        List<String> sets = deployment.sets();
        List<SnapshotPart> parts = sets.stream()
                .map(set -> part(deployment, set, set.equals(sets.get(sets.size() - 1))))
                .toList();
        return new Snapshot(
                Ids.of(deployment.id(), "snapshot", at.toString()),
                complete,
                new BsonTimestamp(at, 1, Map.of()),
                at.plus(Duration.ofDays(DAYS_KEPT)),
                false,
                new BsonTimestamp(at.minusSeconds(3), 1, Map.of()),
                deployment.sharded() ? false : null,
                deployment.sharded() ? List.of() : null,
                complete ? parts : List.of(),
                null,
                deployment.id(),
                deployment.groupId(),
                Map.of());
    }

    private static SnapshotPart part(Deployment deployment, String set, boolean last) {
        boolean config = deployment.sharded() && last;
        long size = config ? 200_000L : deployment.dbSizeBytes() / deployment.shards();
        return new SnapshotPart(
                set,
                config ? "CONFIG_SERVER_REPLICA_SET" : "REPLICA_SET",
                deployment.version(),
                size,
                size * 2 / 5,
                size / 2,
                "GZIP",
                false,
                null,
                deployment.id(),
                Map.of());
    }
}
