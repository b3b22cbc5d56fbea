package dev.ferry.output;

/** A value could not be printed as it was asked for: one sentence says what is wrong and what to do. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for people, without secrets */
    public OutputException(String message) {
        super(message);
    }

    /**
     * The same, because of something.
     *
     * @param message one sentence for people, without secrets
     */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
