package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The Flex clusters of Atlas projects. They cannot be the target of a live migration.
 */
public interface FlexClusters {
    /**
     * The Flex clusters of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupflexclusters">Atlas Administration API: listGroupFlexClusters</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/flexClusters")
    @ApiVersion("2024-11-13")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<FlexCluster> list(
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

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<FlexCluster> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One Flex cluster, by its name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param name name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupflexcluster">Atlas Administration API: getGroupFlexCluster</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/flexClusters/{name}")
    @ApiVersion("2024-11-13")
    @RequiredRole("GROUP_READ_ONLY")
    FlexCluster get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.FLEX_CLUSTER) @Path("name") String name);

    /** The same as {@link #get(Map, String, String)} without options. */
    default FlexCluster get(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.FLEX_CLUSTER) String name) {
        return get(Map.of(), groupId, name);
    }
}
