package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The regions that offer a size of cluster.
 *
 * @param name size, such as {@code M30}
 * @param availableRegions regions that offer it
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterproviderregions">Atlas Administration API</a>
 */
public record SizeRegions(String name, @Nullable List<AvailableRegion> availableRegions, Map<String, Object> more) {}
