package dev.ferry.api.http;

import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient.Settings.OnChange;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call on the caller's own thread, outermost first: its media type; perhaps another way altogether; of a change,
 * whether it may leave, a look at what is there where that is needed to recognise the change afterwards, and a note that it is going to
 * be made; then as many exchanges as it takes. Authentication happens
 * inside an exchange. On the way back somebody looks whether the version is on its way out; where the answer to a change was lost,
 * somebody looks whether it was done, and what came of it is noted. Whoever wants to know is told of the value.
 */
record Route(
        Versions versions,
        Changes changes,
        OnChange onChange,
        Detour detour,
        Retries retries,
        RetryPolicy policy,
        EndOfLife endOfLife,
        Aftermath aftermath,
        Consumer<Answered> answers,
        RawReads reads,
        ChangeOutcomes outcomes,
        NewThings news,
        HttpUrl base) {
    /** The same with every version pinned to a date. */
    Route pinnedTo(String date) {
        return new Route(
                versions.pinnedTo(date),
                changes,
                onChange,
                detour,
                retries,
                policy,
                endOfLife,
                aftermath,
                answers,
                reads,
                outcomes,
                news,
                base);
    }

    /**
     * Sends a request and says what the answer means.
     *
     * @throws ApiException when the call does not end well
     */
    <T> @Nullable T send(Request request, Reading<T> reading) {
        Request marked = changes.mark(versions.apply(request));
        Optional<ApiClient> elsewhere = detour.of(marked.url(), marked.tag(Change.class));
        if (elsewhere.isPresent()) {
            Route there = elsewhere.get().route();
            return there.send(movedFrom(marked, there.base), reading);
        }
        Request typed = onChange.looksBefore() && Changes.mayChange(marked) ? looking(marked) : marked;
        Change change = typed.tag(Change.class);
        // Last of all, so that whatever leaves for the service has been let through.
        if (change != null) {
            onChange.guard().check(change);
        }
        T value = Changes.mayChange(typed)
                ? noted(typed, reading)
                : reads.telling(typed, reading, watched -> sent(watching(typed), watched));
        answers.accept(Answered.of(typed, value));
        return value;
    }

    /** What became of a change that an earlier run left open. */
    Finding earlier(EarlierChange change) {
        return aftermath.earlier(this::read, base).look(change);
    }

    /** The look is made late: neither a refusal nor an answer from the journal needs it. */
    private Request looking(Request request) {
        Change change = Objects.requireNonNull(request.tag(Change.class));
        return request.newBuilder()
                .tag(Change.class, change.with(aftermath.before(request, this::read)))
                .build();
    }

    private static Request movedFrom(Request request, HttpUrl base) {
        HttpUrl there = request.url()
                .newBuilder()
                .scheme(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
        return request.newBuilder().url(there).build();
    }

    private <T> @Nullable T noted(Request typed, Reading<T> reading) {
        Change change = Objects.requireNonNull(typed.tag(Change.class));
        ChangeLog.Intent intent = onChange.log().intend(change);
        Optional<ChangeLog.Recorded> recorded = intent.recorded();
        if (recorded.isPresent()) {
            return Aftermath.readIfShown(
                    Answer.of(typed, recorded.get().answer().orElse(null)), reading);
        }
        Look.changing();
        T value = outcomes.telling(intent, reading, watched -> {
            // Read by now where the intent is kept with it.
            var unused = change.before().sign();
            return sent(typed, watched);
        });
        news.changed(typed, value);
        return value;
    }

    /** With what tells a thing that is not there from one that is not shown yet. */
    private Request watching(Request reading) {
        return reading.newBuilder().tag(NewThings.class, news).build();
    }

    private <T> @Nullable T sent(Request typed, Reading<T> reading) {
        try {
            return retries.send(typed, policy, () -> leave(typed), answer -> {
                endOfLife.look(typed, answer);
                return reading.of(answer);
            });
        } catch (OutcomeUnknownException e) {
            return aftermath.of(typed, e, reading, this::read);
        }
    }

    /** The mode of the session may have changed since the guard let the change through. */
    private void leave(Request request) {
        Change change = request.tag(Change.class);
        if (change != null) {
            onChange.guard().checkAttempt(change);
        }
    }

    private @Nullable Answer read(Request request, RetryPolicy bounds, Reading<Answer> reading) {
        return retries.send(versions.apply(request), bounds, () -> {}, reading);
    }
}
