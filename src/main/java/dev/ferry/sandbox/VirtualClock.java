package dev.ferry.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time of a sandbox: real time multiplied by a speed, plus what was added by hand.
 *
 * <p>Speed 1 is real time, 60 makes a minute of a second, 0 stands still: then only {@link #advance} moves it, which is
 * how tests drive it.
 */
public final class VirtualClock extends Clock {
    private final Instant start;
    private final double speed;
    private final LongSupplier nanos;
    private final long begun;
    private final AtomicLong added;
    private final ZoneId zone;

    private VirtualClock(Instant start, double speed, LongSupplier nanos, long begun, AtomicLong added, ZoneId zone) {
        if (!(speed >= 0) || speed > 1_000_000) {
            throw new IllegalArgumentException("The speed of the sandbox is between 0 and 1000000, not " + speed + ".");
        }
        this.start = start;
        this.speed = speed;
        this.nanos = nanos;
        this.begun = begun;
        this.added = added;
        this.zone = zone;
    }

    /** Starts at {@code start} and runs {@code speed} times as fast as real time. */
    public static VirtualClock from(Instant start, double speed) {
        return new VirtualClock(start, speed, System::nanoTime, System.nanoTime(), new AtomicLong(), ZoneOffset.UTC);
    }

    /** Moves this clock, and every clock made from it, forward. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time only moves forward; " + time + " does not.");
        }
        added.addAndGet(time.toNanos());
    }

    /** What it would be if nobody had moved it forward by hand. */
    Instant unmoved() {
        return instant().minusNanos(added.get());
    }

    /** How many sandbox seconds pass in one real second. */
    public double speed() {
        return speed;
    }

    /**
     * The same clock, hurried no more than real time. What a client measures with a clock of its own, such as the life of
     * a token it was told in seconds, would otherwise end long before the client expects it.
     */
    VirtualClock unhurried() {
        return new VirtualClock(start, Math.min(1, speed), nanos, begun, added, zone);
    }

    /** The same clock at the pace of real time, whatever its speed: for what clients are told to wait for. */
    VirtualClock atRealPace() {
        return new VirtualClock(start, 1, nanos, begun, added, zone);
    }

    @Override
    public Instant instant() {
        long passed = (long) ((nanos.getAsLong() - begun) * speed);
        return start.plusNanos(passed).plusNanos(added.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(start, speed, nanos, begun, added, other);
    }
}
