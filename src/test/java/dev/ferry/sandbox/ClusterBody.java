package dev.ferry.sandbox;

import java.util.List;
import java.util.Map;

/** The body that asks for a cluster: a replica set of three on AWS in Frankfurt. */
public final class ClusterBody {
    private ClusterBody() {}

    /** @param size an instance size, such as {@code M30} */
    public static Map<String, Object> of(String name, String size) {
        Map<String, Object> region = Map.of(
                "providerName",
                "AWS",
                "regionName",
                "EU_CENTRAL_1",
                "priority",
                7,
                "electableSpecs",
                Map.of("instanceSize", size, "nodeCount", 3));
        return Map.of(
                "name",
                name,
                "clusterType",
                "REPLICASET",
                "replicationSpecs",
                List.of(Map.of("regionConfigs", List.of(region))));
    }
}
