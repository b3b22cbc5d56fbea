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
import java.util.List;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * What happened in projects and organizations, newest first.
 */
public interface Events {
    /**
     * The events of a project; those of its migrations are called {@code CLUSTER_IMPORT_…}.
     *
     * @param options the named arguments: {@code clusterNames} only those of these clusters; {@code eventType} only
     *     these types; {@code excludedEventType} without these types; {@code includeRaw} with the event as it is
     *     stored; {@code minDate} from this moment on, a string or an instant; {@code maxDate} up to this moment, a
     *     string or an instant; {@code envelope} wraps the answer with its status; {@code pretty} asks for indented
     *     JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code
     *     includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupevents">Atlas Administration API: listGroupEvents</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/events")
    @NameOf(value = Thing.CLUSTER, argument = "clusterNames")
    @IdOf(value = Thing.EVENT_TYPE, argument = "eventType")
    @IdOf(value = Thing.EVENT_TYPE, argument = "excludedEventType")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<Event> forProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "clusterNames", type = List.class),
                        @NamedParam(value = "eventType", type = List.class),
                        @NamedParam(value = "excludedEventType", type = List.class),
                        @NamedParam(value = "includeRaw", type = Boolean.class),
                        @NamedParam(value = "minDate", type = Object.class),
                        @NamedParam(value = "maxDate", type = Object.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #forProject(Map, String)} without options. */
    default Listing<Event> forProject(@IdOf(Thing.PROJECT) String groupId) {
        return forProject(Map.of(), groupId);
    }

    /**
     * The events of an organization; moves of projects are called {@code GROUP_MOVED} and {@code
     * GROUP_MOVED_FROM_ORG}.
     *
     * @param options the named arguments: {@code eventType} only these types; {@code includeRaw} with the event as
     *     it is stored; {@code minDate} from this moment on, a string or an instant; {@code maxDate} up to this
     *     moment, a string or an instant; {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgevents">Atlas Administration API: listOrgEvents</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/events")
    @IdOf(value = Thing.EVENT_TYPE, argument = "eventType")
    @ApiVersion("2023-01-01")
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
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #forOrg(Map, String)} without options. */
    default Listing<Event> forOrg(@IdOf(Thing.ORGANIZATION) String orgId) {
        return forOrg(Map.of(), orgId);
    }

    /**
     * The kinds of events there are.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listeventtypes">Atlas Administration API: listEventTypes</a>
     */
    @GET("api/atlas/v2/eventTypes")
    @ApiVersion("2023-01-01")
    @RequiredRole({"ORG_MEMBER", "GROUP_READ_ONLY"})
    Listing<EventType> types(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #types(Map)} without options. */
    default Listing<EventType> types() {
        return types(Map.of());
    }

    /**
     * One event of an organization.
     *
     * @param options the named arguments: {@code includeRaw} whether the answer carries the event as it is stored;
     *     {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param eventId event, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code EVENT_NOT_FOUND} when the organization has no such
     *     event
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgevent">Atlas Administration API: getOrgEvent</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/events/{eventId}")
    @ApiVersion("2023-01-01")
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

    /**
     * One event of a project.
     *
     * @param options the named arguments: {@code includeRaw} whether the answer carries the event as it is stored;
     *     {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param eventId event, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code EVENT_NOT_FOUND} when the project has no such
     *     event
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupevent">Atlas Administration API: getGroupEvent</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/events/{eventId}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
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
}
