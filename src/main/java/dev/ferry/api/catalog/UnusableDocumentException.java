package dev.ferry.api.catalog;

/** A document that no catalog can be made of. The message is one sentence that says what is wrong and what to give instead. */
public final class UnusableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableDocumentException(String message) {
        super(message);
    }

    UnusableDocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
