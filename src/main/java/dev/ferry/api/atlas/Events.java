package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.RequiredRole;
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
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupevents">Atlas Administration API: listGroupEvents</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/events")
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
            @Path("groupId") String groupId);

    /** The same as {@link #forProject(Map, String)} without options. */
    default Listing<Event> forProject(String groupId) {
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
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgevents">Atlas Administration API: listOrgEvents</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/events")
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
            @Path("orgId") String orgId);

    /** The same as {@link #forOrg(Map, String)} without options. */
    default Listing<Event> forOrg(String orgId) {
        return forOrg(Map.of(), orgId);
    }
}
