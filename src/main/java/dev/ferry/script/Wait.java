package dev.ferry.script;

import dev.ferry.api.RemoteJob;
import dev.ferry.api.Timespan;
import dev.ferry.api.atlas.Validation;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.http.Look;
import dev.ferry.output.Progress;
import dev.ferry.script.WaitException.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again until something has happened. It ends when it has happened, when it cannot happen any more, when
 * the time is over and when the thread is interrupted, and says which. A service that does not answer for a while does not
 * end it.
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

    /** Where nothing moves, lines become rarer: one after each twentieth of the time so far, and every ten minutes at least. */
    private static final int PART = 20;

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(10);

    private static final Pattern MIGRATION = Pattern.compile("(?:(?:live )?migration )?\\b([0-9a-f]{24})\\b");

    /**
     * Waits.
     *
     * @param probe asks once
     * @param done whether the answer is what is waited for
     * @return the last answer
     * @throws WaitException when the wait ended otherwise
     */
    <T extends @Nullable Object> T until(Supplier<T> probe, Predicate<T> done, Session session) {
        Observation seen = new Observation();
        String label = named(session);
        try (Progress progress = Progress.start(session.streams(), label)) {
            return new Watch<>(probe, done, session, seen, label, progress).end();
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

    /** The same with what people know a live migration by in place of its id. */
    private String named(Session session) {
        return MIGRATION
                .matcher(what)
                .replaceAll(id -> Matcher.quoteReplacement(
                        session.migrationTitle(id.group(1)).orElse(id.group())));
    }

    /** One answer, and whether it is the last one. */
    private record Seen<T extends @Nullable Object>(T value, boolean isEnd) {}

    /** All looks of one wait. */
    private final class Watch<T extends @Nullable Object> {
        private final Supplier<T> probe;
        private final Predicate<T> done;
        private final Session session;
        private final Clock clock;
        private final Observation seen;
        private final Progress progress;
        private final String label;
        private final Instant start;
        private final Instant end;
        private Duration pause = every == null ? FIRST_PAUSE : every;
        private @Nullable Outage outage;

        /** When the service first said of something new that it is not there; null while it does not. */
        private @Nullable Instant notShownSince;

        private Instant lastLine;

        Watch(
                Supplier<T> probe,
                Predicate<T> done,
                Session session,
                Observation seen,
                String label,
                Progress progress) {
            this.probe = probe;
            this.done = done;
            this.session = session;
            this.clock = session.clock();
            this.seen = seen;
            this.progress = progress;
            this.label = label;
            this.start = clock.instant();
            this.end = start.plus(timeout);
            this.lastLine = start;
        }

        T end() throws Exception {
            while (true) {
                Seen<T> answer = look();
                if (answer != null && answer.isEnd()) {
                    return answer.value();
                }
                Instant now = clock.instant();
                if (!now.isBefore(end)) {
                    throw timedOut(now);
                }
                Duration next = shorter(nextPause(now), Duration.between(now, end));
                tell(now, next);
                session.sleeper().sleep(next);
            }
        }

        /** Asks once; null when there was no answer. */
        private @Nullable Seen<T> look() throws Exception {
            Instant asked = clock.instant();
            try (Look look = Look.begin(outage != null)) {
                Seen<T> answered;
                try {
                    T value = probe.get();
                    seen.add(value, clock.instant());
                    answered = new Seen<>(value, isEnd(value));
                } catch (Exception e) {
                    ApiException call = Outage.call(e);
                    if (call == null || look.sentChange() || Interrupts.isInterrupt(e) || !isPassing(call, asked)) {
                        throw e;
                    }
                    return null;
                }
                answered();
                return answered;
            }
        }

        private boolean isEnd(T value) {
            if (value instanceof RemoteJob job && job.outcome() == RemoteJob.Outcome.FAILED) {
                throw failed(job);
            }
            return done.test(value) || (value instanceof RemoteJob job && job.outcome() == RemoteJob.Outcome.SUCCEEDED);
        }

        /** Whether a failure is no reason to stop; remembers it. */
        private boolean isPassing(ApiException call, Instant asked) {
            Instant met = notShownSince == null ? asked : notShownSince;
            if (Outage.isNotShownYet(call, Duration.between(met, clock.instant()))) {
                notShownSince = met;
                back();
                return true;
            }
            // In a rehearsal the pauses take no time, so that the service would be asked without rest.
            if (!Outage.is(call) || session.rehearsing()) {
                return false;
            }
            if (outage == null) {
                outage = new Outage(call, asked);
                Instant now = clock.instant();
                lastLine = now;
                progress.say(outageLine(outage, now, shorter(nextPause(now), Duration.between(now, end))));
            } else {
                outage.goesOn(call);
            }
            return true;
        }

        private void answered() {
            notShownSince = null;
            back();
        }

        private void back() {
            Outage over = outage;
            if (over != null) {
                outage = null;
                progress.say(label + ": back after " + Timespan.words(Duration.between(over.since(), clock.instant())));
            }
        }

        private Duration nextPause(Instant now) {
            if (outage != null) {
                Duration next = outage.pause(now);
                return every != null && every.compareTo(next) > 0 ? every : next;
            }
            Duration next = pause;
            if (every == null) {
                pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
            }
            return seen.atMost(next);
        }

        private void tell(Instant now, Duration next) {
            Outage out = outage;
            Duration elapsed = Duration.between(start, now);
            String state = notShownSince == null ? seen.text() : "not there yet (404)";
            String line = out != null
                    ? outageLine(out, now, next)
                    : label + ": " + (state.isEmpty() ? "waiting " : state + ", ") + Timespan.words(elapsed)
                            + "; next look in " + Timespan.words(next);
            Duration between = out != null ? BETWEEN_LINES : shorter(elapsed.dividedBy(PART), BETWEEN_LINES);
            boolean due = Duration.between(lastLine, now).compareTo(between) >= 0;
            if (due) {
                lastLine = now;
            }
            progress.update(line, due ? line : null);
        }

        private String outageLine(Outage out, Instant now, Duration next) {
            return label + ": " + out.text(now) + ", next try in " + Timespan.words(next);
        }

        private WaitException timedOut(Instant now) {
            return new WaitException(
                    Ending.TIMED_OUT,
                    what + ": not yet after " + Timespan.text(timeout)
                            + (outage == null ? "" : "; " + outage.text(now))
                            + seen.lastSeen() + " It may still go on at the service.");
        }

        private WaitException failed(RemoteJob job) {
            boolean validation = job instanceof Validation;
            return new WaitException(
                    validation ? Ending.VALIDATION_FAILED : Ending.JOB_FAILED,
                    what + (validation ? ": the validation failed" : ": ended badly") + seen.lastSeen());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
