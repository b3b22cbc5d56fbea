package dev.ferry.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Every event up to now, newest first: what callers did, and what came with time. */
final class Timeline {
    private final World world;
    private final Instant now;

    Timeline(World world, Instant now) {
        this.world = world;
        this.now = now;
    }

    List<Trace> all() {
        List<Trace> all = new ArrayList<>(world.traces());
        world.migrations().forEach(migration -> addEnds(migration, all));
        world.groups(Side.SOURCE).forEach(group -> all.addAll(new SourceStory(world, group).traces()));
        for (Group group : world.groups(Side.TARGET)) {
            for (TargetCluster cluster : world.clusters(group.id())) {
                came(
                        "CLUSTER_READY",
                        cluster.created().plus(Pace.CLUSTER_CREATE),
                        group.id(),
                        cluster.name(),
                        cluster.id(),
                        all);
            }
        }
        all.removeIf(trace -> trace.at().isAfter(now));
        all.sort(Comparator.comparing(Trace::at).thenComparing(Trace::id).reversed());
        return all;
    }

    private void addEnds(Migration migration, List<Trace> all) {
        String group = migration.groupId();
        String cluster = migration.clusterName();
        Instant cutover = migration.cutover();
        if (migration.failure() != null) {
            came("CLUSTER_IMPORT_FAILED", migration.fails(), group, cluster, migration.id(), all);
        } else if (cutover != null) {
            came("CLUSTER_IMPORT_COMPLETED", cutover.plus(Pace.CUTOVER), group, cluster, migration.id(), all);
        } else {
            came("CLUSTER_IMPORT_EXPIRED", migration.expires(), group, cluster, migration.id(), all);
        }
    }

    private void came(String type, Instant at, String groupId, String cluster, String of, List<Trace> all) {
        world.group(groupId)
                .ifPresent(group -> all.add(new Trace(
                        Ids.of("event", type, of), at, type, group.orgId(), groupId, cluster, null, Map.of())));
    }
}
