package dev.ferry.api.cloudmanager;

import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the secrets a service account can log in with.
 *
 * @param id 24 hexadecimal digits
 * @param secret the secret itself, only in the answer to the call that made it
 * @param maskedSecretValue how it begins and ends
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param lastUsedAt when it was last used; absent before
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/org-service-accounts/">Cloud Manager API</a>
 */
public record ServiceAccountSecret(
        String id,
        @Nullable Secret secret,
        @Nullable String maskedSecretValue,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Map<String, Object> more) {}
