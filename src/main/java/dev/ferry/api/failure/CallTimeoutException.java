package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** No answer came in time. A changing call may still have had its effect. */
public final class CallTimeoutException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** A call that took too long, with a sentence on which limit it met. */
    public CallTimeoutException(
            String problem, @Nullable String request, @Nullable String requestId, @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
    }
}
