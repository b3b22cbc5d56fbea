package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Tag;

/**
 * The root of the Atlas Administration API.
 */
public interface Root {
    /**
     * The state of the service and, with an API key, the roles and the access list of that key.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getsystemstatus">Atlas Administration API: getSystemStatus</a>
     */
    @GET("api/atlas/v2")
    @ApiVersion("2023-01-01")
    SystemStatus status(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #status(Map)} without options. */
    default SystemStatus status() {
        return status(Map.of());
    }
}
