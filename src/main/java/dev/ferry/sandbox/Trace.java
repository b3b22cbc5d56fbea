package dev.ferry.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param groupId project it belongs to, or null for an event of the organization alone
 * @param login who did it: a public key or client id; null when nobody did, it came with time
 */
record Trace(
        String id,
        Instant at,
        String type,
        String orgId,
        @Nullable String groupId,
        @Nullable String clusterName,
        @Nullable String login,
        Map<String, Object> details) {}
