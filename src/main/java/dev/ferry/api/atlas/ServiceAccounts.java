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
 * The service accounts of Atlas organizations: they log in by OAuth, with secrets that expire.
 *
 * <pre>{@code
 * robot = atlas.serviceAccounts.create(acme.id, name: 'mover', description: 'moves projects',
 *         roles: ['ORG_OWNER'], secretExpiresAfterHours: 8)
 * robot.secrets[0].secret         // shown once
 * }</pre>
 */
public interface ServiceAccounts {
    /**
     * The service accounts of an organization.
     *
     * @param options the named arguments: {@code includeSystemManaged} whether accounts are listed that Atlas made
     *     itself; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code
     *     pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgserviceaccounts">Atlas Administration API: listOrgServiceAccounts</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/serviceAccounts")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_READ_ONLY")
    Listing<ServiceAccount> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "includeSystemManaged", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<ServiceAccount> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgserviceaccount">Atlas Administration API: getOrgServiceAccount</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_READ_ONLY")
    ServiceAccount get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default ServiceAccount get(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return get(Map.of(), orgId, clientId);
    }

    /**
     * Makes a service account with one secret. This answer is the only one that holds the secret.
     *
     * @param body the named arguments: {@code name} its name; {@code description} what it is for; {@code roles}
     *     roles in the organization: {@code ORG_MEMBER}, {@code ORG_READ_ONLY}, {@code ORG_BILLING_ADMIN}, {@code
     *     ORG_BILLING_READ_ONLY}, {@code ORG_STREAM_PROCESSING_ADMIN}, {@code ORG_GROUP_CREATOR} or {@code
     *     ORG_OWNER}; {@code secretExpiresAfterHours} life of its first secret, hours; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when a role or the life of the secret is not allowed
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgserviceaccount">Atlas Administration API: createOrgServiceAccount</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/serviceAccounts")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    ServiceAccount create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "description", type = String.class, required = true),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "secretExpiresAfterHours", type = Integer.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "roles",
                            value = {
                                "ORG_MEMBER",
                                "ORG_READ_ONLY",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_GROUP_CREATOR",
                                "ORG_OWNER"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Changes the name, the description or the roles of a service account.
     *
     * @param body the named arguments: {@code name} its name; {@code description} what it is for; {@code roles}
     *     roles in the organization, in place of those it has: {@code ORG_MEMBER}, {@code ORG_READ_ONLY}, {@code
     *     ORG_BILLING_ADMIN}, {@code ORG_BILLING_READ_ONLY}, {@code ORG_STREAM_PROCESSING_ADMIN}, {@code
     *     ORG_GROUP_CREATOR} or {@code ORG_OWNER}; {@code envelope} wraps the answer with its status; {@code
     *     pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updateorgserviceaccount">Atlas Administration API: updateOrgServiceAccount</a>
     */
    @PATCH("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    ServiceAccount update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "description", type = String.class),
                        @NamedParam(value = "roles", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "roles",
                            value = {
                                "ORG_MEMBER",
                                "ORG_READ_ONLY",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_GROUP_CREATOR",
                                "ORG_OWNER"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /**
     * Deletes a service account. Its tokens end at once.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgserviceaccount">Atlas Administration API: deleteOrgServiceAccount</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return delete(Map.of(), orgId, clientId);
    }

    /**
     * The projects in which a service account has roles.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgserviceaccountgroups">Atlas Administration API: getOrgServiceAccountGroups</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/groups")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_READ_ONLY")
    Listing<ServiceAccountProject> projects(
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #projects(Map, String, String)} without options. */
    default Listing<ServiceAccountProject> projects(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return projects(Map.of(), orgId, clientId);
    }

    /**
     * Makes another secret for a service account. This answer is the only one that holds it.
     *
     * @param body the named arguments: {@code secretExpiresAfterHours} its life, hours; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the account has as many secrets as it may
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgserviceaccountsecret">Atlas Administration API: createOrgServiceAccountSecret</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/secrets")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    ServiceAccountSecret createSecret(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "secretExpiresAfterHours", type = Integer.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /**
     * Deletes a secret of a service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param secretId secret, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when the account has no such secret
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgserviceaccountsecret">Atlas Administration API: deleteOrgServiceAccountSecret</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    @Nullable
    Void deleteSecret(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId,
            @Path("secretId") String secretId);

    /** The same as {@link #deleteSecret(Map, String, String, String)} without options. */
    default @Nullable Void deleteSecret(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId, String secretId) {
        return deleteSecret(Map.of(), orgId, clientId, secretId);
    }

    /**
     * From where a service account may be used.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgserviceaccountaccesslist">Atlas Administration API: listOrgServiceAccountAccessList</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_READ_ONLY")
    Listing<ServiceAccountAccessEntry> accessList(
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #accessList(Map, String, String)} without options. */
    default Listing<ServiceAccountAccessEntry> accessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return accessList(Map.of(), orgId, clientId);
    }

    /**
     * Adds entries to the access list of a service account; those it has stay.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param entries one map an entry: {@code ipAddress} or {@code cidrBlock}
     * @return the whole list
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when an entry is ill-formed; 409 when the list has it
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgserviceaccountaccesslist">Atlas Administration API: createOrgServiceAccountAccessList</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    Listing<ServiceAccountAccessEntry> addToAccessList(
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId,
            @Body List<Map<String, Object>> entries);

    /** The same as {@link #addToAccessList(Map, String, String, List)} without options. */
    default Listing<ServiceAccountAccessEntry> addToAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) String clientId,
            List<Map<String, Object>> entries) {
        return addToAccessList(Map.of(), orgId, clientId, entries);
    }

