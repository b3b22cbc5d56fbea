package dev.ferry.journal;

import org.jspecify.annotations.Nullable;

/** A journal cannot be read or written. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what, where, and what to do, in one sentence */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
