package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
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
 * The API keys of Atlas organizations: who they are, what they may do, and from where.
 *
 * <pre>{@code
 * key = atlas.apiKeys.create(acme.id, desc: 'move', roles: ['ORG_OWNER'])     // key.privateKey is shown once
 * atlas.apiKeys.addToAccessList(acme.id, key.id, [[ipAddress: '203.0.113.10']])
 * }</pre>
 */
public interface ApiKeys {
    /**
     * The API keys of an organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgapikeys">Atlas Administration API: listOrgApiKeys</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/apiKeys")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Listing<ApiKey> list(
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
    default Listing<ApiKey> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One API key.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgapikey">Atlas Administration API: getOrgApiKey</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    ApiKey get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default ApiKey get(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiUserId) {
        return get(Map.of(), orgId, apiUserId);
    }

    /**
     * Makes an API key in an organization. This answer is the only one that holds its private half.
     *
     * @param body the named arguments: {@code desc} what it is for, at most 250 characters; {@code roles} roles in
     *     the organization: {@code ORG_OWNER}, {@code ORG_MEMBER}, {@code ORG_GROUP_CREATOR}, {@code
     *     ORG_BILLING_ADMIN}, {@code ORG_BILLING_READ_ONLY}, {@code ORG_STREAM_PROCESSING_ADMIN} or {@code
     *     ORG_READ_ONLY}; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_ROLE_FOR_ORG} for a role that
     *     organizations do not have
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgapikey">Atlas Administration API: createOrgApiKey</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/apiKeys")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    ApiKey create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "desc", type = String.class, required = true),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "roles",
                            value = {
                                "ORG_OWNER",
                                "ORG_MEMBER",
                                "ORG_GROUP_CREATOR",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_READ_ONLY"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Changes the description or the roles of an API key.
     *
     * @param body the named arguments: {@code desc} what it is for, at most 250 characters; {@code roles} roles in
     *     the organization, in place of those it has: {@code ORG_OWNER}, {@code ORG_MEMBER}, {@code
     *     ORG_GROUP_CREATOR}, {@code ORG_BILLING_ADMIN}, {@code ORG_BILLING_READ_ONLY}, {@code
     *     ORG_STREAM_PROCESSING_ADMIN} or {@code ORG_READ_ONLY}; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updateorgapikey">Atlas Administration API: updateOrgApiKey</a>
     */
    @PATCH("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    ApiKey update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "desc", type = String.class),
                        @NamedParam(value = "roles", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "roles",
                            value = {
                                "ORG_OWNER",
                                "ORG_MEMBER",
                                "ORG_GROUP_CREATOR",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_READ_ONLY"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /**
     * Deletes an API key, at once and for all projects.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgapikey">Atlas Administration API: deleteOrgApiKey</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}")
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
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiUserId) {
        return delete(Map.of(), orgId, apiUserId);
    }

    /**
     * The API keys that have roles in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupapikeys">Atlas Administration API: listGroupApiKeys</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/apiKeys")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<ApiKey> listInProject(
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
    default Listing<ApiKey> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }

    /**
     * Makes an API key in the organization of a project, with roles in that project. This answer is the only one
     * that holds its private half.
     *
     * @param body the named arguments: {@code desc} what it is for, at most 250 characters; {@code roles} roles in
     *     the project, such as {@code GROUP_READ_ONLY}; {@code envelope} wraps the answer with its status; {@code
     *     pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_ROLE_FOR_GROUP} for a role that projects
     *     do not have
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroupapikey">Atlas Administration API: createGroupApiKey</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/apiKeys")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    ApiKey createInProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "desc", type = String.class, required = true),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Gives a key of the organization roles in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @param roles one map: {@code [roles: […]]} with roles in the project, such as {@code GROUP_READ_ONLY}
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addgroupapikey">Atlas Administration API: addGroupApiKey</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void assign(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId,
            @Body List<Map<String, Object>> roles);

    /** The same as {@link #assign(Map, String, String, List)} without options. */
    default @Nullable Void assign(
            @IdOf(Thing.PROJECT) String groupId,
            @IdOf(Thing.API_KEY) String apiUserId,
            List<Map<String, Object>> roles) {
        return assign(Map.of(), groupId, apiUserId, roles);
    }

    /**
     * Sets what a key may do in a project.
     *
     * @param body the named arguments: {@code desc} what it is for, at most 250 characters; {@code roles} roles in
     *     the project, in place of those it has; {@code envelope} wraps the answer with its status; {@code pretty}
     *     asks for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page,
     *     1 to 500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupapikeyroles">Atlas Administration API: updateGroupApiKeyRoles</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    ApiKey updateInProject(
            @Body
                    @InQuery({"envelope", "pretty", "pageNum", "itemsPerPage", "includeCount"})
                    @NamedParams({
                        @NamedParam(value = "desc", type = String.class),
                        @NamedParam(value = "roles", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /**
     * Takes all roles in a project from a key. The key stays.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removegroupapikey">Atlas Administration API: removeGroupApiKey</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/apiKeys/{apiUserId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    @Nullable
    Void unassign(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /** The same as {@link #unassign(Map, String, String)} without options. */
    default @Nullable Void unassign(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.API_KEY) String apiUserId) {
        return unassign(Map.of(), groupId, apiUserId);
    }

