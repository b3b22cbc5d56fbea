package dev.ferry.api.failure;

import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The service answered with an error: a status of 400 or more, by its status line or inside an envelope.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/reference/api-errors/">Atlas error codes</a>
 */
public final class ErrorAnswerException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ErrorDocument document;

    private final transient Headers headers;
    private final boolean ofNewThing;

    /**
     * The error that this answer is.
     *
     * @param status the HTTP status, 400 to 599
     * @param headers of the answer
     * @param request verb, path and query
     * @param requestId the id the service gave the request, or null
     * @param ofNewThing see {@link #isOfNewThing}
     */
    public ErrorAnswerException(
            int status,
            Headers headers,
            ErrorDocument document,
            String request,
            @Nullable String requestId,
            boolean ofNewThing) {
        super(document.sentence(status), request, requestId, null);
        this.status = status;
        this.document = document;
        this.headers = headers;
        this.ofNewThing = ofNewThing;
    }

    private ErrorAnswerException(ErrorAnswerException same, String remark) {
        super(same.problem() + "; " + remark, same.request(), same.requestId(), same);
        this.status = same.status;
        this.document = same.document;
        this.headers = same.headers;
        this.ofNewThing = same.ofNewThing;
    }

    /** The same error with a remark of ours behind what the service says. */
    public ErrorAnswerException with(String remark) {
        return new ErrorAnswerException(this, remark);
    }

    /** The headers of the answer. */
    public Headers headers() {
        return headers;
    }

    /**
     * Whether it is 404 for something that a change of this process has made within the last minute: a service does not show
     * everything at once.
     */
    public boolean isOfNewThing() {
        return ofNewThing;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The API's constant, for example {@code GROUP_NOT_FOUND}, or OAuth's {@code invalid_client}; null when absent. */
    public @Nullable String errorCode() {
        return document.errorCode();
    }

    /** What the service says happened; null when it says nothing. */
    public @Nullable String detail() {
        return document.detail();
    }

    /** The phrase of the status, for example {@code Not Found}; null when absent. */
    public @Nullable String reason() {
        return document.reason();
    }

    /** The values that the detail speaks of, texts and numbers mixed; empty when absent. */
    public List<Object> parameters() {
        return document.parameters();
    }

    /** What is wrong with which field of the body, by field; empty when absent. */
    public Map<String, String> badRequestDetail() {
        return document.badRequestDetail();
    }

    /** What to do next, for the errors that have a usual remedy; null for the others. */
    public @Nullable String hint() {
        return Hints.forError(status, document.errorCode());
    }
}
