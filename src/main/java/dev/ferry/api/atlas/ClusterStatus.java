package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the changes that were asked of a cluster have reached it.
 *
 * @param changeStatus {@code PENDING} or {@code APPLIED}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterstatus">Atlas Administration API</a>
 */
public record ClusterStatus(@Nullable String changeStatus, Map<String, Object> more) {}
