package dev.ferry.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A validation. What it will find is settled when it starts; it is told when it ends.
 *
 * @param failure what is wrong, or null
 */
record Check(
        String id,
        String groupId,
        String sourceGroupId,
        Instant started,
        @Nullable String failure) {
    String status(Instant now) {
        if (now.isBefore(started.plus(Pace.VALIDATION))) {
            return "PENDING";
        }
        return failure == null ? "SUCCESS" : "FAILED";
    }

    /** What is wrong, once it has ended. */
    @Nullable
    String message(Instant now) {
        return status(now).equals("FAILED") ? failure : null;
    }
}
