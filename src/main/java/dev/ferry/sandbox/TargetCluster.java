package dev.ferry.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of the target.
 *
 * @param description the body it was made with, later changes included
 * @param idle when it is, or was, done with the last thing asked of it
 * @param deleted when it is gone, or null
 */
record TargetCluster(
        String id,
        String groupId,
        String name,
        Map<String, Object> description,
        Instant created,
        Instant idle,
        @Nullable Instant deleted) {

    /** Sizes in GB that a tier has when the body names none. */
    private static final Map<String, Integer> DISKS = Map.of(
            "M10", 10, "M20", 20, "M30", 40, "M40", 80, "M50", 160, "M60", 320, "M80", 750, "M140", 1000, "M200", 1500);

    TargetCluster changed(Map<String, Object> changes, Instant now) {
        Map<String, Object> merged = new LinkedHashMap<>(description);
        merged.putAll(changes);
        return new TargetCluster(id, groupId, name, merged, created, now.plus(Pace.CLUSTER_UPDATE), deleted);
    }

    TargetCluster goingAway(Instant now) {
        return new TargetCluster(id, groupId, name, description, created, idle, now.plus(Pace.CLUSTER_DELETE));
    }

    String state(Instant now) {
        if (deleted != null) {
            return "DELETING";
        }
        if (!now.isBefore(idle)) {
            return "IDLE";
        }
        return now.isBefore(created.plus(Pace.CLUSTER_CREATE)) ? "CREATING" : "UPDATING";
    }

    boolean exists(Instant now) {
        return deleted == null || now.isBefore(deleted);
    }

    /** Whether it has been there long enough to have addresses. */
    boolean provisioned(Instant now) {
        return !now.isBefore(created.plus(Pace.CLUSTER_CREATE));
    }

    boolean sharded() {
        return !"REPLICASET".equals(description.get("clusterType"));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(description.get(name));
    }

    boolean hasBiConnector() {
        return description.get("biConnector") instanceof Map<?, ?> bi && Boolean.TRUE.equals(bi.get("enabled"));
    }

    int shards() {
        return Math.max(1, specs().size());
    }

    List<?> specs() {
        return description.get("replicationSpecs") instanceof List<?> specs ? specs : List.of();
    }

    /** The tier of its first region, such as {@code M30}. */
    String tier() {
        return electable().get("instanceSize") instanceof String tier ? tier : "M10";
    }

    boolean shared() {
        return List.of("M0", "M2", "M5", "FLEX").contains(tier());
    }

    /** Room for data on all shards together. */
    long diskBytes() {
        double each = electable().get("diskSizeGB") instanceof Number size
                ? size.doubleValue()
                : DISKS.getOrDefault(tier(), 40);
        return (long) (each * 1_000_000_000L * shards());
    }

    String version() {
        String major = description.get("mongoDBMajorVersion") instanceof String given ? given : "8.0";
        return major + (major.equals("6.0") ? ".19" : major.equals("7.0") ? ".16" : ".4");
    }

    private Map<?, ?> electable() {
        return map(map(first(map(first(specs())).get("regionConfigs"))).get("electableSpecs"));
    }

    private static @Nullable Object first(@Nullable Object list) {
        return list instanceof List<?> elements && !elements.isEmpty() ? elements.get(0) : null;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
