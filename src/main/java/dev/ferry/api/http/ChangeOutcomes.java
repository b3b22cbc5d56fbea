package dev.ferry.api.http;

import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells what came of a change. */
final class ChangeOutcomes {
    private static final String FOUND = "found: the answer was lost, and a read has shown that it was done";

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
        Object said = !answer.isEmpty() && answer.isJson() ? reader.anything(answer) : null;
        // What was answered to a read is not what the change was answered.
        return Changes.isReading(answer.request())
                ? new Outcome(Outcome.Kind.DONE, null, null, said, FOUND)
                : new Outcome(Outcome.Kind.DONE, answer.status(), answer.requestId(), said, "");
    }

    private static Outcome failed(ApiException e) {
        Integer status = Retries.status(e instanceof OutcomeUnknownException unknown ? unknown.reason() : e);
        Outcome.Kind kind = e instanceof OutcomeUnknownException
                ? Outcome.Kind.UNKNOWN
                : status == null ? Outcome.Kind.NOT_SENT : Outcome.Kind.REFUSED;
        return new Outcome(kind, status, e.requestId(), null, String.valueOf(e.getMessage()));
    }
}
