package dev.ferry.api.http;

import org.jspecify.annotations.Nullable;

/** The service answered, but not with what the API promises: broken JSON, an HTML page, an empty body. */
public final class UnreadableAnswerException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(
            String problem, @Nullable String request, @Nullable String requestId, @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
    }
}
