package dev.ferry.api.cloudmanager;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.QueryMap;

/**
 * The service itself.
 */
public interface System {
    /**
     * The name and the revision of the service: a cheap call to see whether address and credentials are right.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/root/">Cloud Manager API: root</a>
     */
    @GET("api/public/v1.0")
    ServiceRoot root(
            @QueryMap
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #root(Map)} without options. */
    default ServiceRoot root() {
        return root(Map.of());
    }
}
