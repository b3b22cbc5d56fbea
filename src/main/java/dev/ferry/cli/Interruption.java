package dev.ferry.cli;

import dev.ferry.output.Streams;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * While this is open, Ctrl-C and SIGTERM interrupt the thread that opened it and give it a moment to say where it was.
 *
 * <p>The virtual machine answers both signals by running its shutdown hooks, and then ends with 130 or 143 by itself; a
 * hook is all that is needed, and the same hook serves both.
 */
final class Interruption implements AutoCloseable {
    /** After this long without an end, somebody has to hear that Ctrl-C was noticed. */
    private static final long SIGN_OF_LIFE_MILLIS = 80;

    /** How long a script may take to end; what does not stop by then is cut off. */
    private static final long PATIENCE_MILLIS = 1500;

    private final Thread worker;
    private final Streams streams;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;
    private volatile Supplier<Optional<String>> lastWords = Optional::empty;

    private Interruption(Thread worker, Streams streams) {
        this.worker = worker;
        this.streams = streams;
        this.hook = new Thread(this::interrupt, "ferry-interruption");
    }

    static Interruption ofThisThread(Streams streams) {
        Interruption interruption = new Interruption(Thread.currentThread(), streams);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Says this when the work does not end by itself and is cut off. */
    void lastWords(Supplier<Optional<String>> words) {
        lastWords = words;
    }

    /** The command has ended and has said what there was to say. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come and the hook is running: it ends by itself now.
        }
    }

    private void interrupt() {
        worker.interrupt();
        try {
            if (!over.await(SIGN_OF_LIFE_MILLIS, TimeUnit.MILLISECONDS)) {
                streams.err().println("Interrupted; ending what runs here.");
                if (!over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    lastWords.get().ifPresent(streams.err()::println);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
