package dev.ferry.sandbox;

import dev.ferry.api.atlas.Cluster;
import dev.ferry.api.atlas.ConnectionStrings;
import dev.ferry.api.atlas.HardwareSpec;
import dev.ferry.api.atlas.RegionConfig;
import dev.ferry.api.atlas.ReplicationSpec;
import dev.ferry.api.atlas.ResourceTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The description of a cluster as the API answers it: what was asked for, and what became of it. */
final class ClusterAnswer {
    /** Fields of the body that the answer carries in components of their own. */
    private static final Set<String> NAMED = Set.of(
            "name",
            "clusterType",
            "mongoDBMajorVersion",
            "paused",
            "backupEnabled",
            "terminationProtectionEnabled",
            "replicationSpecs",
            "tags");

    private ClusterAnswer() {}

    static Cluster of(TargetCluster cluster, Instant now) {
        Map<String, Object> more = new LinkedHashMap<>(cluster.description());
        more.keySet().removeAll(NAMED);
        String version = cluster.version();
        String major = version.substring(0, version.lastIndexOf('.'));
        return new Cluster(
                cluster.id(),
                cluster.name(),
                cluster.groupId(),
                String.valueOf(cluster.description().get("clusterType")),
                cluster.state(now),
                version,
                major,
                major,
                cluster.created(),
                cluster.flag("paused"),
                cluster.flag("backupEnabled"),
                cluster.flag("terminationProtectionEnabled"),
                connections(cluster, now),
                specs(cluster),
                list(cluster.description().get("tags")).stream()
                        .map(tag -> new ResourceTag(string(tag, "key", ""), string(tag, "value", ""), Map.of()))
                        .toList(),
                more);
    }

    /** Empty until there is something to connect to. */
    private static ConnectionStrings connections(TargetCluster cluster, Instant now) {
        if (!cluster.provisioned(now)) {
            return new ConnectionStrings(null, null, null, null, Map.of());
        }
        ClusterHosts hosts = new ClusterHosts(cluster);
        int port = cluster.sharded() ? 27016 : 27017;
        List<String> nodes =
                hosts.names(0).stream().map(name -> name + ":" + port).toList();
        String set = cluster.sharded() ? "" : "&replicaSet=" + hosts.replicaSet(0);
        return new ConnectionStrings(
                "mongodb://" + String.join(",", nodes) + "/?ssl=true&authSource=admin" + set,
                "mongodb+srv://" + cluster.name().toLowerCase(Locale.ROOT) + "." + hosts.domain(),
                null,
                null,
                Map.of());
    }

    private static List<ReplicationSpec> specs(TargetCluster cluster) {
        List<ReplicationSpec> specs = new ArrayList<>();
        for (Map<?, ?> spec : list(cluster.specs())) {
            String id = Ids.of(cluster.id(), "spec", String.valueOf(specs.size()));
            List<RegionConfig> regions = list(spec.get("regionConfigs")).stream()
                    .map(ClusterAnswer::region)
                    .toList();
            specs.add(new ReplicationSpec(
                    id, Ids.of(cluster.id(), "zone"), string(spec, "zoneName", "Zone 1"), regions, Map.of()));
        }
        return specs;
    }

    private static RegionConfig region(Map<?, ?> region) {
        Map<String, Object> more = new LinkedHashMap<>();
        region.forEach((name, value) -> more.put(String.valueOf(name), value));
        more.keySet()
                .removeAll(Set.of(
                        "providerName",
                        "backingProviderName",
                        "regionName",
                        "priority",
                        "electableSpecs",
                        "readOnlySpecs",
                        "analyticsSpecs"));
        return new RegionConfig(
                string(region, "providerName", "AWS"),
                region.get("backingProviderName") instanceof String backing ? backing : null,
                string(region, "regionName", "EU_CENTRAL_1"),
                integer(region, "priority"),
                hardware(region.get("electableSpecs")),
                hardware(region.get("readOnlySpecs")),
                hardware(region.get("analyticsSpecs")),
                more);
    }

    private static @Nullable HardwareSpec hardware(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> spec)) {
            return null;
        }
        return new HardwareSpec(
                string(spec, "instanceSize", "M10"),
                integer(spec, "nodeCount"),
                spec.get("diskSizeGB") instanceof Number size ? (Double) size.doubleValue() : null,
                integer(spec, "diskIOPS"),
                spec.get("ebsVolumeType") instanceof String type ? type : null,
                Map.of());
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> elements) {
            elements.forEach(element -> maps.add((Map<?, ?>) element));
        }
        return maps;
    }

    private static String string(Map<?, ?> map, String name, String otherwise) {
        return map.get(name) instanceof String text ? text : otherwise;
    }

    private static @Nullable Integer integer(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? (Integer) number.intValue() : null;
    }
}
