package dev.ferry.names;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How reading from one service goes. A service that does not answer is left alone for a while, which doubles. */
final class Condition {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<Part, Instant> refused = new ConcurrentHashMap<>();
    private volatile String problem = "";
    private volatile boolean waiting;
    private volatile Instant notBefore = Instant.MIN;
    private Duration pause = FIRST;

    /** What went wrong last, as the end of a sentence about the service; empty when nothing did. */
    String problem() {
        return problem;
    }

    /** Whether reading has to wait until somebody calls the service. */
    boolean isWaiting() {
        return waiting;
    }

    void waits(boolean now) {
        waiting = now;
    }

    boolean mayAsk(Instant now) {
        return !now.isBefore(notBefore);
    }

    boolean mayAsk(Part part, Instant now) {
        return mayAsk(now) && !isRefused(part, now);
    }

    boolean isRefused(Part part, Instant now) {
        Instant until = refused.get(part);
        return until != null && now.isBefore(until);
    }

    synchronized void failed(String what, Instant now) {
        problem = what;
        notBefore = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    /** One list may not be read, or there is none: that says nothing about the others. */
    void refused(Part part, Instant now) {
        refused.put(part, now.plus(LONGEST));
    }

    synchronized void answered() {
        problem = "";
        waiting = false;
        notBefore = Instant.MIN;
        pause = FIRST;
    }
}
