package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a Flex cluster runs.
 *
 * @param providerName {@code FLEX}
 * @param backingProviderName {@code AWS}, {@code AZURE} or {@code GCP}
 * @param regionName region, such as {@code EU_CENTRAL_1}
 * @param diskSizeGB room for data, GB
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupflexcluster">Atlas Administration API</a>
 */
public record FlexProvider(
        @Nullable String providerName,
        @Nullable String backingProviderName,
        @Nullable String regionName,
        @Nullable Double diskSizeGB,
        Map<String, Object> more) {}
