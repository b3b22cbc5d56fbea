package dev.ferry.runbook;

/** A page that cannot be run as it is written; nothing of it was run. Exit code 2. */
public final class RunbookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunbookException(String message) {
        super(message);
    }
}
