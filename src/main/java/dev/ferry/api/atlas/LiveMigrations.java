package dev.ferry.api.atlas;

import dev.ferry.api.ApiSide;
import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.NameOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Push live migrations from Cloud Manager or Ops Manager into Atlas clusters.
 *
 * <p>There is no call that lists, cancels or extends a migration: keep the id that {@link #create} returns.
 */
public interface LiveMigrations {
    /**
     * The source projects that links have made known to this organization. Empty until a link is synced.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 401 {@code NOT_ORG_OWNER} without the role
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorglivemigrationavailableprojects">Atlas Administration API: listOrgLiveMigrationAvailableProjects</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/liveMigrations/availableProjects")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    List<AvailableProject> availableProjects(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #availableProjects(Map, String)} without options. */
    default List<AvailableProject> availableProjects(@IdOf(Thing.ORGANIZATION) String orgId) {
        return availableProjects(Map.of(), orgId);
    }

    /**
     * Starts a check of what a migration with this body would meet. It changes nothing.
     *
     * @param body the named arguments: {@code source} where from: {@code groupId}, {@code clusterName}, {@code
     *     managedAuthentication}, {@code ssl}, and where needed {@code username}, {@code password}, {@code
     *     caCertificatePath}; {@code destination} where to: {@code groupId}, {@code clusterName}, {@code
     *     hostnameSchemaType} and for private links {@code privateLinkId}; {@code migrationHosts} exactly one host;
     *     {@code dropDestinationData} whether the data of the destination is dropped first; {@code dropEnabled}
     *     what version 2023-01-01 calls that; {@code sharding} how a replica set is sharded on its way; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @return the validation, pending; read it with {@link #validation}
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the body is not valid
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-validategrouplivemigrations">Atlas Administration API: validateGroupLiveMigrations</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/liveMigrations/validate")
    @IdOf(value = Thing.PROJECT, argument = "source.groupId", side = ApiSide.SOURCE)
    @NameOf(value = Thing.CLUSTER, argument = "source.clusterName", side = ApiSide.SOURCE)
    @IdOf(value = Thing.PROJECT, argument = "destination.groupId")
    @NameOf(value = Thing.CLUSTER, argument = "destination.clusterName")
    @NameOf(value = Thing.MIGRATION_HOST, argument = "migrationHosts", side = ApiSide.SOURCE)
    @ApiVersion("2024-05-30")
    @RequiredRole("ORG_OWNER")
    Validation validate(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "source", type = Map.class, required = true),
                        @NamedParam(value = "destination", type = Map.class, required = true),
                        @NamedParam(value = "migrationHosts", type = List.class, required = true),
                        @NamedParam(value = "dropDestinationData", type = Boolean.class),
                        @NamedParam(value = "dropEnabled", type = Boolean.class),
                        @NamedParam(value = "sharding", type = Map.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * How a check stands.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @param validationId validation, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when there is no such validation
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgrouplivemigrationvalidatestatus">Atlas Administration API: getGroupLiveMigrationValidateStatus</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/liveMigrations/validate/{validationId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    Validation validation(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.VALIDATION) @Path("validationId") String validationId);

    /** The same as {@link #validation(Map, String, String)} without options. */
    default Validation validation(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.VALIDATION) String validationId) {
        return validation(Map.of(), groupId, validationId);
    }

    /**
     * Starts a live migration into a cluster of this project.
     *
     * @param body the named arguments: {@code source} where from: {@code groupId}, {@code clusterName}, {@code
     *     managedAuthentication}, {@code ssl}, and where needed {@code username}, {@code password}, {@code
     *     caCertificatePath}; {@code destination} where to: {@code groupId}, {@code clusterName}, {@code
     *     hostnameSchemaType} and for private links {@code privateLinkId}; {@code migrationHosts} exactly one host;
     *     {@code dropDestinationData} whether the data of the destination is dropped first; {@code dropEnabled}
     *     what version 2023-01-01 calls that; {@code sharding} how a replica set is sharded on its way; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @return the migration, new; its id is told only here
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the body is not valid
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategrouplivemigration">Atlas Administration API: createGroupLiveMigration</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/liveMigrations")
    @IdOf(value = Thing.PROJECT, argument = "source.groupId", side = ApiSide.SOURCE)
    @NameOf(value = Thing.CLUSTER, argument = "source.clusterName", side = ApiSide.SOURCE)
    @IdOf(value = Thing.PROJECT, argument = "destination.groupId")
    @NameOf(value = Thing.CLUSTER, argument = "destination.clusterName")
    @NameOf(value = Thing.MIGRATION_HOST, argument = "migrationHosts", side = ApiSide.SOURCE)
    @ApiVersion("2024-05-30")
    @RequiredRole("ORG_OWNER")
    LiveMigration create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "source", type = Map.class, required = true),
                        @NamedParam(value = "destination", type = Map.class, required = true),
                        @NamedParam(value = "migrationHosts", type = List.class, required = true),
                        @NamedParam(value = "dropDestinationData", type = Boolean.class),
                        @NamedParam(value = "dropEnabled", type = Boolean.class),
                        @NamedParam(value = "sharding", type = Map.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * How a migration stands.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param liveMigrationId migration, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 when there is no such migration
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgrouplivemigration">Atlas Administration API: getGroupLiveMigration</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/liveMigrations/{liveMigrationId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_MEMBER")
    LiveMigration get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.LIVE_MIGRATION) @Path("liveMigrationId") String liveMigrationId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default LiveMigration get(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.LIVE_MIGRATION) String liveMigrationId) {
        return get(Map.of(), groupId, liveMigrationId);
    }

    /**
     * Cuts over: replication stops and the destination becomes the cluster to use. Stop writing to the source
     * first. This cannot be taken back.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param liveMigrationId migration, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 or 409 while the migration is not ready for cutover
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-cutovergrouplivemigration">Atlas Administration API: cutoverGroupLiveMigration</a>
     */
    @PUT("api/atlas/v2/groups/{groupId}/liveMigrations/{liveMigrationId}/cutover")
    @ApiVersion("2023-01-01")
    @RequiredRole("ORG_OWNER")
    @Nullable
    Void cutover(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.LIVE_MIGRATION) @Path("liveMigrationId") String liveMigrationId);

    /** The same as {@link #cutover(Map, String, String)} without options. */
    default @Nullable Void cutover(
            @IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.LIVE_MIGRATION) String liveMigrationId) {
        return cutover(Map.of(), groupId, liveMigrationId);
    }
}