    /**
     * From where a key may be used.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when there is no such key
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgapikeyaccesslistentries">Atlas Administration API: listOrgApiKeyAccessListEntries</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Listing<ApiKeyAccessEntry> accessList(
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
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId);

    /** The same as {@link #accessList(Map, String, String)} without options. */
    default Listing<ApiKeyAccessEntry> accessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiUserId) {
        return accessList(Map.of(), orgId, apiUserId);
    }

    /**
     * One entry of the access list of a key, with its use.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @param ipAddress address or block of the entry, such as {@code 203.0.113.0/24}
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND} when the
     *     list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgapikeyaccesslistentry">Atlas Administration API: getOrgApiKeyAccessListEntry</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    ApiKeyAccessEntry accessListEntry(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId,
            @Path("ipAddress") String ipAddress);

    /** The same as {@link #accessListEntry(Map, String, String, String)} without options. */
    default ApiKeyAccessEntry accessListEntry(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiUserId, String ipAddress) {
        return accessListEntry(Map.of(), orgId, apiUserId, ipAddress);
    }

    /**
     * Adds entries to the access list of a key; those it has stay.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @param entries one map an entry: {@code ipAddress} or {@code cidrBlock}
     * @return the whole list
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when an entry is ill-formed; 409 when the list has it
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgapikeyaccesslistentry">Atlas Administration API: createOrgApiKeyAccessListEntry</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList")
    @ApiVersion("2023-01-01")
    Listing<ApiKeyAccessEntry> addToAccessList(
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
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId,
            @Body List<Map<String, Object>> entries);

    /** The same as {@link #addToAccessList(Map, String, String, List)} without options. */
    default Listing<ApiKeyAccessEntry> addToAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId,
            @IdOf(Thing.API_KEY) String apiUserId,
            List<Map<String, Object>> entries) {
        return addToAccessList(Map.of(), orgId, apiUserId, entries);
    }

    /**
     * Removes an entry from the access list of a key.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiUserId API key, 24 hexadecimal digits
     * @param ipAddress address or block of the entry, such as {@code 203.0.113.0/24}
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND} when the
     *     list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgapikeyaccesslistentry">Atlas Administration API: deleteOrgApiKeyAccessListEntry</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}")
    @ApiVersion("2023-01-01")
    @Nullable
    Void removeFromAccessList(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiUserId") String apiUserId,
            @Path("ipAddress") String ipAddress);

    /** The same as {@link #removeFromAccessList(Map, String, String, String)} without options. */
    default @Nullable Void removeFromAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiUserId, String ipAddress) {
        return removeFromAccessList(Map.of(), orgId, apiUserId, ipAddress);
    }
}
