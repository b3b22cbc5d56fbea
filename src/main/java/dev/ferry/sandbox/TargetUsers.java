package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.OrgUser;
import dev.ferry.api.atlas.ProjectUser;
import dev.ferry.api.atlas.Users;
import dev.ferry.sandbox.Membership.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The users of organizations and projects of the target. */
record TargetUsers(Call call) implements Users {
    @Override
    public Listing<OrgUser> list(Map<String, Object> options, String orgId) {
        return Listing.of(membership().members(orgId).stream()
                .filter(answers().filter(options))
                .map(answers()::inOrg)
                .toList());
    }

    @Override
    public OrgUser get(Map<String, Object> options, String orgId, String userId) {
        return answers().inOrg(find(orgId, userId));
    }

    @Override
    public OrgUser invite(Map<String, Object> body, String orgId) {
        String username = String.valueOf(body.get("username"));
        if (membership().member(orgId, username).isPresent()) {
            throw new Refusal(ErrorCode.USER_ALREADY_EXISTS, username);
        }
        Member member = invited(orgId, username, roles(body.get("roles"), orgId));
        join(member, body.get("teamIds"));
        return answers().inOrg(member);
    }

    @Override
    public OrgUser update(Map<String, Object> body, String orgId, String userId) {
        Member member = find(orgId, userId);
        if (body.get("roles") instanceof Map<?, ?> roles) {
            List<Role> changed = new ArrayList<>(roles(roles, orgId));
            if (!roles.containsKey("groupRoleAssignments")) {
                member.roles().stream().filter(role -> role.groupId() != null).forEach(changed::add);
            }
            change(member, changed);
        }
        join(member, body.get("teamIds"));
        return answers().inOrg(find(orgId, userId));
    }

    @Override
    public @Nullable Void remove(Map<String, Object> options, String orgId, String userId) {
        membership().remove(find(orgId, userId));
        call.traceOrg("REMOVED_FROM_ORG", orgId, Map.of());
        return null;
    }

    @Override
    public OrgUser addRole(Map<String, Object> body, String orgId, String userId) {
        Role role = RoleNames.inOrg(String.valueOf(body.get("orgRole")), orgId);
        return answers().inOrg(change(find(orgId, userId), role, true));
    }

    @Override
    public OrgUser removeRole(Map<String, Object> body, String orgId, String userId) {
        Role role = RoleNames.inOrg(String.valueOf(body.get("orgRole")), orgId);
        return answers().inOrg(change(find(orgId, userId), role, false));
    }

    @Override
    public Listing<ProjectUser> listInProject(Map<String, Object> options, String groupId) {
        Map<Member, List<String>> users = new LinkedHashMap<>();
        for (Member member : membership().members(call.orgOf(groupId))) {
            List<String> roles = new ArrayList<>(member.rolesIn(groupId));
            if (Boolean.TRUE.equals(options.get("flattenTeams"))) {
                membership().squads(member.orgId()).stream()
                        .filter(squad -> squad.members().contains(member.id()))
                        .forEach(squad -> roles.addAll(squad.projects().getOrDefault(groupId, List.of())));
            }
            boolean reads = member.roles().stream()
                    .anyMatch(role -> List.of("ORG_OWNER", "ORG_READ_ONLY").contains(role.name()));
            if (!roles.isEmpty() || (reads && Boolean.TRUE.equals(options.get("includeOrgUsers")))) {
                users.put(member, roles);
            }
        }
        users.keySet().removeIf(answers().filter(options).negate());
        List<ProjectUser> list = new ArrayList<>();
        users.forEach((member, roles) -> list.add(answers().inProject(member, roles)));
        return Listing.of(list);
    }

    @Override
    public ProjectUser getInProject(Map<String, Object> options, String groupId, String userId) {
        return inProject(ofProject(groupId, userId), groupId);
    }

    @Override
    public ProjectUser addToProject(Map<String, Object> body, String groupId) {
        String orgId = call.orgOf(groupId);
        String username = String.valueOf(body.get("username"));
        List<Role> roles = RoleNames.inProject(body.get("roles"), groupId);
        Member member = membership()
                .member(orgId, username)
                .orElseGet(() -> invited(orgId, username, List.of(Role.inOrg("ORG_MEMBER", orgId))));
        if (!member.rolesIn(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.USER_ALREADY_EXISTS, username);
        }
        List<Role> all = new ArrayList<>(member.roles());
        all.addAll(roles);
        call.traceProject(
                member.inviter() == null ? "JOINED_GROUP" : "INVITED_TO_GROUP",
                groupId,
                null,
                Map.of("targetUsername", username));
        return inProject(change(member, all), groupId);
    }

