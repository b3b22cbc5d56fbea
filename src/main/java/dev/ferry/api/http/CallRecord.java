package dev.ferry.api.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call as its caller sees it, for logs. Holds no secrets.
 *
 * @param at when it began
 * @param method the HTTP verb
 * @param path path and query, redacted
 * @param status the HTTP status of the last attempt, null when no answer came
 * @param duration from the first byte wanted to the last byte read, with all attempts, pauses and authentication
 * @param requestId the id the service gave the last attempt, null when it gave none
 * @param failure what went wrong when no answer came or none that can be used, else null
 * @param attempts how often it was sent or tried; 0 when it was given up while it waited for its turn
 * @param waited the part of the duration in which nothing was under way: pauses, and waiting for a rate limit
 */
public record CallRecord(
        Instant at,
        String method,
        String path,
        @Nullable Integer status,
        Duration duration,
        @Nullable String requestId,
        @Nullable String failure,
        int attempts,
        Duration waited) {}