    /**
     * Removes an entry from the access list of a service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param ipAddress address or block of the entry, such as {@code 203.0.113.0/24}
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when the list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorgserviceaccountaccesslistentry">Atlas Administration API: deleteOrgServiceAccountAccessListEntry</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId,
            @Path("ipAddress") String ipAddress);

    /** The same as {@link #removeFromAccessList(Map, String, String, String)} without options. */
    default @Nullable Void removeFromAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId, String ipAddress) {
        return removeFromAccessList(Map.of(), orgId, clientId, ipAddress);
    }

    /**
     * The service accounts that have roles in a project.
     *
     * @param options the named arguments: {@code includeSystemManaged} whether accounts are listed that Atlas made
     *     itself; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code
     *     pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupserviceaccounts">Atlas Administration API: listGroupServiceAccounts</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/serviceAccounts")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<ServiceAccount> listInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "includeSystemManaged", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #listInProject(Map, String)} without options. */
    default Listing<ServiceAccount> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }

    /**
     * One service account, with its roles in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupserviceaccount">Atlas Administration API: getGroupServiceAccount</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    ServiceAccount getInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #getInProject(Map, String, String)} without options. */
    default ServiceAccount getInProject(
            @IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return getInProject(Map.of(), groupId, clientId);
    }

    /**
     * Gives a service account of the organization roles in a project.
     *
     * @param body the named arguments: {@code roles} roles in the project, such as {@code GROUP_READ_ONLY}; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-invitegroupserviceaccount">Atlas Administration API: inviteGroupServiceAccount</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}:invite")
    @ApiVersion("2024-08-05")
    @RequiredRole("ORG_OWNER")
    ServiceAccount invite(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /**
     * Sets the roles of a service account in a project.
     *
     * @param body the named arguments: {@code name} its name; {@code description} what it is for; {@code roles}
     *     roles in the project, such as {@code GROUP_READ_ONLY}, in place of those it has; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupserviceaccount">Atlas Administration API: updateGroupServiceAccount</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_OWNER")
    ServiceAccount updateInProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "description", type = String.class),
                        @NamedParam(value = "roles", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /**
     * Takes all roles in a project from a service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clientId service account, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when there is no such
     *     account
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegroupserviceaccount">Atlas Administration API: deleteGroupServiceAccount</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/serviceAccounts/{clientId}")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void removeFromProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /** The same as {@link #removeFromProject(Map, String, String)} without options. */
    default @Nullable Void removeFromProject(
            @IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return removeFromProject(Map.of(), groupId, clientId);
    }
}
