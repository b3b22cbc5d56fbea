package dev.ferry.api.cloudmanager;

import dev.ferry.api.InQuery;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Tag;

/**
 * The root of the public API.
 */
public interface Root {
    /**
     * The name and the revision of the service: a cheap call to see whether address and credentials are right.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/root/">Cloud Manager API: root</a>
     */
    @GET("api/public/v1.0")
    ServiceRoot get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #get(Map)} without options. */
    default ServiceRoot get() {
        return get(Map.of());
    }
}
