package dev.ferry.shell;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one piece of work at a time on a thread of its own, so that Ctrl-C can stop it: the first one says so at once and interrupts the
 * thread, the second one leaves the thread behind and gives the prompt back, for code that does not listen to interrupts.
 */
final class Foreground {
    /** Who tells that Ctrl-C was pressed. */
    @FunctionalInterface
    interface Interrupts {
        /**
         * From now on calls {@code action} for each Ctrl-C.
         *
         * @return puts back what was there before
         */
        Runnable handle(Runnable action);
    }

    /** The work was ended by Ctrl-C; the cause is what it threw then, or null when it was left behind. */
    static final class InterruptedByUser extends Exception {
        private static final long serialVersionUID = 1L;

        InterruptedByUser(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final Interrupts interrupts;
    private final PrintStream screen;

    Foreground(Interrupts interrupts, PrintStream screen) {
        this.interrupts = interrupts;
        this.screen = screen;
    }

    /**
     * Runs the work and waits for it.
     *
     * @throws InterruptedByUser when Ctrl-C ended it
     * @throws ExecutionException around what the work threw, errors included
     */
    <T extends @Nullable Object> T run(Callable<T> work)
            throws InterruptedByUser, ExecutionException, InterruptedException {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread worker = new Thread(() -> complete(outcome, work), "ferry-line");
        // A thread that was left behind must not keep the process alive after /exit.
        worker.setDaemon(true);
        AtomicInteger presses = new AtomicInteger();
        Runnable restore = interrupts.handle(() -> press(presses.incrementAndGet(), worker, outcome));
        try {
            worker.start();
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedByUser leftBehind) {
                throw leftBehind;
            }
            if (presses.get() > 0) {
                throw new InterruptedByUser("Interrupted.", e.getCause());
            }
            throw e;
        } finally {
            restore.run();
        }
    }

    private void press(int count, Thread worker, CompletableFuture<?> outcome) {
        if (count == 1) {
            // The terminal has just written ^C where the cursor was.
            screen.println();
            screen.println("Stopping… Ctrl-C again leaves it behind.");
            screen.flush();
            worker.interrupt();
        } else {
            outcome.completeExceptionally(new InterruptedByUser(
                    "Left behind: it did not stop, and goes on unseen until it ends or Ferry exits.", null));
        }
    }

    private static <T extends @Nullable Object> void complete(CompletableFuture<T> outcome, Callable<T> work) {
        try {
            outcome.complete(work.call());
        } catch (Throwable e) {
            // Everything a line throws, errors included, goes to the thread that waits: that is where people are told.
            outcome.completeExceptionally(e);
        }
    }
}
