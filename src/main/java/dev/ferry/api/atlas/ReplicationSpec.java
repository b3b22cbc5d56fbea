package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The regions and the hardware of one shard, or of the only replica set.
 *
 * @param id 24 hexadecimal digits
 * @param zoneId zone, 24 hexadecimal digits
 * @param zoneName name of the zone
 * @param regionConfigs one element a region
 * @param more fields of the answer that this record does not name
 */
public record ReplicationSpec(
        @Nullable String id,
        @Nullable String zoneId,
        @Nullable String zoneName,
        @Nullable List<RegionConfig> regionConfigs,
        Map<String, Object> more) {}
