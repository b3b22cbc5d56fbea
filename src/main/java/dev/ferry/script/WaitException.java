package dev.ferry.script;

/** A wait that ended, but not well; {@link #ending()} says how. */
public final class WaitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The ways a wait can end badly. */
    public enum Ending {
        /** The remote job ended badly. Exit code 5. */
        JOB_FAILED,
        /** The validation found a reason not to start. Exit code 6. */
        VALIDATION_FAILED,
        /** The time was over; the job may still run. Exit code 7. */
        TIMED_OUT,
        /** The waiting thread was interrupted; the job goes on. Exit code 130. */
        INTERRUPTED
    }

    private final Ending ending;

    WaitException(Ending ending, String message) {
        super(message);
        this.ending = ending;
    }

    /** How the wait ended. */
    public Ending ending() {
        return ending;
    }
}
