package dev.ferry.sandbox;

import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** Looking at the limits: endpoints that Ferry has no methods for, but that a call by name reaches. */
interface RateLimits {
    @GET("api/atlas/v2/rateLimits")
    Listing<Map<String, Object>> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class),
                        @NamedParam(value = "groupId", type = String.class),
                        @NamedParam(value = "orgId", type = String.class),
                        @NamedParam(value = "userId", type = String.class),
                        @NamedParam(value = "ipAddress", type = String.class),
                        @NamedParam(value = "name", type = List.class),
                        @NamedParam(value = "endpointPath", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options);

    @GET("api/atlas/v2/rateLimits/{endpointSetId}")
    Map<String, Object> get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "groupId", type = String.class),
                        @NamedParam(value = "orgId", type = String.class),
                        @NamedParam(value = "userId", type = String.class),
                        @NamedParam(value = "ipAddress", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("endpointSetId") String endpointSetId);
}
