package dev.ferry.api.http;

import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells what came of a change. */
final class ChangeOutcomes {
    private final AnswerReader reader;

    ChangeOutcomes(AnswerReader reader) {
        this.reader = reader;
    }

    /** Sends a change, and tells its intent how that ended. */
    <T> @Nullable T telling(ChangeLog.Intent intent, Reading<T> reading, Function<Reading<T>, @Nullable T> send) {
        Answer[] last = new Answer[1];
        T value;
        try {
            value = send.apply(answer -> {
                last[0] = answer;
                return reading.of(answer);
            });
        } catch (ApiException e) {
            tell(intent, failed(e), e);
            throw e;
        } catch (RuntimeException | Error e) {
            tell(intent, new Outcome(Outcome.Kind.UNKNOWN, null, null, null, String.valueOf(e.getMessage())), e);
            throw e;
        }
        intent.ended(done(last[0]));
        return value;
    }

    /** What the caller is told is why the change failed, also when that cannot be kept. */
    private static void tell(ChangeLog.Intent intent, Outcome outcome, Throwable failure) {
        try {
            intent.ended(outcome);
        } catch (RuntimeException unkept) {
            failure.addSuppressed(unkept);
        }
    }

    private Outcome done(@Nullable Answer answer) {
        if (answer == null) {
            return new Outcome(Outcome.Kind.DONE, null, null, null, "");
        }
        boolean readable = !answer.isEmpty() && answer.isJson();
        return new Outcome(
                Outcome.Kind.DONE, answer.status(), answer.requestId(), readable ? reader.anything(answer) : null, "");
    }

    private static Outcome failed(ApiException e) {
        Outcome.Kind kind = e instanceof OutcomeUnknownException
                ? Outcome.Kind.UNKNOWN
                : e instanceof ErrorAnswerException ? Outcome.Kind.REFUSED : Outcome.Kind.NOT_SENT;
        Integer status = e instanceof ErrorAnswerException error ? Integer.valueOf(error.status()) : null;
        return new Outcome(kind, status, e.requestId(), null, String.valueOf(e.getMessage()));
    }
}
