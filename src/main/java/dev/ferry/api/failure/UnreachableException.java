package dev.ferry.api.failure;

import org.jspecify.annotations.Nullable;

/** No answer came: unknown host, refused connection, failed TLS handshake, a broken connection. */
public final class UnreachableException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /** A call that found nobody; {@code lasting} when trying again would not help. */
    public UnreachableException(String problem, boolean lasting, String request, @Nullable Throwable cause) {
        super(problem, request, null, cause);
        this.lasting = lasting;
    }

    /** Whether it will be the same a moment later: nobody trusts a certificate for being shown it again. */
    public boolean isLasting() {
        return lasting;
    }
}
