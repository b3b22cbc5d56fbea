package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The snapshots of the deployments of the source, newest first: what there is to go back to if a migration goes wrong.
 */
public interface Snapshots {
    /**
     * The snapshots of a cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has no such
     *     cluster
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/snapshots/">Cloud Manager API: snapshots</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/clusters/{clusterId}/snapshots")
    Listing<Snapshot> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.CLUSTER) @Path("clusterId") String clusterId);

    /** The same as {@link #list(Map, String, String)} without options. */
    default Listing<Snapshot> list(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.CLUSTER) String clusterId) {
        return list(Map.of(), groupId, clusterId);
    }

    /**
     * One snapshot.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @param snapshotId snapshot, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SNAPSHOT_NOT_FOUND} when the cluster has none with
     *     this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/snapshots/">Cloud Manager API: snapshots</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/clusters/{clusterId}/snapshots/{snapshotId}")
    Snapshot get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.CLUSTER) @Path("clusterId") String clusterId,
            @IdOf(Thing.SNAPSHOT) @Path("snapshotId") String snapshotId);

    /** The same as {@link #get(Map, String, String, String)} without options. */
    default Snapshot get(
            @IdOf(Thing.PROJECT) String groupId,
            @IdOf(Thing.CLUSTER) String clusterId,
            @IdOf(Thing.SNAPSHOT) String snapshotId) {
        return get(Map.of(), groupId, clusterId, snapshotId);
    }
}
