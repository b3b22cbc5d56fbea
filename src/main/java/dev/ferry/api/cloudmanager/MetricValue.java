package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measured value and its unit.
 *
 * @param number the value
 * @param units its unit, such as {@code RAW}, {@code BYTES} or {@code SECONDS}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/alerts/">Cloud Manager API</a>
 */
public record MetricValue(@Nullable Double number, @Nullable String units, Map<String, Object> more) {}
