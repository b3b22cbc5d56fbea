package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one shard in one region of one cloud provider.
 *
 * @param providerName {@code AWS}, {@code AZURE}, {@code GCP} or {@code TENANT}
 * @param backingProviderName provider under a {@code TENANT} cluster
 * @param regionName region in the spelling of Atlas, such as {@code EU_CENTRAL_1}
 * @param priority 7 is elected first, 0 is never elected
 * @param electableSpecs nodes that can become primary
 * @param readOnlySpecs nodes that only read
 * @param analyticsSpecs nodes for analytics
 * @param more fields of the answer that this record does not name
 */
public record RegionConfig(
        @Nullable String providerName,
        @Nullable String backingProviderName,
        @Nullable String regionName,
        @Nullable Integer priority,
        @Nullable HardwareSpec electableSpecs,
        @Nullable HardwareSpec readOnlySpecs,
        @Nullable HardwareSpec analyticsSpecs,
        Map<String, Object> more) {}
