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
 * The programmatic API keys of organizations of the source, and the addresses from which each may be used.
 *
 * <pre>{@code
 * key = cm.apiKeys.create(desc: 'migration', roles: ['ORG_OWNER'], org.id)
 * cm.apiKeys.addToAccessList(org.id, key.id, [[ipAddress: '203.0.113.10']])
 * }</pre>
 */
public interface ApiKeys {
    /**
     * The API keys of an organization, their private halves redacted.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/get-all-org-api-keys/">Cloud Manager API: get all API keys of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/apiKeys")
    Listing<ApiKey> list(
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
    default Listing<ApiKey> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One API key, its private half redacted.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when the organization has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/get-one-org-api-key/">Cloud Manager API: get one API key of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}")
    ApiKey get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default ApiKey get(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiKeyId) {
        return get(Map.of(), orgId, apiKeyId);
    }

    /**
     * Makes an API key.
     *
     * @param body the named arguments: {@code desc} what it is for, 1 to 250 characters; {@code roles} names of roles
     *     in the organization, at least one; {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @return the key with its whole private half, which no later call returns
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code INVALID_ROLE_FOR_ORG} when a role is none of an
     *     organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/create-one-org-api-key/">Cloud Manager API: create one API key of an organization</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/apiKeys")
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
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Changes what an API key is for, or its roles.
     *
     * @param body the named arguments: {@code desc} what it is for, 1 to 250 characters; {@code roles} names of roles
     *     in the organization, in place of those it has; {@code envelope} wraps the answer with its status; {@code
     *     pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when the organization has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/update-one-org-api-key/">Cloud Manager API: update one API key of an organization</a>
     */
    @PATCH("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}")
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
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId);

    /**
     * Deletes an API key. Whoever uses it is locked out at once.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when the organization has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-api-keys/">Cloud Manager API: API keys of an organization</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}")
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
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiKeyId) {
        return delete(Map.of(), orgId, apiKeyId);
    }

    /**
     * The addresses from which an API key may be used. Only its owner may: the key itself, or an owner of the
     * organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code API_KEY_NOT_FOUND} when the organization has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-api-key-access-lists/">Cloud Manager API: access lists of API keys</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}/accessList")
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
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId);

    /** The same as {@link #accessList(Map, String, String)} without options. */
    default Listing<ApiAccessEntry> accessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiKeyId) {
        return accessList(Map.of(), orgId, apiKeyId);
    }

    /**
     * One entry of the access list of an API key. Only its owner may: the key itself, or an owner of the organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @param ipAddress the address, or a range in CIDR notation
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when the list has no such entry
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-api-key-access-lists/">Cloud Manager API: access lists of API keys</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}/accessList/{ipAddress}")
    ApiAccessEntry accessListEntry(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId,
            @Path("ipAddress") String ipAddress);

    /** The same as {@link #accessListEntry(Map, String, String, String)} without options. */
    default ApiAccessEntry accessListEntry(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiKeyId, String ipAddress) {
        return accessListEntry(Map.of(), orgId, apiKeyId, ipAddress);
    }

    /**
     * Adds entries to the access list of an API key; those it has stay. Only its owner may: the key itself, or an
     * owner of the organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @param entries one map an entry: either {@code ipAddress} or {@code cidrBlock}
     * @return the whole list
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when an entry names no address or an ill-formed one
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/api-keys/org/create-org-api-key-access-list/">Cloud Manager API: create access list entries of an API key</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}/accessList")
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
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId,
            @Body List<Map<String, Object>> entries);

    /** The same as {@link #addToAccessList(Map, String, String, List)} without options. */
    default Listing<ApiAccessEntry> addToAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId,
            @IdOf(Thing.API_KEY) String apiKeyId,
            List<Map<String, Object>> entries) {
        return addToAccessList(Map.of(), orgId, apiKeyId, entries);
    }

    /**
     * Takes an entry off the access list of an API key. Only its owner may: the key itself, or an owner of the
     * organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param apiKeyId API key, 24 hexadecimal digits
     * @param ipAddress the address, or a range in CIDR notation
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when the list has no such entry
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-api-key-access-lists/">Cloud Manager API: access lists of API keys</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/apiKeys/{apiKeyId}/accessList/{ipAddress}")
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
            @IdOf(Thing.API_KEY) @Path("apiKeyId") String apiKeyId,
            @Path("ipAddress") String ipAddress);

    /** The same as {@link #removeFromAccessList(Map, String, String, String)} without options. */
    default @Nullable Void removeFromAccessList(
            @IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.API_KEY) String apiKeyId, String ipAddress) {
        return removeFromAccessList(Map.of(), orgId, apiKeyId, ipAddress);
    }
}
