package dev.ferry.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The tokens that are left of each limit. */
final class Buckets {
    private final Clock clock;
    private final Map<Key, Bucket> buckets = new HashMap<>();

    private record Key(Limit limit, String entity) {}

    Buckets(Clock clock) {
        this.clock = clock;
    }

    /**
     * What became of a request for a token.
     *
     * @param remaining how many are left
     * @param retryAfter seconds until there are more; 0 when one was given
     */
    record Draw(Limit limit, int remaining, long retryAfter) {
        boolean refused() {
            return retryAfter > 0;
        }
    }

    /** Takes a token, if there is one. */
    synchronized Draw draw(Limit limit, String entity) {
        return buckets.computeIfAbsent(new Key(limit, entity), any -> new Bucket(limit, clock.instant()))
                .draw(limit, clock.instant());
    }

    private static final class Bucket {
        private int tokens;
        private Instant refilled;

        Bucket(Limit limit, Instant now) {
            this.tokens = limit.capacity();
            this.refilled = now;
        }

        Draw draw(Limit limit, Instant now) {
            long steps = Duration.between(refilled, now).toSeconds() / limit.seconds();
            refilled = refilled.plusSeconds(steps * limit.seconds());
            tokens = (int) Math.min(limit.capacity(), tokens + steps * limit.refill());
            if (tokens > 0) {
                tokens--;
                return new Draw(limit, tokens, 0);
            }
            Duration left = Duration.between(now, refilled.plusSeconds(limit.seconds()));
            // Rounded up: whoever waits exactly so long finds a token.
            return new Draw(limit, 0, left.plusNanos(999_999_999).toSeconds());
        }
    }
}
