package dev.ferry.api.http;

import java.time.Duration;

/**
 * How long to keep trying.
 *
 * @param attempts how often a call is sent at most, the first time included; 1 is never again
 * @param within how long a call may take with all its attempts and the pauses between them
 * @param firstPause the longest pause after the first attempt; it doubles with every further one
 * @param longestPause where the doubling ends. Only the service may ask for more, by {@code Retry-After}.
 */
public record RetryPolicy(int attempts, Duration within, Duration firstPause, Duration longestPause) {
    /** Five attempts within five minutes, with pauses of up to 1, 2, 4 and 8 seconds. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(5, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** Every call is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO);

    /** Refuses what can never be kept. */
    public RetryPolicy {
        if (attempts < 1 || within.isNegative() || firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("a call is sent at least once, and no time is shorter than none");
        }
    }
}
