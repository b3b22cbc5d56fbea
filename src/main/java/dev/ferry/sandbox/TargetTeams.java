package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.OrgUser;
import dev.ferry.api.atlas.ProjectTeam;
import dev.ferry.api.atlas.Team;
import dev.ferry.api.atlas.Teams;
import dev.ferry.sandbox.Membership.Member;
import dev.ferry.sandbox.Membership.Squad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The teams of organizations and projects of the target. */
record TargetTeams(Call call) implements Teams {
    @Override
    public Listing<Team> list(Map<String, Object> options, String orgId) {
        return Listing.of(
                membership().squads(orgId).stream().map(TargetTeams::answer).toList());
    }

    @Override
    public Team get(Map<String, Object> options, String orgId, String teamId) {
        return answer(find(orgId, teamId));
    }

    @Override
    public Team byName(Map<String, Object> options, String orgId, String teamName) {
        return named(orgId, teamName)
                .map(TargetTeams::answer)
                .orElseThrow(() -> new Refusal(ErrorCode.TEAM_NOT_FOUND, teamName));
    }

    @Override
    public Team create(Map<String, Object> body, String orgId) {
        String name = newName(body, orgId);
        List<String> usernames = RoleNames.texts(body.get("usernames"));
        if (usernames.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "usernames");
        }
        List<String> members = usernames.stream()
                .map(username -> membership()
                        .member(orgId, username)
                        .orElseThrow(() -> new Refusal(ErrorCode.USERNAME_NOT_FOUND, username))
                        .id())
                .toList();
        Squad squad = new Squad(call.world().newId("team"), orgId, name, members, Map.of());
        membership().put(squad);
        call.traceOrg("TEAM_CREATED", orgId, Map.of("teamId", squad.id()));
        return new Team(squad.id(), name, usernames, Map.of());
    }

    @Override
    public Team rename(Map<String, Object> body, String orgId, String teamId) {
        Squad squad = find(orgId, teamId).named(newName(body, orgId));
        membership().put(squad);
        return answer(squad);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String teamId) {
        membership().remove(find(orgId, teamId));
        call.traceOrg("TEAM_DELETED", orgId, Map.of("teamId", teamId));
        return null;
    }

    @Override
    public Listing<OrgUser> members(Map<String, Object> options, String orgId, String teamId) {
        Squad squad = find(orgId, teamId);
        UserAnswers answers = new UserAnswers(membership(), call.now());
        return Listing.of(membership().members(orgId).stream()
                .filter(member -> squad.members().contains(member.id()))
                .filter(answers.filter(options))
                .map(answers::inOrg)
                .toList());
    }

    @Override
    public OrgUser addMember(Map<String, Object> body, String orgId, String teamId) {
        return change(body, orgId, teamId, true);
    }

    @Override
    public OrgUser removeMember(Map<String, Object> body, String orgId, String teamId) {
        return change(body, orgId, teamId, false);
    }

    @Override
    public Listing<ProjectTeam> listInProject(Map<String, Object> options, String groupId) {
        return Listing.of(membership().squads(call.orgOf(groupId)).stream()
                .filter(squad -> squad.projects().containsKey(groupId))
                .map(squad -> inProject(squad, groupId))
                .toList());
    }

    @Override
    public ProjectTeam getInProject(Map<String, Object> options, String groupId, String teamId) {
        return inProject(ofProject(groupId, teamId), groupId);
    }

    @Override
    public Listing<ProjectTeam> addToProject(
            Map<String, Object> options, String groupId, List<Map<String, Object>> teams) {
        for (Map<String, Object> team : teams) {
            String teamId = String.valueOf(team.get("teamId"));
            Squad squad = find(call.orgOf(groupId), teamId);
            membership().put(squad.in(groupId, names(team.get("roleNames"), groupId)));
            call.traceProject("ADDED_TEAM_TO_GROUP", groupId, null, Map.of("teamId", teamId));
        }
        return listInProject(Map.of(), groupId);
    }

    @Override
    public Listing<ProjectTeam> updateInProject(Map<String, Object> body, String groupId, String teamId) {
        membership().put(ofProject(groupId, teamId).in(groupId, names(body.get("roleNames"), groupId)));
        return listInProject(Map.of(), groupId);
    }

    @Override
    public @Nullable Void removeFromProject(Map<String, Object> options, String groupId, String teamId) {
        membership().put(ofProject(groupId, teamId).in(groupId, List.of()));
        call.traceProject("REMOVED_TEAM_FROM_GROUP", groupId, null, Map.of("teamId", teamId));
        return null;
    }

    private Membership membership() {
        return call.world().membership();
    }

    private Squad find(String orgId, String teamId) {
        return membership().squad(orgId, teamId).orElseThrow(() -> new Refusal(ErrorCode.TEAM_NOT_FOUND, teamId));
    }

    private Squad ofProject(String groupId, String teamId) {
        Squad squad = find(call.orgOf(groupId), teamId);
        if (!squad.projects().containsKey(groupId)) {
            throw new Refusal(ErrorCode.TEAM_NOT_FOUND, teamId);
        }
        return squad;
    }

    private Optional<Squad> named(String orgId, String name) {
        return membership().squads(orgId).stream()
                .filter(squad -> squad.name().equals(name))
                .findFirst();
    }

    private String newName(Map<String, Object> body, String orgId) {
        String name = String.valueOf(body.get("name"));
        if (name.isBlank()) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "name");
        }
        if (named(orgId, name).isPresent()) {
            throw new Refusal(ErrorCode.TEAM_NAME_ALREADY_EXISTS, name, orgId);
        }
        return name;
    }

    private OrgUser change(Map<String, Object> body, String orgId, String teamId, boolean added) {
        Squad squad = find(orgId, teamId);
        String userId = String.valueOf(body.get("id"));
        Member member = membership()
                .member(orgId, userId)
                .filter(found -> added || squad.members().contains(found.id()))
                .orElseThrow(() -> new Refusal(ErrorCode.USER_NOT_FOUND, userId));
        List<String> members = new ArrayList<>(squad.members());
        members.remove(member.id());
        if (added) {
            members.add(member.id());
        }
        membership().put(squad.of(members));
        return new UserAnswers(membership(), call.now()).inOrg(member);
    }

    private static List<String> names(@Nullable Object roles, String groupId) {
        return RoleNames.names(RoleNames.inProject(roles, groupId));
    }

    private static Team answer(Squad squad) {
        return new Team(squad.id(), squad.name(), null, Map.of());
    }

    private static ProjectTeam inProject(Squad squad, String groupId) {
        return new ProjectTeam(squad.id(), squad.projects().getOrDefault(groupId, List.of()), Map.of());
    }
}
