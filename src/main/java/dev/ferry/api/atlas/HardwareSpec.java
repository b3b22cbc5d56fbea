package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size and the number of nodes of one kind in one region.
 *
 * @param instanceSize tier, such as {@code M30}
 * @param nodeCount number of nodes
 * @param diskSizeGB storage of each node, gigabytes
 * @param diskIOPS operations a second of the storage
 * @param ebsVolumeType kind of storage on AWS
 * @param more fields of the answer that this record does not name
 */
public record HardwareSpec(
        @Nullable String instanceSize,
        @Nullable Integer nodeCount,
        @Nullable Double diskSizeGB,
        @Nullable Integer diskIOPS,
        @Nullable String ebsVolumeType,
        Map<String, Object> more) {}
