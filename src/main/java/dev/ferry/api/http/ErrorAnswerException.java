package dev.ferry.api.http;

import java.util.List;
import java.util.Map;
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

    ErrorAnswerException(int status, ErrorDocument document, String request, @Nullable String requestId) {
        super(document.sentence(status), request, requestId, null);
        this.status = status;
        this.document = document;
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
