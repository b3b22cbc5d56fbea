package dev.ferry.api.failure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A changing call was sent, and nobody can say whether the service acted on it: the answer never came, or is none. It is
 * not sent again. The message says why, what a read has shown, and how to find out; the cause is what went wrong.
 */
public final class OutcomeUnknownException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final ApiException reason;
    private final Instant sent;

    /**
     * Nobody can say whether the call was carried out.
     *
     * @param sent when it was sent, by our clock
     */
    public OutcomeUnknownException(ApiException reason, Instant sent) {
        this(reason, sent, "");
    }

    private OutcomeUnknownException(ApiException reason, Instant sent, String more) {
        super(
                "nobody can say whether this was done, because "
                        + (more.isEmpty() ? reason.problem() : reason.problem().replaceFirst("[.]$", "") + more),
                reason.request(),
                reason.requestId(),
                reason);
        this.reason = reason;
        this.sent = sent;
    }

    /** The same with what is to be known or done. */
    public OutcomeUnknownException with(String more) {
        return new OutcomeUnknownException(reason, sent, more);
    }

    /** What left it open. */
    public ApiException reason() {
        return reason;
    }

    /** When it was sent, by our clock. */
    public Instant sent() {
        return sent;
    }

    /** The HTTP status of the answer that left it open; null when none came. */
    public @Nullable Integer status() {
        if (reason instanceof ErrorAnswerException error) {
            return error.status();
        }
        return reason instanceof UnreadableAnswerException unreadable ? unreadable.status() : null;
    }
}
