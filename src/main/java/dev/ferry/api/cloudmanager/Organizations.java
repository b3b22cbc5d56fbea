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
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The organizations of the source that the credentials can see.
 */
public interface Organizations extends Listed {
    /**
     * The organizations that the credentials can see.
     *
     * @param options the named arguments: {@code name} only those whose name starts with this, in any case; {@code
     *     includeDeletedOrgs} whether closed ones are listed; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage}
     *     size of a page, 1 to 500
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-all/">Cloud Manager API: get all organizations</a>
     */
    @GET("api/public/v1.0/orgs")
    @NameOf(value = Thing.ORGANIZATION, argument = "name")
    Listing<Organization> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "includeDeletedOrgs", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
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
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-one/">Cloud Manager API: get one organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}")
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
     *     page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-all-projects/">Cloud Manager API: get all projects of an organization</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/groups")
    @NameOf(value = Thing.PROJECT, argument = "name")
    Listing<Project> projects(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #projects(Map, String)} without options. */
    default Listing<Project> projects(@IdOf(Thing.ORGANIZATION) String orgId) {
        return projects(Map.of(), orgId);
    }

    /**
     * Gives an organization another name.
     *
     * @param body the named arguments: {@code name} its new name; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/">Cloud Manager API: organizations</a>
     */
    @PATCH("api/public/v1.0/orgs/{orgId}")
    @RequiredRole("ORG_OWNER")
    Organization rename(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Deletes an organization that has no projects any more.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code ORG_NOT_EMPTY} while it has projects
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/">Cloud Manager API: organizations</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}")
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
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #delete(Map, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.ORGANIZATION) String orgId) {
        return delete(Map.of(), orgId);
    }

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
