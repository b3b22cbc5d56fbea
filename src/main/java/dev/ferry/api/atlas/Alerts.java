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
import java.time.Instant;
import java.util.Map;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The alerts of Atlas projects.
 *
 * <pre>{@code
 * atlas.alerts.list(shop.id, status: 'OPEN')
 * }</pre>
 */
public interface Alerts {
    /**
     * The alerts of a project.
     *
     * @param options the named arguments: {@code status} only those in this state: {@code OPEN}, {@code TRACKING}
     *     or {@code CLOSED}; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code
     *     includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupalerts">Atlas Administration API: listGroupAlerts</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/alerts")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<Alert> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "status", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "status",
                            value = {"OPEN", "TRACKING", "CLOSED"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Alert> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One alert.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param alertId alert, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ALERT_NOT_FOUND} when the project has no such
     *     alert
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupalert">Atlas Administration API: getGroupAlert</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/alerts/{alertId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
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
     * Acknowledges an alert, so that it tells nobody until then; or takes that back.
     *
     * @param body the named arguments: {@code acknowledgedUntil} until when; far in the future for ever; {@code
     *     acknowledgementComment} why, at most 200 characters; {@code unacknowledgeAlert} true to take an
     *     acknowledgement back; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON
     * @param groupId project, 24 hexadecimal digits
     * @param alertId alert, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ALERT_NOT_FOUND} when the project has no such
     *     alert
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-acknowledgegroupalert">Atlas Administration API: acknowledgeGroupAlert</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/alerts/{alertId}")
    @ApiVersion("2024-05-30")
    @RequiredRole("GROUP_ALERTS_MANAGER")
    Alert acknowledge(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "acknowledgedUntil", type = Instant.class),
                        @NamedParam(value = "acknowledgementComment", type = String.class),
                        @NamedParam(value = "unacknowledgeAlert", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.ALERT) @Path("alertId") String alertId);
}
