package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The teams of organizations of the source, and their roles in projects.
 */
public interface Teams {
    /**
     * The teams of an organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API: teams</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/teams")
    Listing<Team> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
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
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has none with
     *     this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API: teams</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/teams/{teamId}")
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
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param name name of the team, with blanks and signs as they are
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API: teams</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/teams/byName/{name}")
    Team byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @NameOf(Thing.TEAM) @Path("name") String name);

    /** The same as {@link #byName(Map, String, String)} without options. */
    default Team byName(@IdOf(Thing.ORGANIZATION) String orgId, @NameOf(Thing.TEAM) String name) {
        return byName(Map.of(), orgId, name);
    }

    /**
     * The users of a team.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param teamId team, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code TEAM_NOT_FOUND} when the organization has none with
     *     this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API: teams</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/teams/{teamId}/users")
    Listing<User> members(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.TEAM) @Path("teamId") String teamId);

    /** The same as {@link #members(Map, String, String)} without options. */
    default Listing<User> members(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.TEAM) String teamId) {
        return members(Map.of(), orgId, teamId);
    }

    /**
     * The teams that a project knows, with the roles they have in it.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/teams/">Cloud Manager API: teams</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/teams")
    Listing<TeamRoles> listInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #listInProject(Map, String)} without options. */
    default Listing<TeamRoles> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }
}
