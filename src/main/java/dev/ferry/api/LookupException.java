package dev.ferry.api;

/** Nothing in a list has the wanted name or id, or more than one thing has the name. The message says which. */
public final class LookupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one with the sentence to show. */
    public LookupException(String message) {
        super(message);
    }
}
