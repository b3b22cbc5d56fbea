package dev.ferry.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mode of a session now. One for all threads; everything that shows, asks or turns it shares it. */
public final class SessionMode {
    private final Clock clock;
    private boolean writable;
    private boolean rehearsal;
    private @Nullable Instant until;
    private boolean over;

    /** A session that refuses changes, until something else is said. */
    public SessionMode(Clock clock) {
        this.clock = clock;
    }

    /** One that stays in this mode, by the system's clock. */
    public static SessionMode of(Mode mode) {
        SessionMode session = new SessionMode(Clock.systemUTC());
        session.writable = mode == Mode.WRITABLE;
        session.rehearsal = mode == Mode.REHEARSAL;
        return session;
    }

    /** What counts now. */
    public synchronized Mode now() {
        if (rehearsal) {
            return Mode.REHEARSAL;
        }
        Instant end = until;
        if (end != null && !clock.instant().isBefore(end)) {
            lock();
            over = true;
        }
        return writable ? Mode.WRITABLE : Mode.READ_ONLY;
    }

    /** Whether changes were let out for a while, that while is over, and nothing else was said since. */
    synchronized boolean isOver() {
        return now() == Mode.READ_ONLY && over;
    }

    /**
     * Whether changes may leave anyway for so long.
     *
     * @param time null for as long as the session lasts
     */
    synchronized boolean isWritableFor(@Nullable Duration time) {
        Instant end = now() == Mode.WRITABLE ? until : Instant.MIN;
        return end == null || (time != null && !clock.instant().plus(time).isAfter(end));
    }

    /** Refuses changes from now on. */
    public synchronized void lock() {
        writable = false;
        over = false;
        until = null;
    }

    /** Lets changes leave, as long as the session lasts. */
    public synchronized void unlock() {
        writable = true;
        until = null;
    }

    /** Lets changes leave for a while. */
    public synchronized void unlock(Duration time) {
        writable = true;
        until = clock.instant().plus(time);
    }

    /** Begins or ends a rehearsal; the mode before it is the mode after it. */
    public synchronized void rehearse(boolean on) {
        rehearsal = on;
    }

    /** How long changes may still leave; empty when they may not, or when no end is set. */
    public synchronized Optional<Duration> left() {
        return now() == Mode.WRITABLE
                ? Optional.ofNullable(until).map(end -> Duration.between(clock.instant(), end))
                : Optional.empty();
    }
}
