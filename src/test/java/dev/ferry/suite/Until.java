package dev.ferry.suite;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what cannot say itself that it has happened, as what another thread is doing; never without an end. */
public final class Until {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private Until() {}

    /**
     * Waits until it holds.
     *
     * @param what for the failure, as in {@code the reader waits}
     */
    public static void holds(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted before: " + what);
            }
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " seconds: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until the thread waits for the outcome of a task. Its state alone tells less: a lock may be what it waits for. */
    public static void waitsForTask(Thread thread) {
        holds(thread.getName() + " waits for a task", () -> isIn(thread, FutureTask.class, "get"));
    }

    /** Whether the thread is in a method just now. */
    public static boolean isIn(Thread thread, Class<?> type, String method) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(type.getName())
                        && frame.getMethodName().equals(method));
    }
}
