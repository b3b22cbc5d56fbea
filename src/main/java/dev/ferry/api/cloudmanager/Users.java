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
 * The people who use Cloud Manager or Ops Manager.
 */
public interface Users {
    /**
     * The users of an organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-all-users/">Cloud Manager API: get all users of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/users")
    Listing<User> list(
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
    default Listing<User> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * The users of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/get-all-users-in-one-group/">Cloud Manager API: get all users of one project</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/users")
    Listing<User> listInProject(
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
    default Listing<User> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }

    /**
     * One user. The caller administers users, or is the user.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when there is none with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/user-get-by-id/">Cloud Manager API: get a user by id</a>
     */
    @GET("api/public/v1.0/users/{userId}")
    User get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /** The same as {@link #get(Map, String)} without options. */
    // Not a String: Groovy would call it for every property that this interface lacks.
    default User get(@IdOf(Thing.USER) CharSequence userId) {
        return get(Map.of(), userId.toString());
    }

    /**
     * The user with this name. The caller administers users, or is the user.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param username name the user logs in with
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USERNAME_NOT_FOUND} when there is none with this name
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/user-get-by-name/">Cloud Manager API: get a user by name</a>
     */
    @GET("api/public/v1.0/users/byName/{username}")
    User byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @NameOf(Thing.USER) @Path("username") String username);

    /** The same as {@link #byName(Map, String)} without options. */
    default User byName(@NameOf(Thing.USER) String username) {
        return byName(Map.of(), username);
    }
}
