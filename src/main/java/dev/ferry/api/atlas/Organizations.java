package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
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
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The Atlas organizations that the credentials can see.
 */
public interface Organizations extends Listed {
    /**
     * The organizations that the credentials can see. An API key sees its own.
     *
     * @param options the named arguments: {@code name} only those whose name starts with this, in any case; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first
     *     page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code includeCount} whether the
     *     answer counts all results
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgs">Atlas Administration API: listOrgs</a>
     */
    @GET("api/atlas/v2/orgs")
    @NameOf(value = Thing.ORGANIZATION, argument = "name")
    @ApiVersion("2023-01-01")
    Listing<Organization> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #list(Map)} without options. */
    @Override
    default Listing<Organization> list() {
        return list(Map.of());
    }

    /**
     * One organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is none with this id
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorg">Atlas Administration API: getOrg</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Organization get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #get(Map, String)} without options. */
    // Not a String: Groovy would call it for every property that this interface lacks.
    default Organization get(@IdOf(Thing.ORGANIZATION) CharSequence orgId) {
        return get(Map.of(), orgId.toString());
    }

    /**
     * The projects of an organization.
     *
     * @param options the named arguments: {@code name} only those whose name starts with this, in any case; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first
     *     page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code includeCount} whether the
     *     answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorggroups">Atlas Administration API: getOrgGroups</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/groups")
    @NameOf(value = Thing.PROJECT, argument = "name")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    Listing<Project> projects(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #projects(Map, String)} without options. */
    default Listing<Project> projects(@IdOf(Thing.ORGANIZATION) String orgId) {
        return projects(Map.of(), orgId);
    }

    /**
     * The settings of an organization. They may be read ten times at once, then five times a minute.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgsettings">Atlas Administration API: getOrgSettings</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/settings")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    OrganizationSettings settings(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #settings(Map, String)} without options. */
    default OrganizationSettings settings(@IdOf(Thing.ORGANIZATION) String orgId) {
        return settings(Map.of(), orgId);
    }

    /**
     * Changes settings of an organization; what is not given stays.
     *
     * @param body the named arguments: {@code apiAccessListRequired} whether the API takes calls only from access
     *     lists; {@code multiFactorAuthRequired} whether users need a second factor; {@code restrictEmployeeAccess}
     *     whether staff of the service is kept out; {@code genAIFeaturesEnabled} whether generative features are
     *     on; {@code maxServiceAccountSecretValidityInHours} longest life of a secret of a service account, 8 to
     *     8760 hours; {@code securityContact} address for security matters; {@code operationsContact} address for
     *     operational matters; {@code customSessionTimeouts} {@code [absoluteSessionTimeoutInSeconds: …,
     *     idleSessionTimeoutInSeconds: …]}; {@code streamsCrossGroupEnabled} whether streams may cross projects;
     *     {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 401 {@code NOT_ORG_OWNER} without the role
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updateorgsettings">Atlas Administration API: updateOrgSettings</a>
     */
    @PATCH("api/atlas/v2/orgs/{orgId}/settings")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    OrganizationSettings updateSettings(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "apiAccessListRequired", type = Boolean.class),
                        @NamedParam(value = "multiFactorAuthRequired", type = Boolean.class),
                        @NamedParam(value = "restrictEmployeeAccess", type = Boolean.class),
                        @NamedParam(value = "genAIFeaturesEnabled", type = Boolean.class),
                        @NamedParam(value = "maxServiceAccountSecretValidityInHours", type = Integer.class),
                        @NamedParam(value = "securityContact", type = String.class),
                        @NamedParam(value = "operationsContact", type = String.class),
                        @NamedParam(value = "customSessionTimeouts", type = Map.class),
                        @NamedParam(value = "streamsCrossGroupEnabled", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The one with this name or id. */
    default Organization getAt(@NameOf(Thing.ORGANIZATION) String nameOrId) {
        return list().getAt(nameOrId);
    }

    /** The one at this position, counted from 0; negative positions count from the end. */
    default Organization getAt(int index) {
        return list().getAt(index);
    }

    /** Whether there is one with this name or id: what Groovy's {@code in} asks. */
    default boolean isCase(Object nameOrId) {
        return list().isCase(nameOrId);
    }

    /** All of them, page by page. */
    default Iterator<Organization> iterator() {
        return list().iterator();
    }
}
