package dev.ferry.api.atlas;

import java.util.Map;

/**
 * Whether private endpoints may be in several regions.
 *
 * @param enabled whether they may
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointregionalmode">Atlas Administration API</a>
 */
public record RegionalMode(Boolean enabled, Map<String, Object> more) {}
