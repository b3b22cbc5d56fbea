package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud offers, by size of cluster.
 *
 * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param instanceSizes sizes and where they can be had
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterproviderregions">Atlas Administration API</a>
 */
public record ProviderRegions(String provider, @Nullable List<SizeRegions> instanceSizes, Map<String, Object> more) {}
