package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listed;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Iterator;
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
 * The projects of the source that the credentials can see. The API calls a project a group.
 */
public interface Projects extends Listed {
    /**
     * The projects that the credentials can see, in all their organizations.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/get-all-groups-for-current-user/">Cloud Manager API: get all projects</a>
     */
    @GET("api/public/v1.0/groups")
    Listing<Project> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #list(Map)} without options. */
    @Override
    default Listing<Project> list() {
        return list(Map.of());
    }

    /**
     * One project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is none with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/get-one-group-by-id/">Cloud Manager API: get one project by id</a>
     */
    @GET("api/public/v1.0/groups/{groupId}")
    Project get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #get(Map, String)} without options. */
    // Not a String: Groovy would call it for every property that this interface lacks.
    default Project get(@IdOf(Thing.PROJECT) CharSequence groupId) {
        return get(Map.of(), groupId.toString());
    }

    /**
     * The project with this name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupName name of the project, with blanks and signs as they are
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NAME_NOT_FOUND} when there is none with this
     *     name
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/get-one-group-by-name/">Cloud Manager API: get one project by name</a>
     */
    @GET("api/public/v1.0/groups/byName/{groupName}")
    Project byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @NameOf(Thing.PROJECT) @Path("groupName") String groupName);

    /** The same as {@link #byName(Map, String)} without options. */
    default Project byName(@NameOf(Thing.PROJECT) String groupName) {
        return byName(Map.of(), groupName);
    }

    /**
     * Makes a project.
     *
     * @param body the named arguments: {@code name} its name; {@code orgId} organization it is to belong to, 24
     *     hexadecimal digits; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code GROUP_ALREADY_EXISTS} when the organization has one
     *     with this name
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/">Cloud Manager API: projects</a>
     */
    @POST("api/public/v1.0/groups")
    @IdOf(value = Thing.ORGANIZATION, argument = "orgId")
    @RequiredRole("ORG_GROUP_CREATOR")
    Project create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "orgId", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body);

    /**
     * Gives a project another name.
     *
     * @param body the named arguments: {@code name} its new name; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code GROUP_ALREADY_EXISTS} when the organization has one
     *     with this name
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/change-one-group-name/">Cloud Manager API: change the name of one project</a>
     */
    @PATCH("api/public/v1.0/groups/{groupId}")
    @RequiredRole("GROUP_OWNER")
    Project rename(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Deletes a project. Its deployments run on, unmanaged and without backup.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code CANNOT_CLOSE_GROUP_ACTIVE_BACKUP} while something in
     *     it is backed up
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/groups/">Cloud Manager API: projects</a>
     */
    @DELETE("api/public/v1.0/groups/{groupId}")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void delete(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #delete(Map, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.PROJECT) String groupId) {
        return delete(Map.of(), groupId);
    }

    /** The one with this name or id. */
    default Project getAt(@NameOf(Thing.PROJECT) String nameOrId) {
        return list().getAt(nameOrId);
    }

    /** The one at this position, counted from 0; negative positions count from the end. */
    default Project getAt(int index) {
        return list().getAt(index);
    }

    /** Whether there is one with this name or id: what Groovy's {@code in} asks. */
    default boolean isCase(Object nameOrId) {
        return list().isCase(nameOrId);
    }

    /** All of them, page by page. */
    default Iterator<Project> iterator() {
        return list().iterator();
    }
}
