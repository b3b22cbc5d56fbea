package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listed;
import dev.ferry.api.Listing;
import dev.ferry.api.RequiredRole;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The Atlas projects that the credentials can see. The API calls a project a group.
 *
 * <pre>{@code
 * shop = atlas.projects.create(name: 'shop', orgId: atlas.orgs['Acme-Cloud'].id)
 * }</pre>
 */
public interface Projects extends Listed {
    /**
     * The projects that the credentials can see, in all their organizations.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroups">Atlas Administration API: listGroups</a>
     */
    @GET("api/atlas/v2/groups")
    @ApiVersion("2023-01-01")
    Listing<Project> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
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
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is none with this id
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroup">Atlas Administration API: getGroup</a>
     */
    @GET("api/atlas/v2/groups/{groupId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Project get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupId") String groupId);

    /** The same as {@link #get(Map, String)} without options. */
    // Not a String: Groovy would call it for every property that this interface lacks.
    default Project get(CharSequence groupId) {
        return get(Map.of(), groupId.toString());
    }

    /**
     * The project with this name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupName name of the project, with blanks and signs as they are
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code GROUP_NAME_NOT_FOUND} when there is none with this
     *     name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupbyname">Atlas Administration API: getGroupByName</a>
     */
    @GET("api/atlas/v2/groups/byName/{groupName}")
    @ApiVersion("2023-01-01")
    Project byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupName") String groupName);

    /** The same as {@link #byName(Map, String)} without options. */
    default Project byName(String groupName) {
        return byName(Map.of(), groupName);
    }

    /**
     * Makes a project in an organization.
     *
     * @param body the named arguments: {@code name} its name; {@code orgId} organization that will own it; {@code
     *     tags} labels, each {@code [key: …, value: …]}; {@code withDefaultAlertsSettings} whether it gets the
     *     default alerts; {@code regionUsageRestrictions} regions it may use; Atlas for Government only; {@code
     *     projectOwnerId} user who becomes its owner, else the longest-standing owner of the organization; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @throws dev.ferry.api.http.ErrorAnswerException 409 {@code GROUP_ALREADY_EXISTS} when the organization has
     *     one with this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroup">Atlas Administration API: createGroup</a>
     */
    @POST("api/atlas/v2/groups")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_GROUP_CREATOR")
    Project create(
            @Body
                    @InQuery({"projectOwnerId", "envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "orgId", type = String.class, required = true),
                        @NamedParam(value = "tags", type = List.class),
                        @NamedParam(value = "withDefaultAlertsSettings", type = Boolean.class),
                        @NamedParam(value = "regionUsageRestrictions", type = String.class),
                        @NamedParam(value = "projectOwnerId", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body);

    /**
     * Deletes a project, which must have no clusters. This cannot be undone.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.http.ErrorAnswerException 409 {@code CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS} while it
     *     has clusters
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegroup">Atlas Administration API: deleteGroup</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}")
    @ApiVersion("2023-01-01")
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
            @Path("groupId") String groupId);

    /** The same as {@link #delete(Map, String)} without options. */
    default @Nullable Void delete(String groupId) {
        return delete(Map.of(), groupId);
    }

    /**
     * Moves a project to another organization. Its users move along; the API keys and the teams of the organization
     * it leaves do not. With an API key, the body carries a key of the destination too; a service account must own
     * both organizations.
     *
     * @param body the named arguments: {@code destinationOrgId} organization that will own it; {@code
     *     destinationOrgPublicApiKey} public half of a key that owns the destination; {@code
     *     destinationOrgPrivateApiKey} private half of that key, a string or a secret; {@code envelope} wraps the
     *     answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @return the project in its new organization
     * @throws dev.ferry.api.http.ErrorAnswerException 401 {@code NOT_ORG_OWNER} when either side is not owned; 402
     *     when the destination cannot pay
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-migrategroup">Atlas Administration API: migrateGroup</a>
     */
    @POST("api/atlas/v2/groups/{groupId}:migrate")
    @ApiVersion("2024-05-30")
    @RequiredRole("ORG_OWNER")
    Project migrate(
            @Body
                    @InQuery({"envelope"})
                    @NamedParams({
                        @NamedParam(value = "destinationOrgId", type = String.class, required = true),
                        @NamedParam(value = "destinationOrgPublicApiKey", type = String.class),
                        @NamedParam(value = "destinationOrgPrivateApiKey", type = Object.class),
                        @NamedParam(value = "envelope", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @Path("groupId") String groupId);

    /** The one with this name or id. */
    default Project getAt(String nameOrId) {
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
