package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** The service answered, but not with what the API promises: broken JSON, an HTML page, an empty body. */
public final class UnreadableAnswerException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status;
    private final boolean cutOff;

    /** An answer that is not what was expected; {@code cutOff} when the rest of it did not come. */
    public UnreadableAnswerException(
            String problem,
            @Nullable Integer status,
            boolean cutOff,
            @Nullable String request,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
        this.status = status;
        this.cutOff = cutOff;
    }

    /** The status of the answer; null when there was more than one. */
    @Nullable
    public Integer status() {
        return status;
    }

    /** Whether the answer may have been fine before it was cut off, so that the next one may be whole. */
    public boolean isCutOff() {
        return cutOff;
    }
}
