package dev.ferry.script;

import dev.ferry.api.RemoteJob;
import dev.ferry.api.Sleeper;
import dev.ferry.api.Timespan;
import dev.ferry.api.atlas.Validation;
import dev.ferry.output.Progress;
import dev.ferry.output.Streams;
import dev.ferry.script.WaitException.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again until something has happened. It ends when it has happened, when it cannot happen any more, when
 * the time is over and when the thread is interrupted, and says which.
 *
 * @param what what is waited for, as the person reads it
 * @param timeout how long at most
 * @param every the pause between two questions; null for pauses that grow from 100 ms to 10 s
 */
record Wait(String what, Duration timeout, @Nullable Duration every) {

    /** A day: longer than any step but the copying itself, for which scripts say how long they mean to wait. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * Waits.
     *
     * @param probe asks once
     * @param done whether the answer is what is waited for
     * @return the last answer
     * @throws WaitException when the wait ended otherwise
     */
    <T extends @Nullable Object> T until(
            Supplier<T> probe, Predicate<T> done, Streams streams, Clock clock, Sleeper sleeper) {
        Instant start = clock.instant();
        Instant end = start.plus(timeout);
        Observation seen = new Observation();
        Duration pause = every == null ? FIRST_PAUSE : every;
        try (Progress progress = Progress.start(streams, what)) {
            while (true) {
                T value = probe.get();
                seen.add(value, clock.instant());
                if (value instanceof RemoteJob job && job.outcome() == RemoteJob.Outcome.FAILED) {
                    throw failed(job, seen);
                }
                if (done.test(value)) {
                    return value;
                }
                if (value instanceof RemoteJob job && job.outcome() == RemoteJob.Outcome.SUCCEEDED) {
                    return value;
                }
                Instant now = clock.instant();
                if (!now.isBefore(end)) {
                    throw new WaitException(
                            Ending.TIMED_OUT,
                            what + ": not yet after " + Timespan.text(timeout) + seen.lastSeen()
                                    + " It may still go on at the service.");
                }
                progress.update(what + seen.numbers() + " (" + Timespan.text(Duration.between(start, now)) + ")");
                sleeper.sleep(shorter(pause, Duration.between(now, end)));
                if (every == null) {
                    pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
                }
            }
        } catch (Exception e) {
            if (Interrupts.isInterrupt(e)) {
                throw new WaitException(
                        Ending.INTERRUPTED,
                        what + ": interrupted" + seen.lastSeen() + " What was started goes on at the service.");
            }
            throw Interrupts.<RuntimeException>asIs(e);
        }
    }

    /** What counts as the end when a script does not say: a job's success, else what Groovy takes for true. */
    static boolean succeeded(@Nullable Object value, boolean truth) {
        return value instanceof RemoteJob job ? job.outcome() == RemoteJob.Outcome.SUCCEEDED : truth;
    }

    private WaitException failed(RemoteJob job, Observation seen) {
        boolean validation = job instanceof Validation;
        return new WaitException(
                validation ? Ending.VALIDATION_FAILED : Ending.JOB_FAILED,
                what + (validation ? ": the validation failed" : ": ended badly") + seen.lastSeen());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
