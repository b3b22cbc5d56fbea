package dev.ferry.names;

import dev.ferry.api.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many calls the names may cost: so many a minute, all of them at once if need be, then evenly. Sixty a minute read thirty
 * thousand names, and leave of the tightest limit on what they read, a hundred a minute, almost a half to the user.
 */
final class CallBudget {
    private final int perMinute;
    private final Clock clock;
    private final Sleeper sleeper;
    private double left;
    private Instant counted;

    CallBudget(int perMinute, Clock clock, Sleeper sleeper) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.sleeper = sleeper;
        this.left = perMinute;
        this.counted = clock.instant();
    }

    /**
     * Takes one call, waiting until there is one.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void take() throws InterruptedException {
        Duration wait = tryTake();
        while (!wait.isZero()) {
            sleeper.sleep(wait);
            wait = tryTake();
        }
    }

    /** Zero when there was one; else how long until there is. */
    private synchronized Duration tryTake() {
        Instant now = clock.instant();
        double earned = Duration.between(counted, now).toMillis() * perMinute / 60_000.0;
        left = Math.min(perMinute, left + Math.max(0, earned));
        counted = now;
        if (left >= 1) {
            left--;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - left) * 60_000 / perMinute));
    }
}
