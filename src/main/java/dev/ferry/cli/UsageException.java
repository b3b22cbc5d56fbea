package dev.ferry.cli;

/** A command that cannot be understood or lacks something. The message is one sentence that says what to give. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
