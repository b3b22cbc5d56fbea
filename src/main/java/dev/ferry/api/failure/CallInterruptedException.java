package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** The thread was interrupted and the call given up. A changing call may still have had its effect. */
public final class CallInterruptedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** A call that was given up, with a sentence on what may have happened to it. */
    public CallInterruptedException(
            String problem, @Nullable String request, @Nullable String requestId, @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
    }
}
