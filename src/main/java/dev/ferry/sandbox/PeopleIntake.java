package dev.ferry.sandbox;

import dev.ferry.sandbox.Membership.Member;
import dev.ferry.sandbox.Membership.Squad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes in the users and the teams of the target. */
final class PeopleIntake {
    private final World world;

    PeopleIntake(World world) {
        this.world = world;
    }

    Map<String, Intake.Taking> takings() {
        return Map.of(
                "/api/atlas/v2/orgs/{orgId}/users", this::users,
                "/api/atlas/v2/orgs/{orgId}/teams", this::teams,
                "/api/atlas/v2/groups/{groupId}/teams", this::teamsOfProject,
                // Their roles came with the users of the organization; what is said of them here is kept.
                "/api/atlas/v2/groups/{groupId}/users", (holes, users) -> {});
    }

    /** Users say which teams they are in, so that teams need not be asked for their members. */
    private void users(Map<String, String> holes, List<Document> users) {
        String orgId = String.valueOf(holes.get("orgId"));
        for (Document user : users) {
            Document roles = user.part("roles");
            List<Role> all = new ArrayList<>();
            roles.texts("orgRoles").forEach(role -> all.add(Role.inOrg(role, orgId)));
            roles.list("groupRoleAssignments").forEach(project -> project.texts("groupRoles")
                    .forEach(role -> all.add(Role.inProject(role, project.text("groupId")))));
            boolean active = user.text("orgMembershipStatus").equals("ACTIVE");
            world.membership()
                    .put(new Member(
                            user.text("id"),
                            orgId,
                            user.text("username"),
                            user.text("firstName"),
                            user.text("lastName"),
                            List.copyOf(all),
                            user.timeOr(active ? "createdAt" : "invitationCreatedAt", world.now()),
                            active ? null : user.text("inviterUsername")));
            for (String team : user.texts("teamIds")) {
                Squad squad = world.membership()
                        .squad(orgId, team)
                        .orElseGet(() -> new Squad(team, orgId, "", List.of(), Map.of()));
                List<String> members = new ArrayList<>(squad.members());
                members.add(user.text("id"));
                world.membership().put(squad.of(members));
            }
        }
    }

    private void teams(Map<String, String> holes, List<Document> teams) {
        String orgId = String.valueOf(holes.get("orgId"));
        for (Document team : teams) {
            String id = team.text("id");
            Squad known =
                    world.membership().squad(orgId, id).orElseGet(() -> new Squad(id, orgId, "", List.of(), Map.of()));
            world.membership().put(known.named(team.text("name")));
        }
    }

    private void teamsOfProject(Map<String, String> holes, List<Document> teams) {
        String groupId = String.valueOf(holes.get("groupId"));
        String orgId = world.existing(groupId).orgId();
        for (Document team : teams) {
            world.membership().squad(orgId, team.text("teamId")).ifPresent(squad -> world.membership()
                    .put(squad.in(groupId, team.texts("roleNames"))));
        }
    }
}
