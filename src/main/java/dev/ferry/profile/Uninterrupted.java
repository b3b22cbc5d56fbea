package dev.ferry.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work with channels on a thread that may be interrupted: an interrupt closes the channel, so the work is done anew. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Opens, uses and closes channels. */
    @FunctionalInterface
    interface Work<T> {
        T get() throws IOException;
    }

    /** What the work gives; the thread is interrupted afterwards if it was meanwhile. */
    static <T> T get(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.get();
                } catch (ClosedByInterruptException e) {
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
