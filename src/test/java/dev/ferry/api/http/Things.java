package dev.ferry.api.http;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.Named;
import dev.ferry.output.Secret;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** A service in miniature, with one method for each thing that calls can do. */
public interface Things {
    /** Something with an id. */
    record Thing(
            String id,
            @Nullable String name,
            @Nullable Integer size,
            @Nullable Instant created,
            @Nullable Secret linkToken,
            Map<String, Object> more)
            implements Named {}

    @GET("api/atlas/v2/things")
    @ApiVersion("2023-01-01")
    Listing<Thing> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class),
                        @NamedParam(value = "kinds", type = List.class),
                        @NamedParam(value = "since", type = Instant.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options);

    default Listing<Thing> list() {
        return list(Map.of());
    }

    @GET("api/atlas/v2/groups/{groupId}/things/{thingName}")
    @ApiVersion("2024-05-30")
    Thing get(
            @Tag @InQuery @NamedParams({@NamedParam(value = "envelope", type = Boolean.class)})
                    Map<String, Object> options,
            @Path("groupId") String groupId,
            @Path("thingName") String thingName);

    default Thing get(String groupId, String thingName) {
        return get(Map.of(), groupId, thingName);
    }

    @POST("api/atlas/v2/things")
    @ApiVersion("2024-05-30")
    Thing create(
            @Body
                    @InQuery("pretty")
                    @NamedParams({
                        @NamedParam(value = "name", type = String.class, required = true),
                        @NamedParam(value = "size", type = Integer.class),
                        @NamedParam(value = "tags", type = List.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body);

    @POST("api/atlas/v2/groups/65f0000000000000000000a1/clusterConfigurations:validate")
    @ApiVersion("2024-05-30")
    List<Thing> search(@Body Map<String, Object> body);

    @DELETE("api/public/v1.0/things/{thingName}")
    @Nullable
    Void delete(@Path("thingName") String thingName);
}
