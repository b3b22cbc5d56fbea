package dev.ferry.rehearsal;

import dev.ferry.api.Sleeper;
import dev.ferry.sandbox.VirtualClock;
import java.time.Duration;

/**
 * Passes waits at once by moving the clock on. Steps grow with what has been waited since something was changed, so that days are not
 * asked through minute by minute.
 */
final class Waits implements Sleeper {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int PART = 50;

    private final VirtualClock clock;
    private Duration waited = Duration.ZERO;
    private boolean any;

    Waits(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in a wait");
        }
        synchronized (this) {
            Duration step = longer(duration, shorter(LONGEST, longer(SHORTEST, waited.dividedBy(PART))));
            waited = waited.plus(step);
            any = true;
            clock.advance(step);
        }
    }

    /** Whether anything was waited for. */
    synchronized boolean any() {
        return any;
    }

    /** Something is changed: what comes of it may come soon. */
    synchronized void startAnew() {
        waited = Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
