package dev.ferry.api.login;

import dev.ferry.api.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a login waits: on a thread of OkHttp, which nobody interrupts, so it looks up often whether the call is still
 * wanted.
 *
 * @param clock what time it is
 * @param sleeper passes the time
 * @param notices told why it takes long
 * @param givenUp whether the caller has left or its time is over
 */
public record Patience(Clock clock, Sleeper sleeper, Consumer<String> notices, BooleanSupplier givenUp) {
    private static final Duration LOOK_UP = Duration.ofMillis(100);

    /** The call that waits has been cancelled. */
    static final class GivenUp extends IOException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            // OkHttp says the same of a call that is cancelled elsewhere.
            super("Canceled");
        }
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }

    /** Returns at that time, or throws as soon as the thread is interrupted. */
    public void until(Instant time) throws IOException {
        for (Instant now = now(); now.isBefore(time); now = now()) {
            Duration left = Duration.between(now, time);
            pause(left.compareTo(LOOK_UP) < 0 ? left.plusMillis(1) : LOOK_UP);
        }
    }

    void pause(Duration length) throws IOException {
        if (givenUp.getAsBoolean()) {
            throw new GivenUp();
        }
        try {
            sleeper.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
