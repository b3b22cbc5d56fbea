package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
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
 * The service accounts of organizations of the source. Cloud Manager calls them a preview; Ops Manager has none.
 */
public interface ServiceAccounts {
    /**
     * The service accounts of an organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/serviceAccounts")
    Listing<ServiceAccount> list(
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
    default Listing<ServiceAccount> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}")
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
     * Makes a service account with one secret.
     *
     * @param body the named arguments: {@code name} its name: letters, digits, blanks and {@code . ' , _ -}; {@code
     *     description} what it is for, 1 to 250 of the same characters; {@code secretExpiresAfterHours} hours until
     *     its secret ends; {@code roles} names of roles in the organization, at least one; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @return the account with its whole secret, which no later call returns
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_ROLE_FOR_ORG} when a role is none of an
     *     organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/serviceAccounts")
    @RequiredRole({"ORG_OWNER", "ORG_USER_ADMIN"})
    ServiceAccount create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "description", type = String.class, required = true),
                        @NamedParam(value = "secretExpiresAfterHours", type = Integer.class, required = true),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Changes what a service account is called or for, or its roles.
     *
     * @param body the named arguments: {@code name} its name; {@code description} what it is for; {@code roles} names
     *     of roles in the organization, in place of those it has; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @PATCH("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}")
    @RequiredRole({"ORG_OWNER", "ORG_USER_ADMIN"})
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
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId);

    /**
     * Deletes a service account. Whoever uses it is locked out.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}")
    @RequiredRole({"ORG_OWNER", "ORG_USER_ADMIN"})
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
     * Makes another secret for a service account; those it has stay good.
     *
     * @param body the named arguments: {@code secretExpiresAfterHours} hours until it ends; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @return the secret, which no later call returns
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/secrets")
    @RequiredRole({"ORG_OWNER", "ORG_USER_ADMIN"})
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
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param secretId secret, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API: service accounts of an organization</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}")
    @RequiredRole({"ORG_OWNER", "ORG_USER_ADMIN"})
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
     * The addresses from which a service account may be used.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SERVICE_ACCOUNT_NOT_FOUND} when the organization has
     *     none with this client id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-account-access-lists/">Cloud Manager API: access lists of service accounts</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/accessList")
    Listing<ApiAccessEntry> accessList(
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

    /** The same as {@link #accessList(Map, String, String)} without options. */
    default Listing<ApiAccessEntry> accessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.SERVICE_ACCOUNT) String clientId) {
        return accessList(Map.of(), orgId, clientId);
    }

    /**
     * Adds entries to the access list of a service account; those it has stay.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param entries one map an entry: either {@code ipAddress} or {@code cidrBlock}
     * @return the whole list
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when an entry names no address or an ill-formed one
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-account-access-lists/">Cloud Manager API: access lists of service accounts</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/accessList")
    @RequiredRole("ORG_OWNER")
    Listing<ApiAccessEntry> addToAccessList(
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
            @IdOf(Thing.SERVICE_ACCOUNT) @Path("clientId") String clientId,
            @Body List<Map<String, Object>> entries);

    /** The same as {@link #addToAccessList(Map, String, String, List)} without options. */
    default Listing<ApiAccessEntry> addToAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId,
            @IdOf(Thing.SERVICE_ACCOUNT) String clientId,
            List<Map<String, Object>> entries) {
        return addToAccessList(Map.of(), orgId, clientId, entries);
    }

    /**
     * Takes an entry off the access list of a service account.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param clientId client id, {@code mdb_sa_id_} and 24 hexadecimal digits
     * @param ipAddress the address, or a range in CIDR notation
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when the list has no such entry
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-account-access-lists/">Cloud Manager API: access lists of service accounts</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}")
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
}
