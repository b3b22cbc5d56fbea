package dev.ferry.suite;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How late the machine is, while a test measures how quick Ferry is: on a busy one every thread waits for its turn. A thread of its own wakes
 * up every few milliseconds and works for one; what both take beyond that is the machine's.
 */
public final class Lateness implements AutoCloseable {
    /** So many turns of threads may lie between a key and the screen, or an interrupt and its end. */
    private static final int TURNS = 10;

    private static final long PAUSE = 5_000_000;

    private static final long WORK = 1_000_000;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong worst = new AtomicLong();

    private Lateness() {
        Thread sampler = new Thread(this::sample, "lateness");
        sampler.setDaemon(true);
        sampler.start();
    }

    /** From now on. */
    public static Lateness watch() {
        return new Lateness();
    }

    /** What may pass at most, if that is allowed on a machine that has nothing else to do. */
    public Duration allow(Duration quiet) {
        return quiet.plusNanos(TURNS * worst.get());
    }

    /** The same in milliseconds. */
    public double allow(double quietMillis) {
        return quietMillis + TURNS * worst.get() / 1e6;
    }

    private void sample() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (!closed.get()) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(PAUSE);
            long used = threads.getCurrentThreadCpuTime();
            while (threads.getCurrentThreadCpuTime() - used < WORK) {
                Thread.onSpinWait();
            }
            long late = System.nanoTime() - begin - PAUSE - WORK;
            worst.accumulateAndGet(late, Math::max);
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
