package dev.ferry.output;

import java.io.UncheckedIOException;

/**
 * What an exception says to people. Ours carry a sentence that stands by itself; the message of any other one says little
 * without the name of its kind.
 */
public final class ExceptionText {
    private static final String OURS = "dev.ferry.";

    private ExceptionText() {}

    /** The sentence of one of our exceptions, else {@code Kind: message}, or the kind alone when there is no message. */
    public static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return kind;
        }
        // Where a stream cannot be written to, the sentence is ours as well.
        boolean sentence = thrown.getClass().getName().startsWith(OURS) || thrown instanceof UncheckedIOException;
        return sentence ? message : kind + ": " + message;
    }
}
