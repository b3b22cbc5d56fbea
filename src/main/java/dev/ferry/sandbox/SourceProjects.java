package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.HostCounts;
import dev.ferry.api.cloudmanager.Project;
import dev.ferry.api.cloudmanager.Projects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Projects of the source. */
record SourceProjects(Call call) implements Projects {
    static final int LONGEST_NAME = 64;

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

    @Override
    public Project create(Map<String, Object> body) {
        String orgId = String.valueOf(body.get("orgId"));
        Permission.organization(orgId, Side.SOURCE, call.world(), call.caller());
        if (!call.caller().hasOrgRole("ORG_GROUP_CREATOR", orgId)) {
            throw new Refusal(ErrorCode.NOT_ORG_GROUP_CREATOR, orgId);
        }
        String name = freeName(body, orgId);
        Group group = new Group(call.world().newId("group"), name, orgId, Side.SOURCE, call.now(), List.of(), true);
        call.world().put(group);
        call.traceProject("GROUP_CREATED", group.id(), null, Map.of());
        return answer(group, call);
    }

    @Override
    public Project rename(Map<String, Object> body, String groupId) {
        Group group = call.world().existing(groupId);
        if (!group.name().equals(body.get("name"))) {
            call.world().put(group.named(freeName(body, group.orgId())));
            call.traceProject("GROUP_NAME_CHANGED", groupId, null, Map.of());
        }
        return get(Map.of(), groupId);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId) {
        if (call.world().deployments(groupId).stream().anyMatch(SourceBackups::isBackedUp)) {
            throw new Refusal(ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_BACKUP, groupId);
        }
        Group group = call.world().existing(groupId);
        call.traceOrg("GROUP_DELETED", group.orgId(), Map.of());
        call.world().remove(group);
        return null;
    }

    private String freeName(Map<String, Object> body, String orgId) {
        String name = String.valueOf(body.get("name"));
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new Refusal(ErrorCode.INVALID_GROUP_NAME, name);
        }
        if (call.world().groupsOf(orgId).stream().anyMatch(group -> group.name().equals(name))) {
            throw new Refusal(ErrorCode.GROUP_ALREADY_EXISTS, name);
        }
        return name;
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
