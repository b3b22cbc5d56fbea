package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.HostCounts;
import dev.ferry.api.cloudmanager.Project;
import dev.ferry.api.cloudmanager.Projects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Projects of the source. */
record SourceProjects(Call call) implements Projects {
    @Override
    public Listing<Project> list(Map<String, Object> options) {
        return Listing.of(
                call.groups(Side.SOURCE).map(group -> answer(group, call)).toList());
    }

    @Override
    public Project get(Map<String, Object> options, String groupId) {
        return answer(call.world().existing(groupId), call);
    }

    @Override
    public Project byName(Map<String, Object> options, String groupName) {
        return answer(call.groupNamed(Side.SOURCE, groupName), call);
    }

    static Project answer(Group group, Call call) {
        List<Deployment> deployments = call.world().deployments(group.id());
        int agents = SourceAgents.hostnames(call.world(), group.id()).size();
        return new Project(
                group.id(),
                group.name(),
                group.orgId(),
                (int) deployments.stream()
                        .filter(deployment -> deployment.kind() == Deployment.Kind.REPLICA_SET)
                        .count(),
                deployments.stream()
                        .filter(Deployment::sharded)
                        .mapToInt(Deployment::shards)
                        .sum(),
                new HostCounts(
                        count(deployments, "PRIMARY"),
                        count(deployments, "SECONDARY"),
                        0,
                        count(deployments, "SHARD_CONFIG"),
                        count(deployments, "SHARD_MONGOS"),
                        Map.of()),
                agents,
                agents == 0 ? null : call.now().minusSeconds(30),
                true,
                List.of(),
                Map.of());
    }

    private static int count(List<Deployment> deployments, String type) {
        Stream<Deployment.Node> nodes = deployments.stream().flatMap(deployment -> deployment.nodes().stream());
        return (int) nodes.filter(node -> node.type().endsWith(type)).count();
    }
}
