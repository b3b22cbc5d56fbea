package dev.ferry.sandbox;

import static dev.ferry.sandbox.TargetSide.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.OrgUser;
import dev.ferry.api.atlas.ProjectUser;
import dev.ferry.api.atlas.Team;
import dev.ferry.api.atlas.Teams;
import dev.ferry.api.atlas.Users;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users and teams of the target, over the wire with Ferry's own client. */
class TargetPeopleTest {
    private TargetSide target;
    private Users users;
    private Teams teams;

    @BeforeEach
    void start() throws Exception {
        target = new TargetSide();
        users = target.atlas.getUsers();
        teams = target.atlas.getTeams();
    }

    @AfterEach
    void stop() {
        target.close();
    }

    private static List<String> names(Listing<ProjectUser> users) {
        return users.toList().stream().map(ProjectUser::username).sorted().toList();
    }

    @Test
    void whoever_is_invited_is_pending_until_the_invitation_ends() {
        Map<String, Object> body =
                Map.of("username", "new+1@acme.example", "roles", Map.of("orgRoles", List.of("ORG_MEMBER")));
        OrgUser invited = users.invite(body, target.acme);
        assertEquals("PENDING", invited.orgMembershipStatus());
        assertNull(invited.firstName());
        assertNotNull(invited.inviterUsername());
        refused(409, "USER_ALREADY_EXISTS", () -> users.invite(body, target.acme));
        Listing<OrgUser> pending = users.list(Map.of("orgMembershipStatus", "PENDING"), target.acme);
        assertTrue(pending.isCase("new+1@acme.example"));
        assertEquals(
                invited.id(),
                users.list(Map.of("username", "new+1@acme.example"), target.acme)
                        .getAt(0)
                        .id());
        target.sandbox.clock().advance(Duration.ofDays(31));
        assertEquals("INVITATION_EXPIRED", users.get(target.acme, invited.id()).orgMembershipStatus());
        users.remove(target.acme, invited.id());
        refused(404, "USER_NOT_FOUND", () -> users.get(target.acme, invited.id()));
    }

    @Test
    void roles_come_and_go_one_by_one_and_together() {
        String mira = users.list(target.acme).getAt("mira@acme.example").id();
        users.addRole(Map.of("orgRole", "ORG_GROUP_CREATOR"), target.acme, mira);
        assertEquals(List.of("ORG_MEMBER", "ORG_GROUP_CREATOR"), rolesOf(mira));
        users.removeRole(Map.of("orgRole", "ORG_MEMBER"), target.acme, mira);
        assertEquals(List.of("ORG_GROUP_CREATOR"), rolesOf(mira));
        users.update(Map.of("roles", Map.of("orgRoles", List.of("ORG_READ_ONLY"))), target.acme, mira);
        assertEquals(List.of("ORG_READ_ONLY"), rolesOf(mira));
        String shop = target.project("shop");
        assertEquals(
                List.of("GROUP_CLUSTER_MANAGER"), users.getInProject(shop, mira).roles());
        users.addRoleInProject(Map.of("groupRole", "GROUP_OWNER"), shop, mira);
        assertEquals(
                List.of("GROUP_OWNER"),
                users.removeRoleInProject(Map.of("groupRole", "GROUP_CLUSTER_MANAGER"), shop, mira)
                        .roles());
        refused(
                400,
                "INVALID_ROLE_FOR_GROUP",
                () -> users.addRoleInProject(Map.of("groupRole", "ORG_OWNER"), shop, mira));
    }

    private List<String> rolesOf(String userId) {
        return Objects.requireNonNull(
                Objects.requireNonNull(users.get(target.acme, userId).roles()).orgRoles());
    }

    @Test
    void a_project_takes_users_its_organization_has_and_invites_others() {
        String shop = target.project("shop");
        refused(
                409,
                "USER_ALREADY_EXISTS",
                () -> users.addToProject(
                        Map.of("username", "mira@acme.example", "roles", List.of("GROUP_OWNER")), shop));
        ProjectUser stranger =
                users.addToProject(Map.of("username", "x@other.example", "roles", List.of("GROUP_READ_ONLY")), shop);
        assertEquals("PENDING", stranger.orgMembershipStatus());
        assertTrue(users.list(target.acme).isCase("x@other.example"));
        users.removeFromProject(shop, stranger.id());
        refused(404, "USER_NOT_FOUND", () -> users.getInProject(shop, stranger.id()));
        assertTrue(users.list(target.acme).isCase("x@other.example"));
    }

    @Test
    void a_project_shows_the_members_of_its_teams_and_the_owners_of_its_organization_when_asked() {
        String shop = target.project("shop");
        List<String> plain = names(users.listInProject(shop));
        assertEquals(List.of("dana@acme.example", "mira@acme.example", "rafael@acme.example"), plain);
        assertTrue(
                names(users.listInProject(Map.of("flattenTeams", true), shop)).contains("olga@acme.example"));
        assertTrue(names(users.listInProject(Map.of("includeOrgUsers", true), shop))
                .contains("olga@acme.example"));
    }

