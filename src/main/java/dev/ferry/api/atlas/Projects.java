package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listed;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Iterator;
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
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is none with this id
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
            @NameOf(Thing.PROJECT) @Path("groupName") String groupName);

    /** The same as {@link #byName(Map, String)} without options. */
    default Project byName(@NameOf(Thing.PROJECT) String groupName) {
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
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code GROUP_ALREADY_EXISTS} when the organization has
     *     one with this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroup">Atlas Administration API: createGroup</a>
     */
    @POST("api/atlas/v2/groups")
    @IdOf(value = Thing.ORGANIZATION, argument = "orgId")
    @IdOf(value = Thing.USER, argument = "projectOwnerId")
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
                    @OneOf(
                            argument = "regionUsageRestrictions",
                            value = {"COMMERCIAL_FEDRAMP_REGIONS_ONLY", "GOV_REGIONS_ONLY"})
                    Map<String, Object> body);

    /**
     * Deletes a project, which must have no clusters. This cannot be undone.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS} while it
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
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #delete(Map, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.PROJECT) String groupId) {
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
     * @throws dev.ferry.api.failure.ErrorAnswerException 401 {@code NOT_ORG_OWNER} when either side is not owned; 402
     *     when the destination cannot pay
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-migrategroup">Atlas Administration API: migrateGroup</a>
     */
    @POST("api/atlas/v2/groups/{groupId}:migrate")
    @IdOf(value = Thing.ORGANIZATION, argument = "destinationOrgId")
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
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * The settings of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupsettings">Atlas Administration API: getGroupSettings</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/settings")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    ProjectSettings settings(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #settings(Map, String)} without options. */
    default ProjectSettings settings(@IdOf(Thing.PROJECT) String groupId) {
        return settings(Map.of(), groupId);
    }

    /**
     * Changes settings of a project; what is not given stays.
     *
     * @param body the named arguments: {@code isCollectDatabaseSpecificsStatisticsEnabled} statistics of each
     *     database; {@code isDataExplorerEnabled} the data explorer; {@code isDataExplorerGenAIFeaturesEnabled}
     *     generative features of the data explorer; {@code isDataExplorerGenAISampleDocumentPassingEnabled} sample
     *     documents for those features; {@code isDataValidationEnabled} checks of data; {@code
     *     isClusterAiAssistantEnabled} the assistant of clusters; {@code isExtendedStorageSizesEnabled} extended
     *     storage sizes; {@code isNativeRerankingEnabled} reranking of search results; {@code
     *     isPerformanceAdvisorEnabled} the performance advisor; {@code isRealtimePerformancePanelEnabled} the real
     *     time panel; {@code isSchemaAdvisorEnabled} the schema advisor; {@code envelope} wraps the answer with its
     *     status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 401 {@code USER_UNAUTHORIZED} without the role
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupsettings">Atlas Administration API: updateGroupSettings</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/settings")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    ProjectSettings updateSettings(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "isCollectDatabaseSpecificsStatisticsEnabled", type = Boolean.class),
                        @NamedParam(value = "isDataExplorerEnabled", type = Boolean.class),
                        @NamedParam(value = "isDataExplorerGenAIFeaturesEnabled", type = Boolean.class),
                        @NamedParam(value = "isDataExplorerGenAISampleDocumentPassingEnabled", type = Boolean.class),
                        @NamedParam(value = "isDataValidationEnabled", type = Boolean.class),
                        @NamedParam(value = "isClusterAiAssistantEnabled", type = Boolean.class),
                        @NamedParam(value = "isExtendedStorageSizesEnabled", type = Boolean.class),
                        @NamedParam(value = "isNativeRerankingEnabled", type = Boolean.class),
                        @NamedParam(value = "isPerformanceAdvisorEnabled", type = Boolean.class),
                        @NamedParam(value = "isRealtimePerformancePanelEnabled", type = Boolean.class),
                        @NamedParam(value = "isSchemaAdvisorEnabled", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * The limits of a project that are not at their default, and all that can be changed.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgrouplimits">Atlas Administration API: listGroupLimits</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/limits")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    List<ProjectLimit> limits(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #limits(Map, String)} without options. */
    default List<ProjectLimit> limits(@IdOf(Thing.PROJECT) String groupId) {
        return limits(Map.of(), groupId);
    }

    /**
     * One limit of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param limitName name of the limit, such as {@code atlas.project.deployment.clusters}
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_PATH_PARAMETER} when there is no such limit
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgrouplimit">Atlas Administration API: getGroupLimit</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/limits/{limitName}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    ProjectLimit limit(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("limitName") String limitName);

    /** The same as {@link #limit(Map, String, String)} without options. */
    default ProjectLimit limit(@IdOf(Thing.PROJECT) String groupId, String limitName) {
        return limit(Map.of(), groupId, limitName);
    }

    /**
     * Sets a limit of a project, up to its maximum.
     *
     * @param body the named arguments: {@code value} the new value; {@code envelope} wraps the answer with its
     *     status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param limitName name of the limit, such as {@code atlas.project.deployment.clusters}
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the value is above the maximum
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-setgrouplimit">Atlas Administration API: setGroupLimit</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/limits/{limitName}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    ProjectLimit setLimit(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "value", type = Long.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("limitName") String limitName);

    /**
     * Puts a limit of a project back to its default.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param limitName name of the limit, such as {@code atlas.project.deployment.clusters}
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_PATH_PARAMETER} when there is no such limit
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegrouplimit">Atlas Administration API: deleteGroupLimit</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/limits/{limitName}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void deleteLimit(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("limitName") String limitName);

    /** The same as {@link #deleteLimit(Map, String, String)} without options. */
    default @Nullable Void deleteLimit(@IdOf(Thing.PROJECT) String groupId, String limitName) {
        return deleteLimit(Map.of(), groupId, limitName);
    }

    /**
     * The addresses of the clusters of a project, for the rules of firewalls.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupipaddresses">Atlas Administration API: getGroupIpAddresses</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/ipAddresses")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    IpAddresses ipAddresses(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #ipAddresses(Map, String)} without options. */
    default IpAddresses ipAddresses(@IdOf(Thing.PROJECT) String groupId) {
        return ipAddresses(Map.of(), groupId);
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
