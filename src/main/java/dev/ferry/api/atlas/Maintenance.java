package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
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
 * The maintenance windows of Atlas projects: when the service may restart nodes.
 */
public interface Maintenance {
    /**
     * The maintenance window of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupmaintenancewindow">Atlas Administration API: getGroupMaintenanceWindow</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/maintenanceWindow")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    MaintenanceWindow get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #get(Map, String)} without options. */
    // Not a String: Groovy would call it for every property that this interface lacks.
    default MaintenanceWindow get(@IdOf(Thing.PROJECT) CharSequence groupId) {
        return get(Map.of(), groupId.toString());
    }

    /**
     * Sets the maintenance window of a project, or starts maintenance at once.
     *
     * @param body the named arguments: {@code dayOfWeek} day, 1 for Sunday to 7 for Saturday; {@code hourOfDay}
     *     hour, 0 to 23; {@code startASAP} whether the maintenance that is due starts now; {@code
     *     autoDeferOnceEnabled} whether maintenance is put off for a week once; {@code protectedHours} hours in
     *     which nothing is restarted, {@code [startHourOfDay: …, endHourOfDay: …]}; {@code envelope} wraps the
     *     answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when the day or the hour is none
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupmaintenancewindow">Atlas Administration API: updateGroupMaintenanceWindow</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/maintenanceWindow")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void update(
            @Body
                    @InQuery({"envelope"})
                    @NamedParams({
                        @NamedParam(value = "dayOfWeek", type = Integer.class, required = true),
                        @NamedParam(value = "hourOfDay", type = Integer.class),
                        @NamedParam(value = "startASAP", type = Boolean.class),
                        @NamedParam(value = "autoDeferOnceEnabled", type = Boolean.class),
                        @NamedParam(value = "protectedHours", type = Map.class),
                        @NamedParam(value = "envelope", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Puts the scheduled maintenance of a project off for a week. That can be done twice.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code ATLAS_MAINTENANCE_NOT_SCHEDULED} when none is due;
     *     400 {@code ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED} the third time
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-defergroupmaintenancewindow">Atlas Administration API: deferGroupMaintenanceWindow</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/maintenanceWindow/defer")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void defer(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #defer(Map, String)} without options. */
    default @Nullable Void defer(@IdOf(Thing.PROJECT) String groupId) {
        return defer(Map.of(), groupId);
    }

    /**
     * Turns on that maintenance is put off for a week once, or turns it off when it is on.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED} when the
     *     project has no window
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-togglegroupmaintenancewindowautodefer">Atlas Administration API: toggleGroupMaintenanceWindowAutoDefer</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/maintenanceWindow/autoDefer")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void autoDefer(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #autoDefer(Map, String)} without options. */
    default @Nullable Void autoDefer(@IdOf(Thing.PROJECT) String groupId) {
        return autoDefer(Map.of(), groupId);
    }

    /**
     * Removes the maintenance window of a project: the service chooses one.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status
     * @param groupId project, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 {@code ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED} when the
     *     project has none
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-resetgroupmaintenancewindow">Atlas Administration API: resetGroupMaintenanceWindow</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/maintenanceWindow")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void reset(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #reset(Map, String)} without options. */
    default @Nullable Void reset(@IdOf(Thing.PROJECT) String groupId) {
        return reset(Map.of(), groupId);
    }
}
