package dev.ferry.sandbox;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.atlas.Cluster;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Changing and deleting clusters: endpoints that Ferry has no methods for, but that a raw call reaches and that behave
 * differently while a migration runs.
 */
interface ClusterChanges {
    @PATCH("api/atlas/v2/groups/{groupId}/clusters/{clusterName}")
    @ApiVersion("2024-10-23")
    @RequiredRole({"GROUP_CLUSTER_MANAGER"})
    Cluster update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @Path("groupId") String groupId,
            @Path("clusterName") String clusterName);

    @DELETE("api/atlas/v2/groups/{groupId}/clusters/{clusterName}")
    @ApiVersion("2023-02-01")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void delete(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "retainBackups", type = Boolean.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupId") String groupId,
            @Path("clusterName") String clusterName);
}
