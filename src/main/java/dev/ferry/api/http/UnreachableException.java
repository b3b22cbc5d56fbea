package dev.ferry.api.http;

import org.jspecify.annotations.Nullable;

/** No answer came: unknown host, refused connection, failed TLS handshake, a broken connection. */
public final class UnreachableException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnreachableException(
            String problem, @Nullable String request, @Nullable String requestId, @Nullable Throwable cause) {
        super(problem, request, requestId, cause);
    }
}
