package dev.ferry.script;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;

/** Tells an interrupt from a failure, whatever the layer that noticed it made of it. */
final class Interrupts {

    private Interrupts() {}

    static boolean isInterrupt(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            // A time-out, too, is an InterruptedIOException further down; the call knows which it was.
            if (each instanceof ApiException && !(each instanceof OutcomeUnknownException)) {
                return each instanceof CallInterruptedException;
            }
            if (each instanceof InterruptedException
                    || (each instanceof InterruptedIOException && !(each instanceof SocketTimeoutException))
                    || (each instanceof WaitException wait && wait.ending() == WaitException.Ending.INTERRUPTED)) {
                return true;
            }
        }
        return false;
    }

    /** Lets a checked exception that Groovy's closures throw pass through Java. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <X extends Throwable> X asIs(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
