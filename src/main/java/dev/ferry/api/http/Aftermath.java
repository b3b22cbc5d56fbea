package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Trace;
import dev.ferry.api.change.Before;
import dev.ferry.api.change.Change;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.Redactor;
import dev.ferry.profile.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a change was done whose answer was lost, where a read can tell, and says how to find out where not. It
 * only ever reads. A thing may become visible a little later than it was made, so it looks twice. A sign that could have been there
 * before the change counts only if a read before it has shown that it was not.
 */
final class Aftermath {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));
    private static final String HANDS_OFF = "; do not simply run it again";

    /** Sends a reading request within bounds. */
    @FunctionalInterface
    interface Reads {
        @Nullable
        Answer send(Request request, RetryPolicy bounds, Reading<Answer> reading);
    }

    /** When a change was made last whose sign is slow to come, by what is read for it. */
    private final Map<String, Instant> slow = new ConcurrentHashMap<>();

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
     * The look before a change whose trace can prove something. When the read fails the change is made all the same, and nothing is known
     * of the state before it.
     *
     * @param change the request as it is going to be sent
     * @param reads the way of the reads
     */
    Before before(Request change, Reads reads) {
        return new Before(() -> {
            try {
                return signBefore(change, reads);
            } catch (SettingsException e) {
                // The tables are asked again where it matters.
                return Before.Sign.UNKNOWN;
            } catch (CallInterruptedException e) {
                throw new CallInterruptedException(
                        "interrupted before it was sent; nothing was sent", Answer.line(change), null, e);
            }
        });
    }

    private Before.Sign signBefore(Request request, Reads reads) {
        LostChange change = LostChange.of(request, catalogs, json);
        Trace trace = change.trace().filter(Trace::proves).orElse(null);
        String path = trace == null ? null : change.readPath(trace).orElse(null);
        if (trace == null || path == null || request.tag(IntoFile.class) != null) {
            return Before.Sign.UNKNOWN;
        }
        Instant now = settings.time().clock().instant();
        Instant other = trace.isSlow() ? slow.put(path, now) : null;
        if (other != null && now.isBefore(other.plus(trace.settles()))) {
            // What shows next may come from the change before this one.
            return Before.Sign.UNKNOWN;
        }
        return new Witness(change, trace, path, now, means(reads), Witness.BEFORE)
                .look()
                .sign();
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
            throw lost.with(words(trace) + howTo(change, trace, path));
        }
        String advice = words(trace) + howTo(change, trace, path);
        Witness witness = new Witness(change, trace, path, lost.sent(), means(reads), Witness.AFTER);
        Change marked = changed.tag(Change.class);
        Before before = marked == null ? Before.NOT_READ : marked.before();
        Evidence evidence = evidence(witness, lost, advice).against(trace, before.sign());
        if (evidence.finding() != Evidence.Finding.DONE) {
            String under = trace.kind() != Trace.Kind.ONLY_HINTS && evidence.finding() == Evidence.Finding.NOT_SEEN
                    ? ", and the change may still be under way"
                    : "";
            throw lost.with(
                    "; GET " + path + " was asked at " + witness.at() + ": " + evidence.seen() + under + advice);
        }
        settings.listeners()
                .notices()
                .accept(Redactor.redact("the answer to " + Answer.line(changed) + " was lost ("
                        + lost.reason().problem() + "); a read shows that it was done: " + evidence.seen()
                        + words(trace)));
        return readIfShown(witness.answer(evidence), reading);
    }

    /** What an answer means that was put together of a read, or of what was kept of it. */
    static <T> @Nullable T readIfShown(Answer answer, Reading<T> reading) {
        try {
            return reading.of(answer);
        } catch (UnreadableAnswerException e) {
            // The caller wants what no read shows. That it was done is what counts, and has been said.
            return null;
        }
    }

    private static String words(@Nullable Trace trace) {
        return trace == null || trace.words().isEmpty() ? "" : "; " + trace.words();
    }

    private static String howTo(LostChange change, @Nullable Trace trace, @Nullable String path) {
        if (trace != null && trace.repeatable()) {
            return "; running it again does no harm";
        }
        Optional<String> where = path == null ? change.nearPath() : Optional.of(path);
        return HANDS_OFF
                + where.map(LostChange::command)
                        .map(command -> "; find out with " + command)
                        .orElse(", but look first what is there");
    }

    private Witness.Means means(Reads reads) {
        return new Witness.Means(json, reader, settings, reads);
    }

    /** Finds out the same of changes of earlier runs. */
    EarlierChanges earlier(Reads reads, HttpUrl base) {
        return new EarlierChanges(base, means(reads));
    }

    /** Looks twice, since a thing may become visible a little later than it was made. */
    private Evidence evidence(Witness witness, OutcomeUnknownException lost, String advice) {
        try {
            settings.time().sleeper().sleep(PAUSES.get(0));
            Evidence evidence = witness.look();
            if (evidence.finding() != Evidence.Finding.NOT_SEEN) {
                return evidence;
            }
            settings.time().sleeper().sleep(PAUSES.get(1));
            return witness.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(lost, advice, e);
        } catch (CallInterruptedException e) {
            throw interrupted(lost, advice, e);
        }
    }

    private static OutcomeUnknownException interrupted(OutcomeUnknownException lost, String advice, Exception e) {
        ApiException reason = new CallInterruptedException(
                lost.reason().problem() + "; interrupted while it looked whether it was done",
                lost.request(),
                lost.requestId(),
                e);
        return new OutcomeUnknownException(reason, lost.sent()).with(advice);
    }
}
