package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * What happened in projects and organizations of the source, newest first.
 *
 * <pre>{@code
 * cm.events.forProject(minDate: '2025-03-12T08:00:00Z', shop.id)
 * }</pre>
 */
public interface Events {
    /**
     * The events of a project.
     *
     * @param options the named arguments: {@code eventType} only these types; {@code includeRaw} with the event as it
     *     is stored; {@code minDate} from this moment on, a string or an instant; {@code maxDate} up to this moment, a
     *     string or an instant; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/events/">Cloud Manager API: events</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/events")
    @IdOf(value = Thing.EVENT_TYPE, argument = "eventType")
    Listing<Event> forProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "eventType", type = List.class),
                        @NamedParam(value = "includeRaw", type = Boolean.class),
                        @NamedParam(value = "minDate", type = Object.class),
                        @NamedParam(value = "maxDate", type = Object.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #forProject(Map, String)} without options. */
    default Listing<Event> forProject(@IdOf(Thing.PROJECT) String groupId) {
        return forProject(Map.of(), groupId);
    }

    /**
     * One event of a project.
     *
     * @param options the named arguments: {@code includeRaw} with the event as it is stored; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param eventId event, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code EVENT_NOT_FOUND} when the project has none with this
     *     id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/events/get-one-event-for-project/">Cloud Manager API: get one event of a project</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/events/{eventId}")
    Event getInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "includeRaw", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("eventId") String eventId);

    /** The same as {@link #getInProject(Map, String, String)} without options. */
    default Event getInProject(@IdOf(Thing.PROJECT) String groupId, String eventId) {
        return getInProject(Map.of(), groupId, eventId);
    }

    /**
     * The events of an organization, those of its projects included.
     *
     * @param options the named arguments: {@code eventType} only these types; {@code includeRaw} with the event as it
     *     is stored; {@code minDate} from this moment on, a string or an instant; {@code maxDate} up to this moment, a
     *     string or an instant; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/events/">Cloud Manager API: events</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/events")
    @IdOf(value = Thing.EVENT_TYPE, argument = "eventType")
    @RequiredRole("ORG_MEMBER")
    Listing<Event> forOrg(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "eventType", type = List.class),
                        @NamedParam(value = "includeRaw", type = Boolean.class),
                        @NamedParam(value = "minDate", type = Object.class),
                        @NamedParam(value = "maxDate", type = Object.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #forOrg(Map, String)} without options. */
    default Listing<Event> forOrg(@IdOf(Thing.ORGANIZATION) String orgId) {
        return forOrg(Map.of(), orgId);
    }

    /**
     * One event of an organization.
     *
     * @param options the named arguments: {@code includeRaw} with the event as it is stored; {@code envelope} wraps
     *     the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param eventId event, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_EVENT_NOT_FOUND} when the organization has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/events/">Cloud Manager API: events</a>
     */
    @GET("api/public/v1.0/orgs/{orgId}/events/{eventId}")
    @RequiredRole("ORG_MEMBER")
    Event getInOrg(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "includeRaw", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @Path("eventId") String eventId);

    /** The same as {@link #getInOrg(Map, String, String)} without options. */
    default Event getInOrg(@IdOf(Thing.ORGANIZATION) String orgId, String eventId) {
        return getInOrg(Map.of(), orgId, eventId);
    }
}