    @Test
    void a_team_is_made_found_renamed_filled_and_deleted() {
        Team team =
                teams.create(Map.of("name", "Ops + 24/7 100%", "usernames", List.of("dana@acme.example")), target.acme);
        assertEquals(team.id(), teams.byName(target.acme, "Ops + 24/7 100%").id());
        refused(
                409,
                "TEAM_NAME_ALREADY_EXISTS",
                () -> teams.create(
                        Map.of("name", "Ops + 24/7 100%", "usernames", List.of("dana@acme.example")), target.acme));
        refused(
                404,
                "USERNAME_NOT_FOUND",
                () -> teams.create(Map.of("name", "x", "usernames", List.of("nobody@acme.example")), target.acme));
        teams.rename(Map.of("name", "Ops"), target.acme, team.id());
        refused(404, "TEAM_NOT_FOUND", () -> teams.byName(target.acme, "Ops + 24/7 100%"));
        String olga = users.list(target.acme).getAt("olga@acme.example").id();
        OrgUser member = teams.addMember(Map.of("id", olga), target.acme, team.id());
        assertTrue(Objects.requireNonNull(member.teamIds()).contains(team.id()));
        assertEquals(2, teams.members(target.acme, team.id()).size());
        teams.removeMember(Map.of("id", olga), target.acme, team.id());
        refused(404, "USER_NOT_FOUND", () -> teams.removeMember(Map.of("id", olga), target.acme, team.id()));
        teams.delete(target.acme, team.id());
        refused(404, "TEAM_NOT_FOUND", () -> teams.get(target.acme, team.id()));
    }

    @Test
    void a_team_has_roles_in_projects() {
        String mobile = target.project("Mobile");
        String team = teams.byName(target.acme, "Read + Report").id();
        assertEquals(
                List.of("GROUP_READ_ONLY"), teams.getInProject(mobile, team).roleNames());
        teams.updateInProject(Map.of("roleNames", List.of("GROUP_OWNER")), mobile, team);
        assertEquals(List.of("GROUP_OWNER"), teams.getInProject(mobile, team).roleNames());
        teams.removeFromProject(mobile, team);
        refused(404, "TEAM_NOT_FOUND", () -> teams.getInProject(mobile, team));
        teams.addToProject(mobile, List.of(Map.of("teamId", team, "roleNames", List.of("GROUP_READ_ONLY"))));
        assertEquals(2, teams.listInProject(mobile).size());
    }

    @Test
    void a_project_that_moves_takes_its_users_along_and_leaves_teams_and_keys_behind() {
        String shop = target.project("shop");
        List<String> before = names(users.listInProject(shop));
        String rafael = users.list(target.acme).getAt("rafael@acme.example").id();
        target.asAccount().getUsers().remove(target.europe, rafael);
        assertEquals(2, teams.listInProject(shop).size());
        assertEquals(2, target.atlas.getApiKeys().listInProject(shop).size());
        target.asAccount().getProjects().migrate(Map.of("destinationOrgId", target.europe), shop);

        var europe = target.as("ORG_OWNER", "Acme-Europe");
        assertEquals(before, names(europe.getUsers().listInProject(shop)));
        assertEquals(
                List.of("GROUP_READ_ONLY"),
                europe.getUsers().getInProject(shop, rafael).roles());
        assertEquals(
                List.of("ORG_MEMBER"),
                Objects.requireNonNull(
                                europe.getUsers().get(target.europe, rafael).roles())
                        .orgRoles());
        assertEquals(0, europe.getTeams().listInProject(shop).size());
        assertEquals(0, europe.getApiKeys().listInProject(shop).size());
        assertTrue(users.get(target.acme, rafael).roles().groupRoleAssignments().stream()
                .noneMatch(each -> each.groupId().equals(shop)));
        refused(401, "NOT_IN_GROUP", () -> target.as("GROUP_OWNER", "Acme-Cloud")
                .getProjects()
                .get((CharSequence) shop));
    }

    @Test
    void changing_people_takes_the_role_that_the_documentation_names() {
        Users member = target.as("ORG_MEMBER", "Acme-Cloud").getUsers();
        assertTrue(member.list(target.acme).size() > 3);
        refused(
                401,
                "NOT_ORG_OWNER",
                () -> member.invite(
                        Map.of("username", "y@acme.example", "roles", Map.of("orgRoles", List.of("ORG_MEMBER"))),
                        target.acme));
        Users reader = target.as("GROUP_READ_ONLY", "Acme-Cloud").getUsers();
        String shop = target.project("shop");
        assertEquals(3, reader.listInProject(shop).size());
        refused(
                401,
                "USER_UNAUTHORIZED",
                () -> reader.addToProject(Map.of("username", "y@acme.example", "roles", List.of("GROUP_OWNER")), shop));
    }
}
