package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** The service answered, but not with what the API promises: broken JSON, an HTML page, an empty body. */
public final class UnreadableAnswerException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer status;
    private final boolean cutOff;
    private final boolean page;

    /** An answer that is not what was expected; {@code cutOff} when the rest of it did not come. */
    public UnreadableAnswerException(
            String problem,
            @Nullable Integer status,
            boolean cutOff,
            @Nullable String request,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        this(problem, status, cutOff, false, request, requestId, cause);
    }

    private UnreadableAnswerException(
            String problem,
            @Nullable Integer status,
            boolean cutOff,
            boolean page,
            @Nullable String request,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
        this.status = status;
        this.cutOff = cutOff;
        this.page = page;
    }

    /** A page for people, as a proxy shows it, where the API should answer. */
    public static UnreadableAnswerException page(
            String problem, @Nullable Integer status, @Nullable String request, @Nullable String requestId) {
        return new UnreadableAnswerException(problem, status, false, true, request, requestId, null);
    }

    /** The status of the answer; null when there was more than one. */
    @Nullable
    public Integer status() {
        return status;
    }

    /** Whether it was a page for people, which the API never sends: a proxy or a load balancer has answered. */
    public boolean isPage() {
        return page;
    }

    /** Whether the answer may have been fine before it was cut off, so that the next one may be whole. */
    public boolean isCutOff() {
        return cutOff;
    }
}
