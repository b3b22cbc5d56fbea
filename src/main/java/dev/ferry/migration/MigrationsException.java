package dev.ferry.migration;

/** Something about remembered migrations cannot be done. The message is one sentence: what, where, and what to do. */
public final class MigrationsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence, without a secret */
    public MigrationsException(String message) {
        super(message);
    }

    MigrationsException(String message, Throwable cause) {
        super(message, cause);
    }
}
