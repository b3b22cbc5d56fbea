package dev.ferry.suite;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work that waits, on a thread of its own: the common pool may have a single one. */
public final class OwnThread {
    private OwnThread() {}

    /** Begins the work. */
    public static <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "own-thread");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
