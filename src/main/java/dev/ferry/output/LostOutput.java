package dev.ferry.output;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens when standard output cannot be written any more: the caller fails, or goes on without it. One for all streams
 * made from the same ones.
 */
final class LostOutput {
    private volatile BooleanSupplier goesOn = () -> false;
    private volatile boolean dropping;
    private volatile @Nullable String reason;

    /** Asks this from now on, at each write that fails. */
    void goOnWhen(BooleanSupplier condition) {
        goesOn = condition;
    }

    /** Whether output was given up, so that nothing is written any more. */
    boolean isDropping() {
        return dropping;
    }

    /** Why output that somebody wants is missing, as part of a sentence; empty while none is. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Takes a failed write.
     *
     * @param why what the system says of it; null when the reader of a pipe has closed it, which loses nothing that is wanted
     * @return what to tell; empty when it was told before
     * @throws RuntimeException the failure itself, unless the work goes on without output
     */
    synchronized Optional<String> accept(RuntimeException failure, @Nullable String why) {
        if (dropping) {
            return Optional.empty();
        }
        if (!mayGoOn()) {
            throw failure;
        }
        dropping = true;
        reason = why;
        return Optional.of((why == null ? "Standard output was closed" : "Cannot write to standard output: " + why)
                + "; the run goes on without it.");
    }

    /** Work that cannot be judged is not cut off. */
    private boolean mayGoOn() {
        try {
            return goesOn.getAsBoolean();
        } catch (RuntimeException e) {
            return true;
        }
    }
}
