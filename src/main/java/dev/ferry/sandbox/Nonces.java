package dev.ferry.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nonces given out in challenges, how old they are and which counts were used with them. */
final class Nonces {
    /** Threads that share a nonce may overtake each other by this much; a count is still good only once. */
    private static final long OVERTAKING = 64;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration life;
    private final Map<String, Use> given = new LinkedHashMap<>();

    private static final class Use {
        private final Instant until;
        private long highest;
        /** Bit i: whether the count {@code highest - i} was used. */
        private long seen;

        private Use(Instant until) {
            this.until = until;
        }
    }

    Nonces(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    synchronized String give() {
        forgetOld();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        given.put(nonce, new Use(clock.instant().plus(life)));
        return nonce;
    }

    /** Whether a nonce is still good for an answer without a count. */
    synchronized boolean accepts(String nonce) {
        Use use = given.get(nonce);
        return use != null && clock.instant().isBefore(use.until);
    }

    /** Whether a nonce is still good and was not used with this count; marks it as used. */
    synchronized boolean accepts(String nonce, long count) {
        Use use = given.get(nonce);
        if (use == null || !clock.instant().isBefore(use.until) || count <= 0) {
            return false;
        }
        if (count > use.highest) {
            long step = count - use.highest;
            use.seen = step >= OVERTAKING ? 1 : (use.seen << step) | 1;
            use.highest = count;
            return true;
        }
        long back = use.highest - count;
        if (back >= OVERTAKING || (use.seen & (1L << back)) != 0) {
            return false;
        }
        use.seen |= 1L << back;
        return true;
    }

    private void forgetOld() {
        Instant now = clock.instant();
        Iterator<Use> oldestFirst = given.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().until)) {
            oldestFirst.remove();
        }
    }
}
