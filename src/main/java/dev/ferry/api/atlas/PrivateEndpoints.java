package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The private endpoints of Atlas projects. A migration can take one when it is available.
 */
public interface PrivateEndpoints {
    /**
     * The private endpoint services of a project at one cloud.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param cloudProvider {@code AWS}, {@code AZURE} or {@code GCP}
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupprivateendpointendpointservice">Atlas Administration API: listGroupPrivateEndpointEndpointService</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    List<PrivateEndpointService> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("cloudProvider") @OneOf({"AWS", "AZURE", "GCP"}) String cloudProvider);

    /** The same as {@link #list(Map, String, String)} without options. */
    default List<PrivateEndpointService> list(@IdOf(Thing.PROJECT) String groupId, String cloudProvider) {
        return list(Map.of(), groupId, cloudProvider);
    }

    /**
     * One private endpoint service.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param cloudProvider {@code AWS}, {@code AZURE} or {@code GCP}
     * @param endpointServiceId private endpoint service, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code PRIVATELINK_NOT_FOUND} when the project has no
     *     such endpoint
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointendpointservice">Atlas Administration API: getGroupPrivateEndpointEndpointService</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    PrivateEndpointService get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("cloudProvider") @OneOf({"AWS", "AZURE", "GCP"}) String cloudProvider,
            @Path("endpointServiceId") String endpointServiceId);

    /** The same as {@link #get(Map, String, String, String)} without options. */
    default PrivateEndpointService get(
            @IdOf(Thing.PROJECT) String groupId, String cloudProvider, String endpointServiceId) {
        return get(Map.of(), groupId, cloudProvider, endpointServiceId);
    }

    /**
     * One endpoint of a private endpoint service.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param cloudProvider {@code AWS}, {@code AZURE} or {@code GCP}
     * @param endpointServiceId private endpoint service, 24 hexadecimal digits
     * @param endpointId private endpoint, as its cloud names it
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code PRIVATELINK_NOT_FOUND} when the project has no
     *     such endpoint
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointendpointserviceendpoint">Atlas Administration API: getGroupPrivateEndpointEndpointServiceEndpoint</a>
     */
    @GET(
            "api/atlas/v2/groups/{groupId}/privateEndpoint/{cloudProvider}/endpointService/{endpointServiceId}/endpoint/{endpointId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    PrivateEndpoint endpoint(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("cloudProvider") @OneOf({"AWS", "AZURE", "GCP"}) String cloudProvider,
            @Path("endpointServiceId") String endpointServiceId,
            @Path("endpointId") String endpointId);

    /** The same as {@link #endpoint(Map, String, String, String, String)} without options. */
    default PrivateEndpoint endpoint(
            @IdOf(Thing.PROJECT) String groupId, String cloudProvider, String endpointServiceId, String endpointId) {
        return endpoint(Map.of(), groupId, cloudProvider, endpointServiceId, endpointId);
    }

    /**
     * Whether a project may have endpoints in several regions for one sharded cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointregionalmode">Atlas Administration API: getGroupPrivateEndpointRegionalMode</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/privateEndpoint/regionalMode")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    RegionalMode regionalMode(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #regionalMode(Map, String)} without options. */
    default RegionalMode regionalMode(@IdOf(Thing.PROJECT) String groupId) {
        return regionalMode(Map.of(), groupId);
    }
}
