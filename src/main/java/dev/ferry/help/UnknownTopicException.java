package dev.ferry.help;

/** There is no help on what was asked; the message says so to a person and names what there is. */
public final class UnknownTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for a person */
    public UnknownTopicException(String message) {
        super(message);
    }
}
