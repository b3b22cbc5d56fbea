package dev.ferry.api.failure;

import dev.ferry.output.Redactor;
import dev.ferry.output.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not end well. The message is one sentence for people and holds no secrets; what kind of failure it was
 * is the class.
 */
public abstract sealed class ApiException extends RuntimeException
        permits CallInterruptedException,
                CallRefusedException,
                CallTimeoutException,
                ErrorAnswerException,
                OutcomeUnknownException,
                UnreachableException,
                UnreadableAnswerException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final @Nullable String request;
    private final @Nullable String requestId;

    ApiException(String problem, @Nullable String request, @Nullable String requestId, @Nullable Throwable cause) {
        super(TerminalText.line(Redactor.redact(sentence(problem, request, requestId))), cause);
        this.problem = TerminalText.line(Redactor.redact(problem));
        this.request = request == null ? null : Redactor.redact(request);
        this.requestId = requestId;
    }

    private static String sentence(String problem, @Nullable String request, @Nullable String requestId) {
        return (request == null ? "" : request + ": ")
                + problem
                + (requestId == null ? "" : " (request id " + requestId + ")");
    }

    /** What went wrong, without the request and its id. */
    public String problem() {
        return problem;
    }

    /** The request as verb and path, without secrets, for example {@code GET /api/atlas/v2/orgs}; null if there was none. */
    public @Nullable String request() {
        return request;
    }

    /** The id that the service gave the request, to quote to its support; null when it gave none. */
    public @Nullable String requestId() {
        return requestId;
    }
}
