package dev.ferry.api.atlas;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address from which an API key may be used, and how it has been.
 *
 * @param cidrBlock block of addresses
 * @param ipAddress one address
 * @param count how often the key was used from there
 * @param created when the entry was made
 * @param lastUsed when the key was last used from there
 * @param lastUsedAddress address it was last used from
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgapikeyaccesslistentry">Atlas Administration API</a>
 */
public record ApiKeyAccessEntry(
        @Nullable String cidrBlock,
        @Nullable String ipAddress,
        @Nullable Integer count,
        @Nullable Instant created,
        @Nullable Instant lastUsed,
        @Nullable String lastUsedAddress,
        Map<String, Object> more) {}
