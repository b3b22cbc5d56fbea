package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The users of the target's organizations, and their teams. Roles in projects are kept with the user or the team. */
final class Membership {
    /** How long an invitation can be accepted. */
    static final Duration INVITATION = Duration.ofDays(30);

    private final Map<String, Map<String, Member>> members = new LinkedHashMap<>();
    private final Map<String, Map<String, Squad>> squads = new LinkedHashMap<>();

    /**
     * A user of one organization. Nobody accepts an invitation here.
     *
     * @param inviter who invited the user; null for one that has joined
     */
    record Member(
            String id,
            String orgId,
            String username,
            String firstName,
            String lastName,
            List<Role> roles,
            Instant since,
            @Nullable String inviter) {

        Member with(List<Role> others) {
            return new Member(id, orgId, username, firstName, lastName, List.copyOf(others), since, inviter);
        }

        /** As a member of another organization. */
        Member in(String otherOrg, List<Role> others) {
            return new Member(id, otherOrg, username, firstName, lastName, List.copyOf(others), since, inviter);
        }

        String status(Instant now) {
            if (inviter == null) {
                return "ACTIVE";
            }
            return now.isBefore(since.plus(INVITATION)) ? "PENDING" : "INVITATION_EXPIRED";
        }

        List<String> rolesIn(String groupId) {
            return roles.stream()
                    .filter(role -> groupId.equals(role.groupId()))
                    .map(Role::name)
                    .toList();
        }
    }

    /**
     * A team.
     *
     * @param members ids of its members
     * @param projects its roles by project
     */
    record Squad(String id, String orgId, String name, List<String> members, Map<String, List<String>> projects) {
        Squad named(String other) {
            return new Squad(id, orgId, other, members, projects);
        }

        Squad of(List<String> others) {
            return new Squad(id, orgId, name, List.copyOf(others), projects);
        }

        /** With these roles in a project; without any when there are none. */
        Squad in(String groupId, List<String> roles) {
            Map<String, List<String>> changed = new LinkedHashMap<>(projects);
            changed.remove(groupId);
            if (!roles.isEmpty()) {
                changed.put(groupId, List.copyOf(roles));
            }
            return new Squad(id, orgId, name, members, changed);
        }
    }

    void put(Member member) {
        members.computeIfAbsent(member.orgId(), any -> new LinkedHashMap<>()).put(member.id(), member);
    }

    void put(Squad squad) {
        squads.computeIfAbsent(squad.orgId(), any -> new LinkedHashMap<>()).put(squad.id(), squad);
    }

    List<Member> members(String orgId) {
        return List.copyOf(members.getOrDefault(orgId, Map.of()).values());
    }

    List<Squad> squads(String orgId) {
        return List.copyOf(squads.getOrDefault(orgId, Map.of()).values());
    }

    /** A user by id or address. */
    Optional<Member> member(String orgId, String idOrUsername) {
        return members(orgId).stream()
                .filter(member ->
                        member.id().equals(idOrUsername) || member.username().equalsIgnoreCase(idOrUsername))
                .findFirst();
    }

    Optional<Squad> squad(String orgId, String id) {
        return Optional.ofNullable(squads.getOrDefault(orgId, Map.of()).get(id));
    }

    void remove(Member member) {
        members.getOrDefault(member.orgId(), new LinkedHashMap<>()).remove(member.id());
        each(member.orgId(), squad -> {
            List<String> rest = new ArrayList<>(squad.members());
            rest.remove(member.id());
            return squad.of(rest);
        });
    }

    void remove(Squad squad) {
        squads.getOrDefault(squad.orgId(), new LinkedHashMap<>()).remove(squad.id());
    }

    /** Takes everybody's roles in a project. */
    void leave(String groupId) {
        for (String orgId : List.copyOf(members.keySet())) {
            for (Member member : members(orgId)) {
                put(member.with(withoutProject(member, groupId)));
            }
            each(orgId, squad -> squad.in(groupId, List.of()));
        }
    }

    /** Moves a project: its users come along with their roles in it, teams stay behind without theirs. */
    void move(String groupId, String from, String to) {
        List<Member> moving = members(from).stream()
                .filter(member -> !member.rolesIn(groupId).isEmpty())
                .toList();
        leave(groupId);
        for (Member member : moving) {
            List<Role> roles = new ArrayList<>();
            member(to, member.id())
                    .ifPresentOrElse(
                            there -> roles.addAll(there.roles()), () -> roles.add(Role.inOrg("ORG_MEMBER", to)));
            member.rolesIn(groupId).forEach(role -> roles.add(Role.inProject(role, groupId)));
            put(member(to, member.id()).map(there -> there.with(roles)).orElseGet(() -> member.in(to, roles)));
        }
    }

    private static List<Role> withoutProject(Member member, String groupId) {
        return member.roles().stream()
                .filter(role -> !groupId.equals(role.groupId()))
                .toList();
    }

    private void each(String orgId, UnaryOperator<Squad> change) {
        squads(orgId).forEach(squad -> put(change.apply(squad)));
    }
}
