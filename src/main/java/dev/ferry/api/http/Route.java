package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call on the caller's own thread, outermost first: its media type, the read-only guard, then as many
 * exchanges as it takes. Authentication happens inside an exchange. On the way back somebody looks whether the version is
 * on its way out; where the answer to a change was lost, somebody looks whether it was done. Whoever wants to know is told of
 * the value.
 */
record Route(
        Versions versions,
        Guard guard,
        Retries retries,
        RetryPolicy policy,
        EndOfLife endOfLife,
        Aftermath aftermath,
        Consumer<Answered> answers) {
    /** The same with every version pinned to a date. */
    Route pinnedTo(String date) {
        return new Route(versions.pinnedTo(date), guard, retries, policy, endOfLife, aftermath, answers);
    }

    /**
     * Sends a request and says what the answer means.
     *
     * @throws ApiException when the call does not end well
     */
    <T> @Nullable T send(Request request, Reading<T> reading) {
        Request typed = versions.apply(request);
        guard.check(typed);
        T value = sent(typed, reading);
        answers.accept(Answered.of(typed, value));
        return value;
    }

    private <T> @Nullable T sent(Request typed, Reading<T> reading) {
        try {
            return retries.send(typed, policy, answer -> {
                endOfLife.look(typed, answer);
                return reading.of(answer);
            });
        } catch (OutcomeUnknownException e) {
            return aftermath.of(typed, e, reading, this::read);
        }
    }

    private @Nullable Answer read(Request request, RetryPolicy bounds, Reading<Answer> reading) {
        return retries.send(versions.apply(request), bounds, reading);
    }
}
