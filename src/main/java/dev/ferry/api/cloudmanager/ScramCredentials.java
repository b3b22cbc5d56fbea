package dev.ferry.api.cloudmanager;

import dev.ferry.output.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a password is checked with (RFC 5802). Whoever has it can try passwords at leisure, so it is kept like one.
 *
 * @param iterationCount rounds of hashing
 * @param salt salt
 * @param serverKey key of the server
 * @param storedKey hash of the key of the client
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record ScramCredentials(
        @Nullable Integer iterationCount,
        @Nullable Secret salt,
        @Nullable Secret serverKey,
        @Nullable Secret storedKey,
        Map<String, Object> more) {}
