package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Team;
import dev.ferry.api.cloudmanager.TeamRoles;
import dev.ferry.api.cloudmanager.Teams;
import dev.ferry.api.cloudmanager.User;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Teams of the source: every organization has the same two, and each of its projects knows both. */
record SourceTeams(Call call) implements Teams {
    private record Crew(String name, List<String> firstNames, String roleInProjects) {
        String id(String orgId) {
            return Ids.of(orgId, "team", name);
        }
    }

    private static final List<Crew> CREWS = List.of(
            new Crew("Migration night", List.of("Olga", "Mira"), "GROUP_OWNER"),
            new Crew("Data & reports", List.of("Rafael", "Dana"), "GROUP_READ_ONLY"));

    @Override
    public Listing<Team> list(Map<String, Object> options, String orgId) {
        return Listing.of(CREWS.stream().map(crew -> answer(crew, orgId)).toList());
    }

    @Override
    public Team get(Map<String, Object> options, String orgId, String teamId) {
        return answer(crew(teamId, crew -> crew.id(orgId).equals(teamId)), orgId);
    }

    @Override
    public Team byName(Map<String, Object> options, String orgId, String name) {
        return answer(crew(name, crew -> crew.name().equals(name)), orgId);
    }

    @Override
    public Listing<User> members(Map<String, Object> options, String orgId, String teamId) {
        Crew crew = crew(teamId, each -> each.id(orgId).equals(teamId));
        return Listing.of(call.world().people(orgId).stream()
                .filter(person -> crew.firstNames().contains(person.firstName()))
                .map(person -> SourceUsers.answer(person, person.roles()))
                .toList());
    }

    @Override
    public Listing<TeamRoles> listInProject(Map<String, Object> options, String groupId) {
        String orgId = call.orgOf(groupId);
        return Listing.of(CREWS.stream()
                .map(crew -> new TeamRoles(crew.id(orgId), List.of(crew.roleInProjects()), Map.of()))
                .toList());
    }

    static List<String> idsOf(World.Person person) {
        return CREWS.stream()
                .filter(crew -> crew.firstNames().contains(person.firstName()))
                .map(crew -> crew.id(person.orgId()))
                .toList();
    }

    private static Crew crew(String wanted, Predicate<Crew> filter) {
        return CREWS.stream()
                .filter(filter)
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.TEAM_NOT_FOUND, wanted));
    }

    private static Team answer(Crew crew, String orgId) {
        return new Team(crew.id(orgId), crew.name(), Map.of());
    }
}
