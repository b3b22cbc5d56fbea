package dev.ferry.api.http;

import dev.ferry.api.catalog.Trace;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.json.JsonFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Reads what a trace names, and judges what it shows of a change. It only ever reads. */
final class Witness {
    /** All looking after a change together. */
    static final Duration AFTER = Duration.ofSeconds(30);

    /** The look before a change, which the change waits for. */
    static final Duration BEFORE = Duration.ofSeconds(10);

    private static final RetryPolicy READING = new RetryPolicy(3, AFTER, Duration.ofSeconds(1), Duration.ofSeconds(4));

    /** Dates of headers and of some fields have no fractions. */
    private static final Duration UNSHARP = Duration.ofSeconds(2);

    private static final int NOT_FOUND = 404;

    /** What is said of the thing that was asked for, and not of the service or of who is asking. */
    private static final Set<Integer> ANSWERS = Set.of(400, 403, NOT_FOUND, 409, 410);

    private final LostChange change;
    private final Trace trace;
    private final String path;
    private final Instant sent;
    private final Means means;
    private final Clock clock;
    private final Instant end;
    private Instant at;
    private @Nullable Request read;

    /**
     * What a look needs.
     *
     * @param reads the way of the reads
     */
    record Means(JsonFormat json, AnswerReader reader, ApiClient.Settings settings, Aftermath.Reads reads) {}

    /**
     * @param path what to read
     * @param sent when the change was sent, by our clock
     * @param within how long all looking together may take
     */
    Witness(LostChange change, Trace trace, String path, Instant sent, Means means, Duration within) {
        this.change = change;
        this.trace = trace;
        this.path = path;
        this.sent = sent;
        this.means = means;
        this.clock = means.settings().time().clock();
        this.end = clock.instant().plus(within);
        this.at = clock.instant();
    }

    /** When it looked last. */
    Instant at() {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Looks once.
     *
     * @throws CallInterruptedException when the thread was interrupted
     */
    Evidence look() {
        try {
            return lookOrFail();
        } catch (CallInterruptedException e) {
            throw e;
        } catch (ApiException e) {
            return new Evidence(Evidence.Finding.OPEN, e.problem(), null);
        }
    }

    /**
     * Looks once.
     *
     * @throws ApiException when the service cannot be asked
     */
    Evidence lookOrFail() {
        try {
            HttpUrl url = Objects.requireNonNull(change.request().url().resolve(path));
            read = change.read(path, means.settings().rules().catalogs(), url);
            at = clock.instant();
            Duration left = Duration.between(at, end);
            RetryPolicy policy = new RetryPolicy(
                    Math.min(READING.attempts(), means.settings().retries().attempts()),
                    left.isNegative() ? Duration.ZERO : left,
                    READING.firstPause(),
                    READING.longestPause());
            Answer answer = Objects.requireNonNull(means.reads().send(read, policy, this::whole));
            return Evidence.of(
                    trace, change.body(), sent(answer.headers()), means.reader().anything(answer));
        } catch (ErrorAnswerException e) {
            if (!ANSWERS.contains(e.status())) {
                throw e;
            }
            // Without a code of the API's own somebody in between may have answered.
            return e.status() == NOT_FOUND && e.errorCode() != null
                    ? Evidence.ofNothing(trace)
                    : new Evidence(Evidence.Finding.OPEN, e.problem(), null);
        }
    }

    private Answer whole(Answer answer) {
        means.reader().nothing(answer);
        return answer;
    }

    /** When the change was sent, by the clock of the service. */
    private Instant sent(Headers answer) {
        Date date = answer.getDate("Date");
        Duration ahead = date == null ? Duration.ZERO : Duration.between(clock.instant(), date.toInstant());
        return sent.plus(ahead).minus(UNSHARP);
    }

    /** What the change would have answered, as the last look showed it; without content where a read does not show it. */
    Answer answer(Evidence evidence) {
        return Answer.of(Objects.requireNonNull(read), trace.gives() ? evidence.value() : null);
    }
}
