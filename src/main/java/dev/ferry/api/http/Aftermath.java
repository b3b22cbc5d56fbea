package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Trace;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.Redactor;
import dev.ferry.profile.SettingsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a change was done whose answer was lost, where a read can tell, and says how to find out where not. It
 * only ever reads. A thing may become visible a little later than it was made, so it looks twice.
 */
final class Aftermath {
    /** All looking together. */
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));
    private static final RetryPolicy READING = new RetryPolicy(3, WITHIN, Duration.ofSeconds(1), Duration.ofSeconds(4));

    /** Dates of headers and of some fields have no fractions. */
    private static final Duration UNSHARP = Duration.ofSeconds(2);

    private static final int NOT_FOUND = 404;
    private static final String HANDS_OFF = "; do not simply run it again";

    /** Sends a reading request within bounds. */
    @FunctionalInterface
    interface Reads {
        @Nullable
        Answer send(Request request, RetryPolicy bounds, Reading<Answer> reading);
    }

    private final Catalogs catalogs;
    private final JsonFormat json;
    private final AnswerReader reader;
    private final ApiClient.Settings settings;

    Aftermath(JsonFormat json, AnswerReader reader, ApiClient.Settings settings) {
        this.catalogs = settings.rules().catalogs();
        this.json = json;
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * What the call returns after all, when it was done.
     *
     * @param changed the request as it was sent
     * @param lost what became of its answer
     * @param reading what an answer means to the caller
     * @param reads the way of the reads
     * @throws OutcomeUnknownException when it is still unknown; says what was seen and how to find out
     */
    <T> @Nullable T of(Request changed, OutcomeUnknownException lost, Reading<T> reading, Reads reads) {
        LostChange change;
        Trace trace;
        try {
            change = LostChange.of(changed, catalogs, json);
            trace = change.trace().orElse(null);
        } catch (SettingsException e) {
            // A table that cannot be read must not hide what happened.
            throw lost.with(HANDS_OFF + ", but look first what is there");
        }
        String path = trace == null ? null : change.readPath(trace).orElse(null);
        boolean leftAlone = lost.reason() instanceof CallInterruptedException || changed.tag(IntoFile.class) != null;
        if (trace == null || path == null || trace.kind() == Trace.Kind.CANNOT_TELL || leftAlone) {
            throw lost.with(words(trace) + howTo(change, path));
        }
        Inquiry inquiry = new Inquiry(change, lost, trace, path, reads);
        Evidence evidence = inquiry.evidence();
        if (evidence.finding() != Evidence.Finding.DONE) {
            String under = trace.kind() == Trace.Kind.ONLY_HINTS || evidence.finding() == Evidence.Finding.OPEN
                    ? ""
                    : ", and the change may still be under way";
            throw lost.with("; GET " + path + " was asked at " + inquiry.at() + ": " + evidence.seen() + under
                    + words(trace) + howTo(change, path));
        }
        settings.listeners()
                .notices()
                .accept(Redactor.redact("the answer to " + Answer.line(changed) + " was lost ("
                        + lost.reason().problem() + "); a read shows that it was done: " + evidence.seen()
                        + words(trace)));
        return inquiry.value(evidence, reading);
    }

    private static String words(@Nullable Trace trace) {
        return trace == null || trace.words().isEmpty() ? "" : "; " + trace.words();
    }

    private static String howTo(LostChange change, @Nullable String path) {
        Optional<String> where = path == null ? change.nearPath() : Optional.of(path);
        return where.map(LostChange::command)
                        .map(command -> "; find out with " + command)
                        .orElse("")
                + HANDS_OFF
                + (where.isEmpty() ? ", but look first what is there" : "");
    }

    /** All looks after one change. */
    private final class Inquiry {
        private final LostChange change;
        private final OutcomeUnknownException lost;
        private final Trace trace;
        private final String path;
        private final Reads reads;
        private final Clock clock = settings.time().clock();
        private final Instant end = clock.instant().plus(WITHIN);
        private Instant at = clock.instant();
        private @Nullable Request read;

        Inquiry(LostChange change, OutcomeUnknownException lost, Trace trace, String path, Reads reads) {
            this.change = change;
            this.lost = lost;
            this.trace = trace;
            this.path = path;
            this.reads = reads;
        }

        Instant at() {
            return at.truncatedTo(ChronoUnit.SECONDS);
        }

        Evidence evidence() {
            Evidence evidence = look(PAUSES.get(0));
            return evidence.finding() == Evidence.Finding.NOT_SEEN ? look(PAUSES.get(1)) : evidence;
        }

        private Evidence look(Duration pause) {
            try {
                settings.time().sleeper().sleep(pause);
                HttpUrl url = Objects.requireNonNull(change.request().url().resolve(path));
                read = change.read(path, catalogs, url);
                at = clock.instant();
                Duration left = Duration.between(at, end);
                RetryPolicy policy = new RetryPolicy(
                        Math.min(READING.attempts(), settings.retries().attempts()),
                        left.isNegative() ? Duration.ZERO : left,
                        READING.firstPause(),
                        READING.longestPause());
                Answer answer = Objects.requireNonNull(reads.send(read, policy, this::whole));
                return Evidence.of(trace, change.body(), sent(answer.headers()), reader.anything(answer));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(e);
            } catch (CallInterruptedException e) {
                throw interrupted(e);
            } catch (ErrorAnswerException e) {
                // Without a code of the API's own somebody in between may have answered.
                return e.status() == NOT_FOUND && e.errorCode() != null
                        ? Evidence.ofNothing(trace)
                        : new Evidence(Evidence.Finding.OPEN, e.problem(), null);
            } catch (ApiException e) {
                return new Evidence(Evidence.Finding.OPEN, e.problem(), null);
            }
        }

        private Answer whole(Answer answer) {
            reader.nothing(answer);
            return answer;
        }

        private OutcomeUnknownException interrupted(Exception e) {
            ApiException reason = new CallInterruptedException(
                    lost.reason().problem() + "; interrupted while it looked whether it was done",
                    lost.request(),
                    lost.requestId(),
                    e);
            return new OutcomeUnknownException(reason, lost.sent()).with(words(trace) + howTo(change, path));
        }

        /** When the change was sent, by the clock of the service. */
        private Instant sent(Headers answer) {
            Date date = answer.getDate("Date");
            Duration ahead = date == null ? Duration.ZERO : Duration.between(clock.instant(), date.toInstant());
            return lost.sent().plus(ahead).minus(UNSHARP);
        }

        <T> @Nullable T value(Evidence evidence, Reading<T> reading) {
            Request asked = Objects.requireNonNull(read);
            boolean shown = trace.gives() && evidence.value() != null;
            ByteString body = shown ? json.write(evidence.value()) : ByteString.EMPTY;
            Headers headers = shown ? Headers.of("Content-Type", "application/json") : Headers.of();
            try {
                return reading.of(new Answer(asked, shown ? 200 : 204, "", headers, body));
            } catch (UnreadableAnswerException e) {
                // The caller wants what no read shows. That it was done is what counts, and has been said.
                return null;
            }
        }
    }
}
