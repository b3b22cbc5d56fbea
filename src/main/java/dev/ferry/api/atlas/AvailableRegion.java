package dev.ferry.api.atlas;

import com.squareup.moshi.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A region of a cloud.
 *
 * @param name name, such as {@code EU_CENTRAL_1}
 * @param isDefault whether it is taken when none is named
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupclusterproviderregions">Atlas Administration API</a>
 */
public record AvailableRegion(
        String name, @Json(name = "default") @Nullable Boolean isDefault, Map<String, Object> more) {}