    @Override
    public @Nullable Void removeFromProject(Map<String, Object> options, String groupId, String userId) {
        Member member = ofProject(groupId, userId);
        change(
                member,
                member.roles().stream()
                        .filter(role -> !groupId.equals(role.groupId()))
                        .toList());
        call.traceProject("REMOVED_FROM_GROUP", groupId, null, Map.of("targetUsername", member.username()));
        return null;
    }

    @Override
    public ProjectUser addRoleInProject(Map<String, Object> body, String groupId, String userId) {
        Role role = RoleNames.inProject(String.valueOf(body.get("groupRole")), groupId);
        return inProject(change(ofProject(groupId, userId), role, true), groupId);
    }

    @Override
    public ProjectUser removeRoleInProject(Map<String, Object> body, String groupId, String userId) {
        Role role = RoleNames.inProject(String.valueOf(body.get("groupRole")), groupId);
        return inProject(change(ofProject(groupId, userId), role, false), groupId);
    }

    private Membership membership() {
        return call.world().membership();
    }

    private UserAnswers answers() {
        return new UserAnswers(membership(), call.now());
    }

    private ProjectUser inProject(Member member, String groupId) {
        return answers().inProject(member, member.rolesIn(groupId));
    }

    private Member find(String orgId, String userId) {
        return membership().member(orgId, userId).orElseThrow(() -> new Refusal(ErrorCode.USER_NOT_FOUND, userId));
    }

    private Member ofProject(String groupId, String userId) {
        Member member = find(call.orgOf(groupId), userId);
        if (member.rolesIn(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.USER_NOT_FOUND, userId);
        }
        return member;
    }

    private Member invited(String orgId, String username, List<Role> roles) {
        if (!username.contains("@")) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "username");
        }
        Member member = new Member(
                call.world().idOf("user", username),
                orgId,
                username,
                "",
                "",
                roles,
                call.now(),
                call.caller().login());
        membership().put(member);
        call.traceOrg("INVITED_TO_ORG", orgId, Map.of("targetUsername", username));
        return member;
    }

    /** The roles of a body: in the organization, and in its projects. */
    private List<Role> roles(@Nullable Object body, String orgId) {
        Map<?, ?> given = body instanceof Map<?, ?> map ? map : Map.of();
        List<Role> roles = new ArrayList<>(RoleNames.inOrg(given.get("orgRoles"), orgId));
        if (given.get("groupRoleAssignments") instanceof List<?> assignments) {
            for (Object assignment : assignments) {
                Map<?, ?> each = (Map<?, ?>) assignment;
                String groupId = String.valueOf(each.get("groupId"));
                if (!call.world().existing(groupId).orgId().equals(orgId)) {
                    throw new Refusal(ErrorCode.GROUP_NOT_FOUND, groupId);
                }
                roles.addAll(RoleNames.inProject(each.get("groupRoles"), groupId));
            }
        }
        return roles;
    }

    /** Puts a user into these teams and out of all others; nothing given changes nothing. */
    private void join(Member member, @Nullable Object teamIds) {
        if (teamIds == null) {
            return;
        }
        List<String> wanted = RoleNames.texts(teamIds);
        for (String team : wanted) {
            if (membership().squad(member.orgId(), team).isEmpty()) {
                throw new Refusal(ErrorCode.TEAM_NOT_FOUND, team);
            }
        }
        for (Membership.Squad squad : membership().squads(member.orgId())) {
            List<String> members = new ArrayList<>(squad.members());
            members.remove(member.id());
            if (wanted.contains(squad.id())) {
                members.add(member.id());
            }
            membership().put(squad.of(members));
        }
    }

    private Member change(Member member, Role role, boolean added) {
        List<Role> roles = new ArrayList<>(member.roles());
        roles.remove(role);
        if (added) {
            roles.add(role);
        }
        return change(member, roles);
    }

    private Member change(Member member, List<Role> roles) {
        Member changed = member.with(roles);
        membership().put(changed);
        call.traceOrg(
                "USER_ROLES_CHANGED_AUDIT",
                Objects.requireNonNull(member.orgId()),
                Map.of("targetUsername", member.username()));
        return changed;
    }
}
