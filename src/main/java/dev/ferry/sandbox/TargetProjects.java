package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.ClusterIpAddresses;
import dev.ferry.api.atlas.IpAddresses;
import dev.ferry.api.atlas.IpServices;
import dev.ferry.api.atlas.Project;
import dev.ferry.api.atlas.ProjectLimit;
import dev.ferry.api.atlas.ProjectSettings;
import dev.ferry.api.atlas.Projects;
import dev.ferry.api.atlas.ResourceTag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Projects of the target: make, find, remove, move to another organization. */
record TargetProjects(Call call) implements Projects {
    /** The schema's pattern, and blanks: existing projects have them. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}");

    @Override
    public Listing<Project> list(Map<String, Object> options) {
        return Listing.of(call.groups(Side.TARGET)
                .map(group -> answer(group, call.world()))
                .toList());
    }

    @Override
    public Project get(Map<String, Object> options, String groupId) {
        return answer(call.world().existing(groupId), call.world());
    }

    @Override
    public Project byName(Map<String, Object> options, String groupName) {
        return answer(call.groupNamed(Side.TARGET, groupName), call.world());
    }

    @Override
    @SuppressWarnings("unchecked") // BodyCheck has seen to it that tags are objects
    public Project create(Map<String, Object> body) {
        String name = String.valueOf(body.get("name"));
        String orgId = String.valueOf(body.get("orgId"));
        if (body.containsKey("regionUsageRestrictions")) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "regionUsageRestrictions");
        }
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw new Refusal(ErrorCode.INVALID_GROUP_NAME, name);
        }
        Permission.organization(orgId, Side.TARGET, call.world(), call.caller());
        if (!call.caller().hasOrgRole("ORG_GROUP_CREATOR", orgId)) {
            throw new Refusal(ErrorCode.NOT_ORG_GROUP_CREATOR, orgId);
        }
        if (call.world().groupsOf(orgId).stream().anyMatch(group -> group.name().equals(name))) {
            throw new Refusal(ErrorCode.GROUP_ALREADY_EXISTS, name);
        }
        List<Map<String, Object>> tags =
                body.get("tags") instanceof List<?> given ? (List<Map<String, Object>>) given : List.of();
        Group group = new Group(
                call.world().newId("group"),
                name,
                orgId,
                Side.TARGET,
                call.now(),
                tags,
                !Boolean.FALSE.equals(body.get("withDefaultAlertsSettings")));
        call.world().put(group);
        call.traceProject("GROUP_CREATED", group.id(), null, Map.of());
        return answer(group, call.world());
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId) {
        if (!call.world().clusters(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS, groupId);
        }
        Group group = call.world().existing(groupId);
        call.traceOrg("GROUP_DELETED", group.orgId(), Map.of());
        call.world().remove(group);
        return null;
    }

    @Override
    public Project migrate(Map<String, Object> body, String groupId) {
        Group group = call.world().existing(groupId);
        if (!(body.get("destinationOrgId") instanceof String destination)) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "destinationOrgId");
        }
        Caller owner = call.caller().kind() == Caller.Kind.API_KEY ? destinationKey(body) : call.caller();
        Permission.organization(destination, Side.TARGET, call.world(), owner);
        if (!owner.owns(destination)) {
            throw new Refusal(ErrorCode.NOT_ORG_OWNER, destination);
        }
        boolean taken = call.world().groupsOf(destination).stream()
                .anyMatch(other ->
                        other.name().equals(group.name()) && !other.id().equals(groupId));
        if (taken) {
            throw new Refusal(ErrorCode.GROUP_ALREADY_EXISTS, group.name());
        }
        if (!destination.equals(group.orgId())) {
            call.traceOrg("GROUP_MOVED_FROM_ORG", group.orgId(), Map.of("movedGroupId", groupId));
            call.world().put(group.in(destination));
            call.world().membership().move(groupId, group.orgId(), destination);
            call.world().callers().leave(groupId);
            call.traceProject("GROUP_MOVED", groupId, null, Map.of());
        }
        return answer(call.world().existing(groupId), call.world());
    }

    /** A caller with an API key has to bring a key of the destination; a service account is asked whether it owns both. */
    private Caller destinationKey(Map<String, Object> body) {
        if (!(body.get("destinationOrgPublicApiKey") instanceof String publicKey)) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "destinationOrgPublicApiKey");
        }
        if (!(body.get("destinationOrgPrivateApiKey") instanceof String privateKey)) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "destinationOrgPrivateApiKey");
        }
        if (publicKey.length() != 8) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "destinationOrgPublicApiKey");
        }
        return call.world()
                .callers()
                .find(publicKey, Caller.Kind.API_KEY)
                .filter(key -> key.secret().equals(privateKey))
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NOT_ORG_OWNER, Objects.requireNonNull(body.get("destinationOrgId"))));
    }

    static Project answer(Group group, World world) {
        List<ResourceTag> tags = group.tags().stream()
                .map(tag -> new ResourceTag(String.valueOf(tag.get("key")), String.valueOf(tag.get("value")), Map.of()))
                .toList();
        return new Project(
                group.id(),
                group.name(),
                group.orgId(),
                (long) world.clusters(group.id()).size(),
                group.created(),
                tags,
                null,
                group.alerts(),
                Map.of());
    }

    @Override
    public ProjectSettings settings(Map<String, Object> options, String groupId) {
        return TargetSettings.ofProject(call.world(), groupId);
    }

    @Override
    public ProjectSettings updateSettings(Map<String, Object> body, String groupId) {
        call.world().estate().change(Estate.Kind.SETTINGS, groupId, "", body);
        return settings(Map.of(), groupId);
    }

    @Override
    public List<ProjectLimit> limits(Map<String, Object> options, String groupId) {
        return new ProjectLimits(call.world(), groupId).all();
    }

    @Override
    public ProjectLimit limit(Map<String, Object> options, String groupId, String limitName) {
        return new ProjectLimits(call.world(), groupId).get(limitName);
    }

    @Override
    public ProjectLimit setLimit(Map<String, Object> body, String groupId, String limitName) {
        return new ProjectLimits(call.world(), groupId).set(limitName, body.get("value"));
    }

    @Override
    public @Nullable Void deleteLimit(Map<String, Object> options, String groupId, String limitName) {
        new ProjectLimits(call.world(), groupId).reset(limitName);
        return null;
    }

    @Override
    public IpAddresses ipAddresses(Map<String, Object> options, String groupId) {
        List<ClusterIpAddresses> clusters = call.world().clusters(groupId).stream()
                .map(cluster -> new ClusterHosts(cluster).addresses(call.now()))
                .toList();
        return new IpAddresses(groupId, new IpServices(clusters, Map.of()), Map.of());
    }
}
