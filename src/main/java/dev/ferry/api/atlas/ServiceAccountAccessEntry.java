package dev.ferry.api.atlas;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address from which a service account may be used, and how it has been.
 *
 * @param cidrBlock block of addresses
 * @param ipAddress one address
 * @param createdAt when the entry was made
 * @param lastUsedAddress address it was last used from
 * @param lastUsedAt when it was last used from there
 * @param requestCount how many calls came from there
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgserviceaccountaccesslist">Atlas Administration API</a>
 */
public record ServiceAccountAccessEntry(
        @Nullable String cidrBlock,
        @Nullable String ipAddress,
        @Nullable Instant createdAt,
        @Nullable String lastUsedAddress,
        @Nullable Instant lastUsedAt,
        @Nullable Integer requestCount,
        Map<String, Object> more) {}
