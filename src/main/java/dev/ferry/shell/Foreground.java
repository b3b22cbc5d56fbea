package dev.ferry.shell;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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

    /** Takes work that does not stop. */
    @FunctionalInterface
    interface LeftBehind {
        /**
         * Called on the thread that tells of Ctrl-C.
         *
         * @param outcome ends when the work does
         * @return one sentence for a person: where the work has gone
         */
        String leave(Thread worker, CompletableFuture<?> outcome);
    }

    private final Interrupts interrupts;
    private final PrintStream screen;
    private final Supplier<String> stopping;

    /** @param stopping what is said at the first Ctrl-C */
    Foreground(Interrupts interrupts, PrintStream screen, Supplier<String> stopping) {
        this.interrupts = interrupts;
        this.screen = screen;
        this.stopping = stopping;
    }

    /**
     * Runs the work and waits for it.
     *
     * @throws InterruptedByUser when Ctrl-C ended it
     * @throws ExecutionException around what the work threw, errors included
     */
    <T extends @Nullable Object> T run(Callable<T> work, LeftBehind behind)
            throws InterruptedByUser, ExecutionException, InterruptedException {
        CompletableFuture<T> real = new CompletableFuture<>();
        // Giving the prompt back ends the waiting, not the work.
        CompletableFuture<T> outcome = real.copy();
        Thread worker = new Thread(() -> complete(real, work), "ferry-line");
        // A thread that was left behind must not keep the process alive after /exit.
        worker.setDaemon(true);
        AtomicInteger presses = new AtomicInteger();
        Runnable restore = interrupts.handle(
                () -> press(presses.incrementAndGet(), worker, outcome, () -> behind.leave(worker, real)));
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

    private void press(int count, Thread worker, CompletableFuture<?> outcome, Supplier<String> leave) {
        if (count == 1) {
            // The terminal has just written ^C where the cursor was.
            screen.println();
            screen.println(stopping.get());
            screen.flush();
            worker.interrupt();
        } else if (count == 2 && !outcome.isDone()) {
            outcome.completeExceptionally(new InterruptedByUser(leave.get(), null));
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
