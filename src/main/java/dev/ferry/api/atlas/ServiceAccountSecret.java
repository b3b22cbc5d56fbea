package dev.ferry.api.atlas;

import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a service account.
 *
 * @param id 24 hexadecimal digits
 * @param secret its value; only in the answer that made it
 * @param maskedSecretValue its value with all but the end hidden
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param lastUsedAt when it was last used
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorgserviceaccountsecret">Atlas Administration API</a>
 */
public record ServiceAccountSecret(
        String id,
        @Nullable Secret secret,
        @Nullable String maskedSecretValue,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Map<String, Object> more) {}
