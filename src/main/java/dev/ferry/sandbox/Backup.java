package dev.ferry.sandbox;

import dev.ferry.api.atlas.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a cluster. How far it is, the clock says.
 *
 * @param onDemand whether somebody asked for it; else it was taken by the schedule
 * @param asked when it was asked for or due
 * @param kept how long it is kept
 */
record Backup(
        String id,
        TargetCluster cluster,
        boolean onDemand,
        @Nullable String description,
        Instant asked,
        Duration kept) {

    String status(Instant now) {
        if (now.isBefore(asked.plus(Pace.SNAPSHOT_START))) {
            return "queued";
        }
        return now.isBefore(asked.plus(Pace.SNAPSHOT)) ? "inProgress" : "completed";
    }

    boolean exists(Instant now) {
        return !now.isBefore(asked) && now.isBefore(asked.plus(kept));
    }

    boolean unfinished(Instant now) {
        return !status(now).equals("completed");
    }

    Snapshot answer(Instant now) {
        boolean sharded = cluster.sharded();
        List<Map<String, Object>> members = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int shard = 0; sharded && shard < cluster.shards(); shard++) {
            String part = Ids.of(id, "part", String.valueOf(shard));
            parts.add(part);
            members.add(Map.of(
                    "id", part, "cloudProvider", "AWS", "replicaSetName", new ClusterHosts(cluster).replicaSet(shard)));
        }
        return new Snapshot(
                id,
                status(now),
                onDemand ? "onDemand" : "scheduled",
                sharded ? "shardedCluster" : "replicaSet",
                description,
                asked,
                asked.plus(kept),
                onDemand ? null : "daily",
                cluster.version(),
                unfinished(now) ? 0 : cluster.diskBytes() / 3,
                sharded ? null : "AWS",
                sharded ? null : new ClusterHosts(cluster).replicaSet(0),
                sharded ? members : null,
                sharded ? parts : null,
                Map.of());
    }
}
