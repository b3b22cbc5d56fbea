package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.OneOf;
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
 * What needs attention in the projects of the source: hosts and agents that are down, values past their thresholds.
 *
 * <pre>{@code
 * cm.alerts.list(status: 'OPEN', shop.id)
 * }</pre>
 */
public interface Alerts {
    /**
     * The alerts of a project.
     *
     * @param options the named arguments: {@code status} only those with this status: {@code TRACKING}, {@code OPEN}
     *     or {@code CLOSED}; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON;
     *     {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/alerts/">Cloud Manager API: alerts</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/alerts")
    Listing<Alert> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "status", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    @OneOf(
                            argument = "status",
                            value = {"TRACKING", "OPEN", "CLOSED"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Alert> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One alert.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param alertId alert, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ALERT_NOT_FOUND} when the project has none with this
     *     id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/alerts/">Cloud Manager API: alerts</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/alerts/{alertId}")
    Alert get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.ALERT) @Path("alertId") String alertId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Alert get(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.ALERT) String alertId) {
        return get(Map.of(), groupId, alertId);
    }

    /**
     * Says that somebody looks after an alert, and silences its notifications for a while.
     *
     * @param body the named arguments: {@code acknowledgedUntil} when notifications go on, a string or an instant; a
     *     moment in the past takes the acknowledgement back; {@code acknowledgementComment} why; {@code envelope}
     *     wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param alertId alert, 24 hexadecimal digits
     * @return the alert as it is now
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ALERT_NOT_FOUND} when the project has none with this
     *     id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/alerts-acknowledge-alert/">Cloud Manager API: acknowledge an alert</a>
     */
    @PATCH("api/public/v1.0/groups/{groupId}/alerts/{alertId}")
    @RequiredRole("GROUP_MONITORING_ADMIN")
    Alert acknowledge(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "acknowledgedUntil", type = Object.class),
                        @NamedParam(value = "acknowledgementComment", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.ALERT) @Path("alertId") String alertId);
}
