package dev.ferry.guard;

/** A script was not allowed to go on: a question was answered with no, or there was nobody to answer it. Exit code 3. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence that says what was refused and what to do */
    public RefusedException(String message) {
        super(message);
    }
}
