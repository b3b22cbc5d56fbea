package dev.ferry.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that only sleeping, or a test, moves: to the moment when the sleeper wakes, counted from when it last looked. So
 * two threads that sleep at once make no more time pass than the longer one. It remembers every pause.
 */
public final class VirtualTime extends Clock implements Sleeper {
    private final List<Duration> pauses = new ArrayList<>();
    private final ThreadLocal<Instant> seen = new ThreadLocal<>();
    private Instant now;

    /** One that begins on a morning in January 2026. */
    public VirtualTime() {
        this(Instant.parse("2026-01-10T10:00:00Z"));
    }

    /** @param now where it begins */
    public VirtualTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        Instant looked = seen.get();
        Instant end = (looked == null ? now : looked).plus(duration);
        now = end.isAfter(now) ? end : now;
        seen.set(end);
    }

    /** Time passes in which nobody sleeps. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
        seen.set(now);
    }

    /** How long each sleep was, oldest first. */
    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** How long all of them were together. */
    public synchronized Duration slept() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public synchronized Instant instant() {
        seen.set(now);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
