package dev.ferry.api.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

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

    /** For those who are told that they ask too often, a first pause counts ten times. */
    private static final int LESS_OFTEN = 10;

    private static final int MOST_DOUBLINGS = 20;

    /** Every call is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO);

    /** Refuses what can never be kept. */
    public RetryPolicy {
        if (attempts < 1 || within.isNegative() || firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("a call is sent at least once, and no time is shorter than none");
        }
    }

    /** The same bounds for a call that is not sent again. */
    RetryPolicy once() {
        return new RetryPolicy(1, within, firstPause, longestPause);
    }

    /** A pause after this many attempts, of any length up to the longest: those who failed together spread out. */
    Duration pause(int attempts, RandomGenerator random) {
        return part(longest(firstPause, attempts), random);
    }

    /** A pause for a service that asks for less and does not say for how long: never less than the half. */
    Duration longPause(int attempts, RandomGenerator random) {
        Duration half = longest(firstPause.multipliedBy(LESS_OFTEN), attempts);
        return half.plus(part(half, random));
    }

    private Duration longest(Duration first, int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    private static Duration part(Duration whole, RandomGenerator random) {
        return Duration.ofMillis(Math.round(whole.toMillis() * random.nextDouble()));
    }
}
