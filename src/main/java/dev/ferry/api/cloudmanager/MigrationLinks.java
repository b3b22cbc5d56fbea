package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The links between source organizations and Atlas organizations.
 */
public interface MigrationLinks {
    /**
     * Links a source organization to the Atlas organization that made the token. The inventory is synced after it.
     *
     * @param body the named arguments: {@code linkToken} the token, a string or a secret; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @return the link; its status may still be {@code NOT_SYNCED}
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the token is not valid
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/cloud-migration/link-the-organization-with-atlas/">Cloud Manager API: connect one organization with one Atlas organization</a>
     */
    @POST("api/public/v1.0/orgs/{orgId}/liveExport/migrationLink")
    @RequiredRole("ORG_OWNER")
    MigrationLink create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "linkToken", type = Object.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Removes the link of a source organization.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/cloud-migration/">Cloud Manager API: live data migration to Atlas</a>
     */
    @DELETE("api/public/v1.0/orgs/{orgId}/liveExport/migrationLink")
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

    /**
     * How the link of a source organization stands.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/cloud-migration/">Cloud Manager API: live data migration to Atlas</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/liveExport/migrationLink/status")
    @RequiredRole("ORG_OWNER")
    MigrationLink status(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #status(Map, String)} without options. */
    default MigrationLink status(@IdOf(Thing.ORGANIZATION) String orgId) {
        return status(Map.of(), orgId);
    }
}
