package dev.ferry.journal;

/** No run, or more than one, has what somebody named. */
public final class UnknownRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was named, and what there is */
    public UnknownRunException(String message) {
        super(message);
    }
}
