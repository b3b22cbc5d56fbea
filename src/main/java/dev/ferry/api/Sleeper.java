package dev.ferry.api;

import java.time.Duration;

/** How somebody who waits passes the time; tests pass it at once. */
@FunctionalInterface
public interface Sleeper {

    /** Sleeps on the calling thread. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /**
     * Returns when the time is over.
     *
     * @throws InterruptedException at once when the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
