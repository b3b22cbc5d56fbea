package dev.ferry.cli;

/** A side was used that nobody has given credentials for. */
final class NoCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentialsException(String message) {
        super(message);
    }
}
