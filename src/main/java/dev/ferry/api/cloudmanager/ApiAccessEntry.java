package dev.ferry.api.cloudmanager;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address, or a range of them, from which an API key or a service account may be used.
 *
 * @param ipAddress the address; absent for a range
 * @param cidrBlock the range, in CIDR notation
 * @param created when it was added
 * @param count calls that came from it
 * @param lastUsed when the last call came from it; absent before the first
 * @param lastUsedAddress where the last call came from
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-api-key-access-lists/">Cloud Manager API</a>
 */
public record ApiAccessEntry(
        @Nullable String ipAddress,
        @Nullable String cidrBlock,
        @Nullable Instant created,
        @Nullable Integer count,
        @Nullable Instant lastUsed,
        @Nullable String lastUsedAddress,
        Map<String, Object> more) {}
