package dev.ferry.sandbox;

import dev.ferry.api.atlas.Cluster;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of clusters of the target; refused while a migration runs into the cluster. */
record TargetClusterChanges(Call call) {
    Cluster update(Map<String, Object> body, String groupId, String clusterName) {
        return ClusterAnswer.of(changed(body, groupId, clusterName), call.now());
    }

    /** The cluster with these changes, as it now is in the world. */
    TargetCluster changed(Map<String, Object> body, String groupId, String clusterName) {
        TargetCluster cluster = changeable(groupId, clusterName);
        if (cluster.shared()) {
            throw new Refusal(ErrorCode.TENANT_CLUSTER_UPDATE_UNSUPPORTED, clusterName);
        }
        if (cluster.flag("paused") && Boolean.TRUE.equals(body.get("paused"))) {
            throw new Refusal(ErrorCode.CLUSTER_ALREADY_PAUSED, clusterName);
        }
        if (cluster.flag("paused") && !Boolean.FALSE.equals(body.get("paused"))) {
            throw new Refusal(ErrorCode.CANNOT_UPDATE_PAUSED_CLUSTER, clusterName);
        }
        TargetCluster changed = cluster.changed(body, call.now());
        call.world().put(changed);
        call.traceProject("CLUSTER_UPDATE_SUBMITTED", groupId, clusterName, Map.of());
        return changed;
    }

    @Nullable
    Void delete(String groupId, String clusterName) {
        TargetCluster cluster = changeable(groupId, clusterName);
        if (cluster.flag("terminationProtectionEnabled")) {
            throw new Refusal(ErrorCode.CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED, clusterName);
        }
        call.world().put(cluster.goingAway(call.now()));
        call.traceProject("CLUSTER_DELETE_SUBMITTED", groupId, clusterName, Map.of());
        return null;
    }

    private TargetCluster changeable(String groupId, String name) {
        TargetCluster cluster = TargetClusters.find(call, groupId, name);
        if (call.world().runningInto(cluster).isPresent()) {
            throw new Refusal(ErrorCode.CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT, name);
        }
        if (cluster.state(call.now()).equals("DELETING")) {
            throw new Refusal(ErrorCode.CLUSTER_ALREADY_REQUESTED_DELETION, name);
        }
        return cluster;
    }
}
