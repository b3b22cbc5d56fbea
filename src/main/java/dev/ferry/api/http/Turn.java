package dev.ferry.api.http;

import dev.ferry.api.Timespan;
import dev.ferry.api.failure.CallTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One call's place in the line before a {@link Bucket}. Used by one thread. */
final class Turn {
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    /** Where the capacity stands among the parameters of a refusal. */
    private static final int CAPACITY = 2;

    private final Bucket bucket;
    private final long ticket;
    private final ApiClient.Settings.Time time;
    private final ApiClient.Settings.Listeners listeners;
    private long sentAt;

    Turn(Bucket bucket, long ticket, ApiClient.Settings.Time time, ApiClient.Settings.Listeners listeners) {
        this.bucket = bucket;
        this.ticket = ticket;
        this.time = time;
        this.listeners = listeners;
    }

    /**
     * Returns when an attempt may go out; {@link #end} has to follow.
     *
     * @param request in words, for a failure
     * @param patience the longest time that is worth waiting for the next token
     * @return how long that took
     * @throws CallTimeoutException when it would take longer
     */
    Duration await(String request, Duration patience) throws InterruptedException {
        Instant begin = time.clock().instant();
        bucket.line(ticket);
        boolean through = false;
        try {
            while (true) {
                Duration wait = bucket.wait(ticket, time.clock());
                if (wait.isZero()) {
                    sentAt = bucket.go(ticket);
                    through = true;
                    return Duration.between(begin, time.clock().instant());
                }
                if (wait.compareTo(patience) > 0) {
                    throw new CallTimeoutException(
                            "the rate limit of " + bucket.name() + " is reached for " + Timespan.text(wait)
                                    + ", which is more than the time this call may take; nothing was sent",
                            request,
                            null,
                            null);
                }
                if (wait.compareTo(WORTH_A_WORD) > 0) {
                    listeners
                            .notices()
                            .accept("the rate limit of " + bucket.name() + " is reached; going on in "
                                    + Timespan.text(wait));
                }
                time.sleeper().sleep(wait);
            }
        } finally {
            if (!through) {
                bucket.leave(ticket);
            }
        }
    }

    /** The attempt is over; this is what came back, if anything. */
    void end(@Nullable Answer answer) {
        bucket.end(
                sentAt, answer == null ? null : answer.headers(), time.clock().instant());
    }

    /** The attempt is over, and its answer tells nothing of this limit. */
    void end() {
        bucket.end(sentAt, Headers.of(), time.clock().instant());
    }

    /**
     * The service has refused the attempt, because there were too many.
     *
     * @param pause how long to leave it alone
     */
    void refused(Headers answer, List<Object> parameters, Duration pause) {
        Instant until = time.clock().instant().plus(pause);
        boolean countsLeft = Bucket.number(answer.get("RateLimit-Remaining")) != null;
        bucket.refused(until, refill(parameters, until), countsLeft);
    }

    /** The service tells path, seconds to wait, capacity, tokens a step and seconds between steps. */
    private static Bucket.@Nullable Refill refill(List<Object> parameters, Instant next) {
        List<Integer> numbers = parameters.stream()
                .skip(CAPACITY)
                .map(each -> Bucket.number(String.valueOf(each)))
                .filter(Objects::nonNull)
                .toList();
        if (parameters.size() != CAPACITY + 3 || numbers.size() != 3 || numbers.contains(0)) {
            return null;
        }
        return new Bucket.Refill(numbers.get(1), Duration.ofSeconds(numbers.get(2)), numbers.get(0), next);
    }
}
