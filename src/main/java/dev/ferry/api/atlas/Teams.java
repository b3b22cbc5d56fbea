package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InBody;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The teams of Atlas organizations, their members, and what they may do in projects.
 *
 * <pre>{@code
 * ops = atlas.teams.create(acme.id, name: 'Migration', usernames: ['mira@acme.example'])
 * atlas.teams.addToProject(shop.id, [[teamId: ops.id, roleNames: ['GROUP_OWNER']]])
 * }</pre>
 */
public interface Teams {
    /**
     * The teams of an organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgteams">Atlas Administration API: listOrgTeams</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/teams")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Listing<Team> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Team> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One team.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgteam">Atlas Administration API: getOrgTeam</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Team get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Team get(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.TEAM) String teamId) {
        return get(Map.of(), orgId, teamId);
    }

    /**
     * The team with this name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamName name of the team, with blanks and signs as they are
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgteambyname">Atlas Administration API: getOrgTeamByName</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/teams/byName/{teamName}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Team byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @NameOf(Thing.TEAM) @Path("teamName") String teamName);

    /** The same as {@link #byName(Map, String, String)} without options. */
    default Team byName(@IdOf(Thing.ORGANIZATION) String orgId, @NameOf(Thing.TEAM) String teamName) {
        return byName(Map.of(), orgId, teamName);
    }

    /**
     * Makes a team of users that the organization has.
     *
     * @param body the named arguments: {@code name} its name; {@code usernames} addresses of its first members, at
     *     least one; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 when the organization
     *     has one with this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgteam">Atlas Administration API: createOrgTeam</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/teams")
    @NameOf(value = Thing.USER, argument = "usernames")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    Team create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "usernames", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Gives a team another name.
     *
     * @param body the named arguments: {@code name} the new name; {@code envelope} wraps the answer with its
     *     status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-renameorgteam">Atlas Administration API: renameOrgTeam</a>
     */
    @PATCH("api/atlas/v2/orgs/{orgId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    Team rename(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /**
     * Deletes a team. Its members stay in the organization, and lose the roles that they had through it.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgteam">Atlas Administration API: deleteOrgTeam</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    @Nullable
    Void delete(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.TEAM) String teamId) {
        return delete(Map.of(), orgId, teamId);
    }

    /**
     * The members of a team.
     *
     * @param options the named arguments: {@code username} only the one with this address; {@code
     *     orgMembershipStatus} only those in this state: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code orgMembershipStatuses} only those in one of
     *     these states; not together with {@code orgMembershipStatus}: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code userId} only the one with this id; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first
     *     page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgteamusers">Atlas Administration API: listOrgTeamUsers</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/teams/{teamId}/users")
    @NameOf(value = Thing.USER, argument = "username")
    @IdOf(value = Thing.USER, argument = "userId")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_MEMBER")
    Listing<OrgUser> members(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "username", type = String.class),
                        @NamedParam(value = "orgMembershipStatus", type = String.class),
                        @NamedParam(value = "orgMembershipStatuses", type = List.class),
                        @NamedParam(value = "userId", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    @OneOf(
                            argument = "orgMembershipStatus",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    @OneOf(
                            argument = "orgMembershipStatuses",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #members(Map, String, String)} without options. */
    default Listing<OrgUser> members(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.TEAM) String teamId) {
        return members(Map.of(), orgId, teamId);
    }

    /**
     * Adds a user to a team.
     *
     * @param body the named arguments: {@code id} user, 24 hexadecimal digits; {@code envelope} wraps the answer
     *     with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addorgteamuser">Atlas Administration API: addOrgTeamUser</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/teams/{teamId}:addUser")
    @IdOf(value = Thing.USER, argument = "id")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser addMember(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "id", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /**
     * Removes a user from a team.
     *
     * @param body the named arguments: {@code id} user, 24 hexadecimal digits; {@code envelope} wraps the answer
     *     with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the team has no such user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removeorgteamuser">Atlas Administration API: removeOrgTeamUser</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/teams/{teamId}:removeUser")
    @IdOf(value = Thing.USER, argument = "id")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser removeMember(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "id", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /**
     * The teams that have roles in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupteams">Atlas Administration API: listGroupTeams</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/teams")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<ProjectTeam> listInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #listInProject(Map, String)} without options. */
    default Listing<ProjectTeam> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }

    /**
     * The roles of one team in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the team has no role in the
     *     project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupteam">Atlas Administration API: getGroupTeam</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    ProjectTeam getInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #getInProject(Map, String, String)} without options. */
    default ProjectTeam getInProject(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.TEAM) String teamId) {
        return getInProject(Map.of(), groupId, teamId);
    }

    /**
     * Gives teams roles in a project; its other teams stay.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param teams one map a team: {@code teamId} and {@code roleNames}
     * @return all teams of the project
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has no such
     *     team
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addgroupteams">Atlas Administration API: addGroupTeams</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/teams")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    Listing<ProjectTeam> addToProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Body List<Map<String, Object>> teams);

    /** The same as {@link #addToProject(Map, String, List)} without options. */
    default Listing<ProjectTeam> addToProject(@IdOf(Thing.PROJECT) String groupId, List<Map<String, Object>> teams) {
        return addToProject(Map.of(), groupId, teams);
    }

    /**
     * Sets the roles of a team in a project.
     *
     * @param body the named arguments: {@code roleNames} roles in the project, such as {@code GROUP_READ_ONLY};
     *     {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @return all teams of the project
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the team has no role in the
     *     project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupteam">Atlas Administration API: updateGroupTeam</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    Listing<ProjectTeam> updateInProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "roleNames", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.TEAM) @Path("teamId") @InBody String teamId);

    /**
     * Takes all roles in a project from a team.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the team has no role in the
     *     project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removegroupteam">Atlas Administration API: removeGroupTeam</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/teams/{teamId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    @Nullable
    Void removeFromProject(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #removeFromProject(Map, String, String)} without options. */
    default @Nullable Void removeFromProject(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.TEAM) String teamId) {
        return removeFromProject(Map.of(), groupId, teamId);
    }
}
