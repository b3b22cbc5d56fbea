package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The tokens that link source organizations to an Atlas organization.
 *
 * <pre>{@code
 * token = atlas.linkTokens.create(target.id, accessListIps: ['203.0.113.10'])
 * cm.links.create(source.id, linkToken: token.linkToken)
 * }</pre>
 */
public interface LinkTokens {
    /**
     * Makes a token with which one source organization can be linked to this one. It is shown once.
     *
     * @param body the named arguments: {@code accessListIps} addresses and blocks from which the source calls; an
     *     Ops Manager needs its own here; {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 401 {@code NOT_ORG_OWNER} without the role
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorglivemigrationlinktoken">Atlas Administration API: createOrgLiveMigrationLinkToken</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/liveMigrations/linkTokens")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    LinkToken create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "accessListIps", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Removes the link of the organization together with the key its token holds.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param orgId organization, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code
     *     CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK} while a migration runs
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deleteorglivemigrationlinktokens">Atlas Administration API: deleteOrgLiveMigrationLinkTokens</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/liveMigrations/linkTokens")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    @Nullable
    Void delete(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #delete(Map, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.ORGANIZATION) String orgId) {
        return delete(Map.of(), orgId);
    }
}
