package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Cluster;
import dev.ferry.api.cloudmanager.ClusterHealth;
import dev.ferry.api.cloudmanager.Clusters;
import dev.ferry.api.cloudmanager.ProjectClusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deployments of the source. A sharded cluster is several entities: itself, one replica set a shard, and the replica set
 * of its config servers.
 */
record SourceClusters(Call call) implements Clusters {
    @Override
    public Listing<ProjectClusters> all(Map<String, Object> options) {
        return Listing.of(call.groups(Side.SOURCE).map(this::project).toList());
    }

    @Override
    public Listing<Cluster> list(Map<String, Object> options, String groupId) {
        Object parent = options.get("parentClusterId");
        return Listing.of(call.world().deployments(groupId).stream()
                .filter(deployment -> parent == null || deployment.id().equals(parent))
                .flatMap(deployment -> entities(deployment).stream())
                .toList());
    }

    @Override
    public Cluster get(Map<String, Object> options, String groupId, String clusterId) {
        return call.world().deployments(groupId).stream()
                .flatMap(deployment -> entities(deployment).stream())
                .filter(cluster -> cluster.id().equals(clusterId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.CLUSTER_NOT_FOUND, clusterId, groupId));
    }

    @Override
    public Cluster rename(Map<String, Object> body, String groupId, String clusterId) {
        String name = String.valueOf(body.get("clusterName"));
        Deployment deployment = call.world().deployments(groupId).stream()
                .filter(each -> each.id().equals(clusterId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.CLUSTER_NOT_FOUND, clusterId, groupId));
        if (!deployment.sharded() || name.isBlank()) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "clusterName");
        }
        call.world().put(deployment.named(name));
        return get(Map.of(), groupId, clusterId);
    }

    private List<Cluster> entities(Deployment deployment) {
        List<Cluster> entities = new ArrayList<>();
        switch (deployment.kind()) {
            // A standalone is a host, not a cluster.
            case STANDALONE -> {}
            case REPLICA_SET ->
                entities.add(entity(deployment, deployment.id(), "REPLICA_SET", deployment.name(), null));
            case SHARDED -> {
                entities.add(entity(deployment, deployment.id(), "SHARDED_REPLICA_SET", null, null));
                List<String> sets = deployment.sets();
                for (String shard : sets.subList(0, deployment.shards())) {
                    entities.add(entity(deployment, Ids.of(deployment.id(), shard), "REPLICA_SET", shard, shard));
                }
                String config = sets.get(deployment.shards());
                entities.add(
                        entity(deployment, Ids.of(deployment.id(), config), "CONFIG_SERVER_REPLICA_SET", config, null));
            }
        }
        return entities;
    }

    private Cluster entity(
            Deployment deployment, String id, String type, @Nullable String set, @Nullable String shard) {
        return new Cluster(
                id,
                deployment.name(),
                type,
                set,
                shard,
                deployment.groupId(),
                call.now().minusSeconds(20),
                Map.of());
    }

    private ProjectClusters project(Group group) {
        List<ClusterHealth> clusters = call.world().deployments(group.id()).stream()
                .filter(deployment -> deployment.kind() != Deployment.Kind.STANDALONE)
                .map(deployment -> new ClusterHealth(
                        deployment.id(),
                        deployment.name(),
                        deployment.sharded() ? "sharded cluster" : "replica set",
                        "available",
                        List.of(deployment.version()),
                        true,
                        true,
                        deployment.tls(),
                        0L,
                        deployment.dbSizeBytes(),
                        (long) deployment.nodes().size(),
                        Map.of()))
                .toList();
        return new ProjectClusters(
                group.id(),
                group.name(),
                group.orgId(),
                call.world().org(group.orgId()).orElseThrow().name(),
                "Cloud Manager",
                List.of(),
                clusters,
                Map.of());
    }
}
