package dev.ferry.api.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one token bucket of the service, and the line of calls before it: first come, first served.
 *
 * <p>The service takes a token for each request and puts some back in steps. It tells how many are left in a header of its
 * answers, and the step only when it refuses. What is counted here errs on the side of fewer tokens: a request on its way
 * counts as not yet taken off what the last answer told.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/api-rate-limit/">Rate limits</a>
 */
final class Bucket {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final String name;
    private final TreeSet<Long> line = new TreeSet<>();
    private int underWay;

    /** Tokens left when the last answer that we believe was given; null when nobody has told. */
    private @Nullable Integer left;

    /** How many may be under way at once where nobody tells what is left. */
    private int most = UNLIMITED;

    private @Nullable Refill refill;
    private Instant closedUntil = Instant.MIN;

    /** Counts what has been learned, so that an answer can be told from one that is older. */
    private long events;

    private long leftSince;
    private long lastStep;

    Bucket(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Stands in line. */
    synchronized void line(long ticket) {
        line.add(ticket);
        notifyAll();
    }

    /** Leaves the line. */
    synchronized void leave(long ticket) {
        line.remove(ticket);
        notifyAll();
    }

    /** Waits to be the first in line and for answers on which it depends; then says how much time has yet to pass. */
    synchronized Duration wait(long ticket, Clock clock) throws InterruptedException {
        while (true) {
            if (line.first() == ticket) {
                Duration wait = wait(clock.instant());
                if (wait != null) {
                    return wait;
                }
            }
            wait();
        }
    }

    /** Null when it depends on an answer that is under way. */
    private @Nullable Duration wait(Instant now) {
        if (now.isBefore(closedUntil)) {
            return Duration.between(now, closedUntil);
        }
        step(now);
        if (left == null) {
            return underWay < most ? Duration.ZERO : null;
        }
        if (left > underWay) {
            return Duration.ZERO;
        }
        if (refill != null) {
            return Duration.between(now, refill.next());
        }
        // The next step is not known. One call has to find out.
        return underWay == 0 ? Duration.ZERO : null;
    }

    private void step(Instant now) {
        while (refill != null && left != null && !now.isBefore(refill.next())) {
            left = Math.min(refill.capacity(), left + refill.tokens());
            refill = refill.after();
            lastStep = ++events;
            leftSince = events;
        }
    }

    /** The first in line goes out. The result is for {@link #end}: what was known then. */
    synchronized long go(long ticket) {
        line.remove(ticket);
        underWay++;
        notifyAll();
        return events;
    }

    /**
     * An answer has come that is no refusal, or none.
     *
     * @param knownThen what {@link #go} said when the request went out
     * @param answer its headers, null when none came
     */
    synchronized void end(long knownThen, @Nullable Headers answer, Instant now) {
        underWay--;
        Integer told = answer == null ? null : number(answer.get("RateLimit-Remaining"));
        if (told != null && knownThen >= lastStep) {
            believe(told, knownThen, now);
        } else if (told == null && answer != null && refill == null) {
            // Nobody tells any more; go on carefully after a refusal.
            left = null;
            most = most == UNLIMITED ? most : most + 1;
        } else if (left != null) {
            left = Math.max(0, left - 1);
        }
        notifyAll();
    }

    /** Answers overtake one another. A higher number is news only from a request that is younger than the lower one. */
    private void believe(int told, long knownThen, Instant now) {
        if (left == null || told < left || knownThen >= leftSince) {
            if (refill != null && left != null && told - left >= refill.tokens() / 2) {
                // The step came before we expected it, and must not be counted a second time.
                refill = refill.at(now.plus(refill.every()));
            }
            left = told;
            leftSince = ++events;
            most = UNLIMITED;
        }
    }

    /**
     * The service has refused for want of tokens.
     *
     * @param until when to ask again
     * @param rule how tokens come back from then on, null when the service did not tell
     * @param countsLeft whether the service tells what is left
     */
    synchronized void refused(Instant until, @Nullable Refill rule, boolean countsLeft) {
        underWay--;
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
        refill = rule != null ? rule : refill == null ? null : refill.at(until);
        left = refill != null || countsLeft ? Integer.valueOf(0) : null;
        most = 1;
        leftSince = ++events;
        notifyAll();
    }

    static @Nullable Integer number(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,9}") ? Integer.valueOf(header.strip()) : null;
    }

    /**
     * The steps in which tokens come back.
     *
     * @param next when the next ones come
     */
    record Refill(int tokens, Duration every, int capacity, Instant next) {
        Refill after() {
            return at(next.plus(every));
        }

        Refill at(Instant other) {
            return new Refill(tokens, every, capacity, other);
        }
    }
}
