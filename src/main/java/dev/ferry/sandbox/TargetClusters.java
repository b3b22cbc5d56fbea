package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Cluster;
import dev.ferry.api.atlas.ClusterStatus;
import dev.ferry.api.atlas.Clusters;
import dev.ferry.api.atlas.ProcessArgs;
import dev.ferry.api.atlas.ProviderRegions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clusters of the target. */
record TargetClusters(Call call) implements Clusters {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]{0,63}");
    private static final Pattern TIER = Pattern.compile("[MR]\\d+(_NVME|_LOW_CPU)?(_GEN_2)?");

    @Override
    public Listing<Cluster> list(Map<String, Object> options, String groupId) {
        return Listing.of(call.world().clusters(groupId).stream()
                .map(cluster -> ClusterAnswer.of(cluster, call.now()))
                .toList());
    }

    @Override
    public Cluster get(Map<String, Object> options, String groupId, String clusterName) {
        return ClusterAnswer.of(find(call, groupId, clusterName), call.now());
    }

    @Override
    public Cluster create(Map<String, Object> body, String groupId) {
        for (String needed : List.of("name", "clusterType", "replicationSpecs")) {
            if (body.get(needed) == null) {
                throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, needed);
            }
        }
        String name = String.valueOf(body.get("name"));
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(ErrorCode.CLUSTER_NAME_INVALID, name);
        }
        if (call.world().cluster(groupId, name).isPresent()) {
            throw new Refusal(ErrorCode.DUPLICATE_CLUSTER_NAME, name, groupId);
        }
        TargetCluster cluster = new TargetCluster(
                call.world().newId("cluster"),
                groupId,
                name,
                body,
                call.now(),
                call.now().plus(Pace.CLUSTER_CREATE),
                null);
        checkShape(cluster);
        new ProjectLimits(call.world(), groupId).demandRoomForACluster();
        call.world().put(cluster);
        call.traceProject("CLUSTER_CREATED", groupId, name, Map.of());
        return ClusterAnswer.of(cluster, call.now());
    }

    /** Whether a database user has reached the clusters. */
    private boolean applied(Map<String, Object> user) {
        return !(user.get("since") instanceof Instant since) || !call.now().isBefore(since.plus(Pace.ENTRY_ACTIVE));
    }

    static TargetCluster find(Call call, String groupId, String name) {
        if (call.world().estate().find(Estate.Kind.FLEX_CLUSTER, groupId, name).isPresent()) {
            throw new Refusal(ErrorCode.CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API, name);
        }
        return call.world()
                .cluster(groupId, name)
                .orElseThrow(() -> new Refusal(ErrorCode.CLUSTER_NOT_FOUND, name, groupId));
    }

    private static void checkShape(TargetCluster cluster) {
        if (cluster.specs().isEmpty()) {
            throw new Refusal(ErrorCode.INVALID_CLUSTER_CONFIGURATION, "There has to be a replication spec.");
        }
        if (!cluster.sharded() && cluster.specs().size() > 1) {
            throw new Refusal(ErrorCode.INVALID_CLUSTER_CONFIGURATION, "A replica set has one replication spec.");
        }
        if (cluster.shared()) {
            throw new Refusal(ErrorCode.CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API);
        }
        if (!TIER.matcher(cluster.tier()).matches()) {
            throw new Refusal(ErrorCode.INSUFFICIENT_INSTANCE_SIZE, cluster.tier());
        }
    }

    @Override
    public Cluster update(Map<String, Object> body, String groupId, String clusterName) {
        return new TargetClusterChanges(call).update(body, groupId, clusterName);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId, String clusterName) {
        return new TargetClusterChanges(call).delete(groupId, clusterName);
    }

    @Override
    public ClusterStatus status(Map<String, Object> options, String groupId, String clusterName) {
        TargetCluster cluster = find(call, groupId, clusterName);
        boolean applied = call.world().admissions(groupId).stream().allMatch(entry -> entry.activeBy(call.now()))
                && call.world().estate().all(Estate.Kind.DATABASE_USER, groupId).stream()
                        .allMatch(this::applied)
                && cluster.provisioned(call.now());
        return new ClusterStatus(applied ? "APPLIED" : "PENDING", Map.of());
    }

    @Override
    public ProcessArgs processArgs(Map<String, Object> options, String groupId, String clusterName) {
        return TargetSettings.ofCluster(call.world(), find(call, groupId, clusterName));
    }

    @Override
    public ProcessArgs updateProcessArgs(Map<String, Object> body, String groupId, String clusterName) {
        TargetCluster cluster = new TargetClusterChanges(call).changed(Map.of(), groupId, clusterName);
        call.world().estate().change(Estate.Kind.PROCESS_ARGS, cluster.id(), "", body);
        return TargetSettings.ofCluster(call.world(), cluster);
    }

    @Override
    public Listing<ProviderRegions> regions(Map<String, Object> options, String groupId) {
        List<?> clouds = options.get("providers") instanceof List<?> given ? given : List.of();
        List<String> sizes = options.get("tier") instanceof String tier ? List.of(tier) : List.of();
        return Listing.of(CloudRegions.of(clouds, sizes));
    }
}
