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
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The networks of Atlas projects, and the networks of users that they are peered with.
 */
public interface Peering {
    /**
     * The peering connections of a project at one cloud.
     *
     * @param options the named arguments: {@code providerName} the cloud, {@code AWS} when none is named; one of:
     *     {@code AWS}, {@code AZURE} or {@code GCP}; {@code envelope} wraps the answer with its status; {@code
     *     pretty} asks for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of
     *     a page, 1 to 500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgrouppeers">Atlas Administration API: listGroupPeers</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/peers")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<PeeringConnection> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "providerName", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "providerName",
                            value = {"AWS", "AZURE", "GCP"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<PeeringConnection> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * The networks of a project at one cloud.
     *
     * @param options the named arguments: {@code providerName} the cloud: {@code AWS}, {@code AZURE} or {@code
     *     GCP}; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code
     *     pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code includeCount}
     *     whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupcontainers">Atlas Administration API: listGroupContainers</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/containers")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<NetworkContainer> containers(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "providerName", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "providerName",
                            value = {"AWS", "AZURE", "GCP"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * The networks of a project at all clouds.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupcontainerall">Atlas Administration API: listGroupContainerAll</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/containers/all")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<NetworkContainer> allContainers(
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

    /** The same as {@link #allContainers(Map, String)} without options. */
    default Listing<NetworkContainer> allContainers(@IdOf(Thing.PROJECT) String groupId) {
        return allContainers(Map.of(), groupId);
    }
}
