package dev.ferry.shell.command;

import dev.ferry.api.http.CallLog;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one wants to see of a session's calls. The clients of the session ask the same flags, {@code /set} turns them.
 *
 * @param verbose whether each call is told in a line when it has ended
 * @param debug whether what goes over the wire is shown, and failures with their stack
 * @param calls the last calls, for {@code /calls}
 */
public record Watch(AtomicBoolean verbose, AtomicBoolean debug, CallLog calls) {
    /** A watch that has seen no call yet. */
    public static Watch of(boolean verbose, boolean debug) {
        return new Watch(new AtomicBoolean(verbose), new AtomicBoolean(debug), new CallLog());
    }
}
