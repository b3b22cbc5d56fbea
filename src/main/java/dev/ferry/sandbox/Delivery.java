package dev.ferry.sandbox;

import java.time.Duration;

/**
 * How an answer gets on the wire.
 *
 * @param pause between the pieces of an answer that drips; nothing otherwise
 */
record Delivery(Manner manner, Duration pause) {
    static final Delivery WHOLE = of(Manner.WHOLE);

    enum Manner {
        WHOLE,
        /** In small pieces. */
        DRIPPING,
        /** Half of the body, then the end of the connection: short of its length, or without the last chunk. */
        CUT,
        /** The same, and it is in chunks whatever its length. */
        CUT_IN_CHUNKS,
        /** Half of the body, then a reset. */
        RESET_IN_BODY,
        /** Bytes that are not HTTP, then the end of the connection. */
        NOT_HTTP,
        /** The end of the connection. */
        NEVER,
        /** A reset. */
        RESET;

        /** Whether the connection ends in an answer that has begun. */
        boolean breaksOff() {
            return this == CUT || this == CUT_IN_CHUNKS || this == RESET_IN_BODY || this == NOT_HTTP;
        }
    }

    static Delivery of(Manner manner) {
        return new Delivery(manner, Duration.ZERO);
    }
}
