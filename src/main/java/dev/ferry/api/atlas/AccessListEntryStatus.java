package dev.ferry.api.atlas;

import com.squareup.moshi.Json;
import java.util.Map;

/**
 * Whether an entry of the access list has reached the clusters.
 *
 * @param status {@code PENDING}, {@code FAILED} or {@code ACTIVE}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupaccessliststatus">Atlas Administration API</a>
 */
public record AccessListEntryStatus(@Json(name = "STATUS") String status, Map<String, Object> more) {}
