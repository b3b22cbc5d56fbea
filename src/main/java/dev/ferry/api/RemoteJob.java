package dev.ferry.api;

/**
 * Work that goes on at the service after the call that started it has been answered: a validation, a live migration.
 * Whoever waits for it can tell every end, the bad ones included.
 */
public interface RemoteJob {
    /** How far the job has come, as of this answer. */
    Outcome outcome();

    /** The three things a waiting caller has to tell apart. */
    enum Outcome {
        /** Not ended yet, or in a state that is not known to be an end. */
        RUNNING,
        /** Ended as wished. */
        SUCCEEDED,
        /** Ended otherwise: failed, expired, cancelled. */
        FAILED
    }
}
