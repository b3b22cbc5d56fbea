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
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The cloud backups of clusters of Atlas.
 *
 * <pre>{@code
 * before = atlas.snapshots.take(shop.id, 'shop-main', description: 'before the migration', retentionInDays: 3)
 * waitFor { atlas.snapshots.get(shop.id, 'shop-main', before.id) }
 * }</pre>
 */
public interface Snapshots {
    /**
     * The snapshots of a cluster. Those of a sharded cluster are in {@code sharded}.
     *
     * @param options the named arguments: {@code pointInTimeUtcSeconds} only those from which this moment can be
     *     restored, seconds since 1970; {@code oplogTs} only those from which this moment of the oplog can be
     *     restored, seconds since 1970; {@code oplogInc} position within that second; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first page to read, from
     *     1; {@code itemsPerPage} size of a page, 1 to 500; {@code includeCount} whether the answer counts all
     *     results
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterbackupsnapshots">Atlas Administration API: listGroupClusterBackupSnapshots</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<Snapshot> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "pointInTimeUtcSeconds", type = Long.class),
                        @NamedParam(value = "oplogTs", type = Long.class),
                        @NamedParam(value = "oplogInc", type = Long.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #list(Map, String, String)} without options. */
    default Listing<Snapshot> list(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return list(Map.of(), groupId, clusterName);
    }

    /**
     * One snapshot of a replica set.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @param snapshotId snapshot, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SNAPSHOT_NOT_FOUND} when the cluster has no such
     *     snapshot
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterbackupsnapshot">Atlas Administration API: getGroupClusterBackupSnapshot</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Snapshot get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName,
            @IdOf(Thing.SNAPSHOT) @Path("snapshotId") String snapshotId);

    /** The same as {@link #get(Map, String, String, String)} without options. */
    default Snapshot get(
            @IdOf(Thing.PROJECT) String groupId,
            @NameOf(Thing.CLUSTER) String clusterName,
            @IdOf(Thing.SNAPSHOT) String snapshotId) {
        return get(Map.of(), groupId, clusterName, snapshotId);
    }

    /**
     * Asks for a snapshot now. It is queued first, and takes its time.
     *
     * @param body the named arguments: {@code description} what it is for; {@code retentionInDays} how long it is
     *     kept, days, at least 1; {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code UNFINISHED_ON_DEMAND_SNAPSHOT} while the one
     *     before is not done
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-takegroupclusterbackupsnapshots">Atlas Administration API: takeGroupClusterBackupSnapshots</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_BACKUP_CREATOR")
    Snapshot take(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "description", type = String.class),
                        @NamedParam(value = "retentionInDays", type = Integer.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /**
     * The snapshots of a sharded cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterbackupsnapshotshardedclusters">Atlas Administration API: listGroupClusterBackupSnapshotShardedClusters</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<Snapshot> sharded(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #sharded(Map, String, String)} without options. */
    default Listing<Snapshot> sharded(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return sharded(Map.of(), groupId, clusterName);
    }

    /**
     * One snapshot of a sharded cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @param snapshotId snapshot, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code SNAPSHOT_NOT_FOUND} when the cluster has no such
     *     snapshot
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterbackupsnapshotshardedcluster">Atlas Administration API: getGroupClusterBackupSnapshotShardedCluster</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Snapshot getSharded(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName,
            @IdOf(Thing.SNAPSHOT) @Path("snapshotId") String snapshotId);

    /** The same as {@link #getSharded(Map, String, String, String)} without options. */
    default Snapshot getSharded(
            @IdOf(Thing.PROJECT) String groupId,
            @NameOf(Thing.CLUSTER) String clusterName,
            @IdOf(Thing.SNAPSHOT) String snapshotId) {
        return getSharded(Map.of(), groupId, clusterName, snapshotId);
    }

    /**
     * When snapshots of a cluster are taken, and how long they are kept.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterName name of the cluster
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code CLUSTER_NOT_FOUND} when the project has none with
     *     this name
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterbackupschedule">Atlas Administration API: getGroupClusterBackupSchedule</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/schedule")
    @ApiVersion("2024-08-05")
    @RequiredRole("GROUP_READ_ONLY")
    BackupSchedule schedule(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @NameOf(Thing.CLUSTER) @Path("clusterName") String clusterName);

    /** The same as {@link #schedule(Map, String, String)} without options. */
    default BackupSchedule schedule(@IdOf(Thing.PROJECT) String groupId, @NameOf(Thing.CLUSTER) String clusterName) {
        return schedule(Map.of(), groupId, clusterName);
    }
}
