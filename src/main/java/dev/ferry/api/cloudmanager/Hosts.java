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
 * The processes of the source, host by host.
 */
public interface Hosts {
    /**
     * The processes of a project, sorted by host and port.
     *
     * @param options the named arguments: {@code clusterId} only those of this cluster; {@code envelope} wraps the
     *     answer with its status; {@code pretty} asks for indented JSON; {@code pageNum} first page to read, from
     *     1; {@code itemsPerPage} size of a page, 1 to 500
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/hosts/get-all-hosts-in-group/">Cloud Manager API: get all hosts</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/hosts")
    @IdOf(value = Thing.CLUSTER, argument = "clusterId")
    Listing<Host> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "clusterId", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<Host> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One process.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param hostId identifier of the process
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code HOST_NOT_FOUND} when the project has none with
     *     this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/hosts/get-one-host-by-id/">Cloud Manager API: get one host by id</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/hosts/{hostId}")
    Host get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.HOST) @Path("hostId") String hostId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default Host get(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.HOST) String hostId) {
        return get(Map.of(), groupId, hostId);
    }

    /**
     * The process on this host and port.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param hostname host it runs on
     * @param port its port, such as {@code 27017}
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code HOSTNAME_AND_PORT_NOT_FOUND} when the project has
     *     none there
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/hosts/">Cloud Manager API: hosts</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/hosts/byName/{hostname}:{port}")
    Host byName(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("hostname") String hostname,
            @Path("port") String port);

    /** The same as {@link #byName(Map, String, String, String)} without options. */
    default Host byName(@IdOf(Thing.PROJECT) String groupId, String hostname, String port) {
        return byName(Map.of(), groupId, hostname, port);
    }
}
