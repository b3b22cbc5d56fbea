package dev.ferry.cli;

/** What the process tells whoever started it; the same for a file, standard input and {@code -e}. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** The script or the operation failed. */
    FAILED(1),
    /** The command line, the settings or the script cannot be understood; nothing was run. */
    USAGE(2),
    /** Refused, declined or cancelled: read-only, a question answered with no, nobody there to be asked. */
    REFUSED(3),
    /** Not authenticated, or not allowed. */
    NOT_ALLOWED(4),
    /** The remote job that was waited for ended badly. */
    JOB_FAILED(5),
    /** A validation failed. */
    VALIDATION_FAILED(6),
    /** Waiting timed out; the job may still run. */
    TIMED_OUT(7),
    /** The service could not be reached, or answered with an error of its own. */
    UNAVAILABLE(9),
    /** Ctrl-C: 128 and the number of the signal, as shells count. */
    INTERRUPTED(130),
    /** SIGTERM. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number for {@code System.exit}. */
    public int number() {
        return number;
    }
}
