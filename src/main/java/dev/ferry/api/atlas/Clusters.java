package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
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
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
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
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Cluster> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One cluster, by its name.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
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
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Cluster get(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
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
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code DUPLICATE_CLUSTER_NAME} when the project has one
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
                    @OneOf(
                            argument = "clusterType",
                            value = {"REPLICASET", "SHARDED", "GEOSHARDED"})
                    @OneOf(
                            argument = "encryptionAtRestProvider",
                            value = {"NONE", "AWS", "AZURE", "GCP"})
                    @OneOf(
                            argument = "rootCertType",
                            value = {"ISRGROOTX1"})
                    @OneOf(
                            argument = "versionReleaseSystem",
                            value = {"LTS", "CONTINUOUS"})
                    @OneOf(
                            argument = "configServerManagementMode",
                            value = {"ATLAS_MANAGED", "FIXED_TO_DEDICATED"})
                    @OneOf(
                            argument = "replicaSetScalingStrategy",
                            value = {"SEQUENTIAL", "WORKLOAD_TYPE", "NODE_TYPE"})
                    @OneOf(
                            argument = "diskWarmingMode",
                            value = {"FULLY_WARMED", "VISIBLE_EARLIER", "ENHANCED_FULLY_WARMED"})
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Changes a cluster. It is usable meanwhile; the change is done once its state is {@code IDLE} again.
     *
     * @param body the named arguments: {@code replicationSpecs} one element a shard, with its regions and their
     *     hardware; {@code clusterType} its kind: {@code REPLICASET}, {@code SHARDED} or {@code GEOSHARDED}; {@code
     *     mongoDBMajorVersion} version to run, such as {@code 7.0}; {@code paused} whether it is paused; best alone
     *     in a call; {@code backupEnabled} cloud backups; {@code pitEnabled} continuous backups; {@code
     *     retainBackups} whether backups stay; {@code terminationProtectionEnabled} refuse to be deleted; {@code
     *     tags} labels, each {@code [key: …, value: …]}; {@code labels} older form of labels; {@code biConnector}
     *     connector for business intelligence; must be off for a migration; {@code encryptionAtRestProvider} who
     *     holds the key: {@code NONE}, {@code AWS}, {@code AZURE} or {@code GCP}; {@code rootCertType} root of its
     *     certificates: {@code ISRGROOTX1}; {@code versionReleaseSystem} which releases it follows: {@code LTS} or
     *     {@code CONTINUOUS}; {@code globalClusterSelfManagedSharding} self-managed sharding of a global cluster;
     *     {@code configServerManagementMode} who decides on the config servers: {@code ATLAS_MANAGED} or {@code
     *     FIXED_TO_DEDICATED}; {@code redactClientLogData} keep data out of logs; {@code replicaSetScalingStrategy}
     *     order in which nodes are scaled: {@code SEQUENTIAL}, {@code WORKLOAD_TYPE} or {@code NODE_TYPE}; {@code
     *     diskWarmingMode} when warmed disks count: {@code FULLY_WARMED}, {@code VISIBLE_EARLIER} or {@code
     *     ENHANCED_FULLY_WARMED}; {@code advancedConfiguration} settings of the processes; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name; 409 {@code CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT} while a migration runs into it
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupcluster">Atlas Administration API: updateGroupCluster</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/clusters/{clusterName}")
    @ApiVersion("2024-10-23")
    @RequiredRole({"GROUP_CLUSTER_MANAGER", "GROUP_CLUSTER_RESILIENCE_TESTER", "GROUP_REPLICA_SET_MANAGER"})
    Cluster update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "replicationSpecs", type = List.class),
                        @NamedParam(value = "clusterType", type = String.class),
                        @NamedParam(value = "mongoDBMajorVersion", type = String.class),
                        @NamedParam(value = "paused", type = Boolean.class),
                        @NamedParam(value = "backupEnabled", type = Boolean.class),
                        @NamedParam(value = "pitEnabled", type = Boolean.class),
                        @NamedParam(value = "retainBackups", type = Boolean.class),
                        @NamedParam(value = "terminationProtectionEnabled", type = Boolean.class),
                        @NamedParam(value = "tags", type = List.class),
                        @NamedParam(value = "labels", type = List.class),
                        @NamedParam(value = "biConnector", type = Map.class),
                        @NamedParam(value = "encryptionAtRestProvider", type = String.class),
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
                    @OneOf(
                            argument = "clusterType",
                            value = {"REPLICASET", "SHARDED", "GEOSHARDED"})
                    @OneOf(
                            argument = "encryptionAtRestProvider",
                            value = {"NONE", "AWS", "AZURE", "GCP"})
                    @OneOf(
                            argument = "rootCertType",
                            value = {"ISRGROOTX1"})
                    @OneOf(
                            argument = "versionReleaseSystem",
                            value = {"LTS", "CONTINUOUS"})
                    @OneOf(
                            argument = "configServerManagementMode",
                            value = {"ATLAS_MANAGED", "FIXED_TO_DEDICATED"})
                    @OneOf(
                            argument = "replicaSetScalingStrategy",
                            value = {"SEQUENTIAL", "WORKLOAD_TYPE", "NODE_TYPE"})
                    @OneOf(
                            argument = "diskWarmingMode",
                            value = {"FULLY_WARMED", "VISIBLE_EARLIER", "ENHANCED_FULLY_WARMED"})
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /**
     * Deletes a cluster with its data. This cannot be undone; it goes on after the answer.
     *
     * @param options the named arguments: {@code retainBackups} whether its backups stay; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code
     *     CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED} while it is protected; 409 {@code
     *     CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT} while a migration runs into it
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegroupcluster">Atlas Administration API: deleteGroupCluster</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/clusters/{clusterName}")
    @ApiVersion("2023-02-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void delete(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "retainBackups", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return delete(Map.of(), groupId, clusterName);
    }

    /**
     * Whether changes of database users and access lists have reached a cluster. How far the cluster itself is, its
     * state says.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterstatus">Atlas Administration API: getGroupClusterStatus</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/status")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    ClusterStatus status(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #status(Map, String, String)} without options. */
    default ClusterStatus status(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return status(Map.of(), groupId, clusterName);
    }

    /**
     * The settings of the processes of a cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterprocessargs">Atlas Administration API: getGroupClusterProcessArgs</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/processArgs")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    ProcessArgs processArgs(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #processArgs(Map, String, String)} without options. */
    default ProcessArgs processArgs(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return processArgs(Map.of(), groupId, clusterName);
    }

    /**
     * Changes settings of the processes of a cluster; what is not given stays.
     *
     * @param body the named arguments: {@code defaultWriteConcern} write concern of clients that name none; {@code
     *     javascriptEnabled} whether JavaScript runs on the server; {@code minimumEnabledTlsProtocol} oldest
     *     version of TLS that is accepted: {@code TLS1_0}, {@code TLS1_1}, {@code TLS1_2} or {@code TLS1_3}; {@code
     *     tlsCipherConfigMode} who chooses the ciphers: {@code CUSTOM} or {@code DEFAULT}; {@code
     *     customOpensslCipherConfigTls12} ciphers of TLS 1.2: {@code TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384} or
     *     {@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}; {@code customOpensslCipherConfigTls13} ciphers of TLS 1.3:
     *     {@code TLS_AES_256_GCM_SHA384}, {@code TLS_CHACHA20_POLY1305_SHA256}, {@code TLS_AES_128_GCM_SHA256} or
     *     {@code TLS_AES_128_CCM_SHA256}; {@code noTableScan} whether queries without an index are refused; {@code
     *     oplogSizeMB} size of the oplog, MB; {@code oplogMinRetentionHours} least time that the oplog goes back,
     *     hours; {@code defaultMaxTimeMS} time limit of reads that name none, milliseconds; {@code
     *     transactionLifetimeLimitSeconds} longest transaction, seconds; {@code
     *     changeStreamOptionsPreAndPostImagesExpireAfterSeconds} life of images of changed documents, seconds; -1
     *     for no limit; {@code chunkMigrationConcurrency} threads that move chunks; {@code queryStatsLogVerbosity}
     *     how much is logged of query statistics; {@code sampleSizeBIConnector} documents that the connector
     *     samples; {@code sampleRefreshIntervalBIConnector} time between its samples, seconds; {@code envelope}
     *     wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupclusterprocessargs">Atlas Administration API: updateGroupClusterProcessArgs</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/processArgs")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_CLUSTER_MANAGER")
    ProcessArgs updateProcessArgs(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "defaultWriteConcern", type = String.class),
                        @NamedParam(value = "javascriptEnabled", type = Boolean.class),
                        @NamedParam(value = "minimumEnabledTlsProtocol", type = String.class),
                        @NamedParam(value = "tlsCipherConfigMode", type = String.class),
                        @NamedParam(value = "customOpensslCipherConfigTls12", type = List.class),
                        @NamedParam(value = "customOpensslCipherConfigTls13", type = List.class),
                        @NamedParam(value = "noTableScan", type = Boolean.class),
                        @NamedParam(value = "oplogSizeMB", type = Integer.class),
                        @NamedParam(value = "oplogMinRetentionHours", type = Double.class),
                        @NamedParam(value = "defaultMaxTimeMS", type = Integer.class),
                        @NamedParam(value = "transactionLifetimeLimitSeconds", type = Long.class),
                        @NamedParam(
                                value = "changeStreamOptionsPreAndPostImagesExpireAfterSeconds",
                                type = Integer.class),
                        @NamedParam(value = "chunkMigrationConcurrency", type = Integer.class),
                        @NamedParam(value = "queryStatsLogVerbosity", type = Integer.class),
                        @NamedParam(value = "sampleSizeBIConnector", type = Integer.class),
                        @NamedParam(value = "sampleRefreshIntervalBIConnector", type = Integer.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "minimumEnabledTlsProtocol",
                            value = {"TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3"})
                    @OneOf(
                            argument = "tlsCipherConfigMode",
                            value = {"CUSTOM", "DEFAULT"})
                    @OneOf(
                            argument = "customOpensslCipherConfigTls12",
                            value = {"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"})
                    @OneOf(
                            argument = "customOpensslCipherConfigTls13",
                            value = {
                                "TLS_AES_256_GCM_SHA384",
                                "TLS_CHACHA20_POLY1305_SHA256",
                                "TLS_AES_128_GCM_SHA256",
                                "TLS_AES_128_CCM_SHA256"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /**
     * The regions in which a project may have clusters, by provider and size.
     *
     * @param options the named arguments: {@code providers} only those of these clouds, such as {@code AWS}; {@code
     *     tier} only those that have this size, such as {@code M30}; {@code envelope} wraps the answer with its
     *     status; {@code pretty} asks for indented JSON; {@code pageNum} first page to read, from 1; {@code
     *     itemsPerPage} size of a page, 1 to 500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterproviderregions">Atlas Administration API: listGroupClusterProviderRegions</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/provider/regions")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<ProviderRegions> regions(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "providers", type = List.class),
                        @NamedParam(value = "tier", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #regions(Map, String)} without options. */
    default Listing<ProviderRegions> regions(@IdOf(Thing.PROJECT) String groupId) {
        return regions(Map.of(), groupId);
    }

    /**
     * Pauses a cluster: its data stays, nobody can connect, and it costs less.
     *
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code CLUSTER_ALREADY_PAUSED} when it is
     */
    default Cluster pause(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return update(Map.of("paused", true), groupId, clusterName);
    }

    /**
     * Resumes a paused cluster. It can be used once its state is {@code IDLE}.
     *
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     */
    default Cluster resume(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return update(Map.of("paused", false), groupId, clusterName);
    }
}
