package dev.ferry.sandbox;

import dev.ferry.api.atlas.OrgUser;
import dev.ferry.api.atlas.OrgUserRoles;
import dev.ferry.api.atlas.ProjectRoles;
import dev.ferry.api.atlas.ProjectUser;
import dev.ferry.sandbox.Membership.Member;
import dev.ferry.sandbox.Membership.Squad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Users as the API answers them, seen from their organization and from a project. */
record UserAnswers(Membership membership, Instant now) {
    OrgUser inOrg(Member member) {
        boolean active = member.inviter() == null;
        return new OrgUser(
                member.id(),
                member.username(),
                member.status(now),
                new OrgUserRoles(
                        RoleNames.names(member.roles().stream()
                                .filter(role -> role.orgId() != null)
                                .toList()),
                        inProjects(member),
                        Map.of()),
                active ? member.firstName() : null,
                active ? member.lastName() : null,
                membership.squads(member.orgId()).stream()
                        .filter(squad -> squad.members().contains(member.id()))
                        .map(Squad::id)
                        .toList(),
                active ? member.since() : null,
                active ? member.since() : null,
                active ? null : member.since(),
                active ? null : member.since().plus(Membership.INVITATION),
                member.inviter(),
                Map.of());
    }

    ProjectUser inProject(Member member, List<String> roles) {
        boolean active = member.inviter() == null;
        return new ProjectUser(
                member.id(),
                member.username(),
                member.status(now),
                roles,
                active ? member.firstName() : null,
                active ? member.lastName() : null,
                active ? member.since() : null,
                active ? member.since() : null,
                active ? null : member.since(),
                active ? null : member.since().plus(Membership.INVITATION),
                member.inviter(),
                Map.of());
    }

    /** Those that pass the filters of a query. */
    Predicate<Member> filter(Map<String, Object> options) {
        List<String> states = new ArrayList<>(RoleNames.texts(options.get("orgMembershipStatuses")));
        if (options.get("orgMembershipStatus") instanceof String state) {
            states.add(state);
        }
        return member -> (states.isEmpty() || states.contains(member.status(now)))
                && (!(options.get("username") instanceof String name) || name.equalsIgnoreCase(member.username()))
                && (!(options.get("userId") instanceof String id) || id.equals(member.id()));
    }

    private static List<ProjectRoles> inProjects(Member member) {
        Map<String, List<String>> projects = new LinkedHashMap<>();
        for (Role role : member.roles()) {
            if (role.groupId() != null) {
                projects.computeIfAbsent(role.groupId(), any -> new ArrayList<>())
                        .add(role.name());
            }
        }
        return projects.entrySet().stream()
                .map(each -> new ProjectRoles(each.getKey(), each.getValue(), Map.of()))
                .toList();
    }
}
