package dev.ferry.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The reader of standard output has gone, as {@code head} does once it has its lines. This is no failure: whoever runs
 * the command ends it at once and says nothing.
 */
public final class ClosedOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedOutputException(IOException cause) {
        super("The reader of the output has gone.", cause);
    }

    /** Whether one of these is what a failure comes from: a script wraps what happens in it. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ClosedOutputException) {
                return true;
            }
        }
        return false;
    }
}
