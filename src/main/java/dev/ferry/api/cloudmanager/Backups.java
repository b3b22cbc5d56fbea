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
 * Which deployments of the source are backed up, and how often.
 */
public interface Backups {
    /**
     * The backup configurations of a project, one a cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/backup/get-all-backup-configs-for-group/">Cloud Manager API: get all backup configurations of a project</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/backupConfigs")
    Listing<BackupConfig> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<BackupConfig> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * The backup configuration of a cluster.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code BACKUP_CONFIG_NOT_FOUND} when the project has no such
     *     cluster
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/backup-configurations/">Cloud Manager API: backup configurations</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/backupConfigs/{clusterId}")
    BackupConfig get(
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
    default BackupConfig get(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.CLUSTER) String clusterId) {
        return get(Map.of(), groupId, clusterId);
    }

    /**
     * When snapshots of a cluster are taken and how long they are kept.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param clusterId cluster, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code BACKUP_CONFIG_NOT_FOUND} when the project has no such
     *     cluster, or does not back it up
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/backup/get-snapshot-schedule/">Cloud Manager API: get the snapshot schedule</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/backupConfigs/{clusterId}/snapshotSchedule")
    SnapshotSchedule schedule(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.CLUSTER) @Path("clusterId") String clusterId);

    /** The same as {@link #schedule(Map, String, String)} without options. */
    default SnapshotSchedule schedule(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.CLUSTER) String clusterId) {
        return schedule(Map.of(), groupId, clusterId);
    }
}
