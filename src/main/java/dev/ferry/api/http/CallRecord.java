package dev.ferry.api.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call as it went, for logs. Holds no secrets.
 *
 * @param at when it began
 * @param method the HTTP verb
 * @param path path and query, redacted
 * @param status the HTTP status, null when no answer came
 * @param duration from the first byte wanted to the last header read, authentication included
 * @param requestId the id the service gave the request, null when it gave none
 * @param failure what went wrong when no answer came, else null
 */
public record CallRecord(
        Instant at,
        String method,
        String path,
        @Nullable Integer status,
        Duration duration,
        @Nullable String requestId,
        @Nullable String failure) {}
