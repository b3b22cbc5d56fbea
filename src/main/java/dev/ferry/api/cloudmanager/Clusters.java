package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The clusters of the source: replica sets, sharded clusters and their parts.
 */
public interface Clusters {
    /**
     * The clusters of every project the credentials can see, one element a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-get-all-key/">Cloud Manager API: get all clusters in all projects</a>
     */
    @GET("api/public/v1.0/clusters")
    Listing<ProjectClusters> all(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #all(Map)} without options. */
    default Listing<ProjectClusters> all() {
        return all(Map.of());
    }

    /**
     * The clusters of a project. A sharded cluster is listed with each of its parts.
     *
     * @param options the named arguments: {@code parentClusterId} only the parts of this sharded cluster; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first
     *     page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-get-all/">Cloud Manager API: get all clusters in one project</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/clusters")
    @IdOf(value = Thing.CLUSTER, argument = "parentClusterId")
    Listing<Cluster> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "parentClusterId", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Cluster> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-get-one/">Cloud Manager API: get one cluster</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/clusters/{clusterId}")
    Cluster get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.CLUSTER) @Path("clusterId") String clusterId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Cluster get(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.CLUSTER) String clusterId) {
        return get(Map.of(), groupId, clusterId);
    }

    /**
     * Gives a sharded cluster another name, which it and its parts are shown under. Replica sets are called what they
     * call themselves.
     *
     * @param body the named arguments: {@code clusterName} its new name; {@code envelope} wraps the answer with its
     *     status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when it is not a sharded cluster
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-update-one/">Cloud Manager API: update one cluster</a>
     */
    @PATCH("api/public/v1.0/groups/{groupId}/clusters/{clusterId}")
    @RequiredRole("GROUP_MONITORING_ADMIN")
    Cluster rename(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "clusterName", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.CLUSTER) @Path("clusterId") String clusterId);
}
