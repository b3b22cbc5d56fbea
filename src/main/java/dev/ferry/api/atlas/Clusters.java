package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.RequiredRole;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The clusters of Atlas projects.
 *
 * <pre>{@code
 * atlas.clusters.create(shop.id, name: 'orders', clusterType: 'REPLICASET', replicationSpecs: [[regionConfigs: [[
 *     providerName: 'AWS', regionName: 'EU_CENTRAL_1', priority: 7, electableSpecs: [instanceSize: 'M30', nodeCount: 3]]]]])
 * }</pre>
 */
public interface Clusters {
    /**
     * The clusters of a project, without Flex clusters.
     *
     * @param options the named arguments: {@code includeDeletedWithRetainedBackups} whether deleted clusters with
     *     backups are listed; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code
     *     includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusters">Atlas Administration API: listGroupClusters</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<Cluster> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "includeDeletedWithRetainedBackups", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Cluster> list(String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One cluster, by its name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupcluster">Atlas Administration API: getGroupCluster</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    Cluster get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupId") String groupId,
            @Path("clusterName") String clusterName);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Cluster get(String groupId, String clusterName) {
        return get(Map.of(), groupId, clusterName);
    }

    /**
     * Orders a cluster. It can be used once its state is {@code IDLE}, which takes minutes.
     *
     * @param body the named arguments: {@code name} letters, digits and hyphens; cannot be changed; {@code
     *     clusterType} {@code REPLICASET}, {@code SHARDED} or {@code GEOSHARDED}; {@code replicationSpecs} one
     *     element a shard, with its regions and their hardware; {@code mongoDBMajorVersion} version to run, such as
     *     {@code 7.0}; {@code backupEnabled} cloud backups; {@code pitEnabled} continuous backups; {@code
     *     terminationProtectionEnabled} refuse to be deleted; {@code tags} labels, each {@code [key: …, value: …]};
     *     {@code labels} older form of labels; {@code biConnector} connector for business intelligence; must be off
     *     for a migration; {@code encryptionAtRestProvider} who holds the key; {@code paused} start paused; {@code
     *     rootCertType} root of its certificates; {@code versionReleaseSystem} {@code LTS} or {@code CONTINUOUS};
     *     {@code globalClusterSelfManagedSharding} self-managed sharding of a global cluster; {@code
     *     configServerManagementMode} who decides on the config servers; {@code redactClientLogData} keep data out
     *     of logs; {@code replicaSetScalingStrategy} order in which nodes are scaled; {@code diskWarmingMode} when
     *     warmed disks count; {@code advancedConfiguration} settings of the processes; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.http.ErrorAnswerException 400 {@code DUPLICATE_CLUSTER_NAME} when the project has one
     *     with this name; 402 when the organization cannot pay
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroupcluster">Atlas Administration API: createGroupCluster</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/clusters")
    @ApiVersion("2024-10-23")
    @RequiredRole("GROUP_CLUSTER_CREATOR")
    Cluster create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "clusterType", type = String.class, required = true),
                        @NamedParam(value = "replicationSpecs", type = List.class, required = true),
                        @NamedParam(value = "mongoDBMajorVersion", type = String.class),
                        @NamedParam(value = "backupEnabled", type = Boolean.class),
                        @NamedParam(value = "pitEnabled", type = Boolean.class),
                        @NamedParam(value = "terminationProtectionEnabled", type = Boolean.class),
                        @NamedParam(value = "tags", type = List.class),
                        @NamedParam(value = "labels", type = List.class),
                        @NamedParam(value = "biConnector", type = Map.class),
                        @NamedParam(value = "encryptionAtRestProvider", type = String.class),
                        @NamedParam(value = "paused", type = Boolean.class),
                        @NamedParam(value = "rootCertType", type = String.class),
                        @NamedParam(value = "versionReleaseSystem", type = String.class),
                        @NamedParam(value = "globalClusterSelfManagedSharding", type = Boolean.class),
                        @NamedParam(value = "configServerManagementMode", type = String.class),
                        @NamedParam(value = "redactClientLogData", type = Boolean.class),
                        @NamedParam(value = "replicaSetScalingStrategy", type = String.class),
                        @NamedParam(value = "diskWarmingMode", type = String.class),
                        @NamedParam(value = "advancedConfiguration", type = Map.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @Path("groupId") String groupId);
}
