package dev.ferry.profile;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work with channels on a thread that may be interrupted: an interrupt closes the channel, so the work is done anew. */
public final class Uninterrupted {
    private Uninterrupted() {}

    /**
     * Opens, uses and closes channels.
     *
     * @param <X> how else it may fail
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        /** Done from its beginning each time. */
        T get() throws IOException, X;
    }

    /** What the work gives; the thread is interrupted afterwards if it was before or meanwhile. */
    public static <T, X extends Exception> T get(Work<T, X> work) throws IOException, X {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.get();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    // The channel leaves the mark on the thread, and would close the next one.
                    var unused = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
