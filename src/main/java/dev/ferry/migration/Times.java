package dev.ferry.migration;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a migration, by the clock of whoever noticed; null for what nobody has noticed yet.
 *
 * @param started when it was started, or first met
 * @param ready when it was first seen ready for cutover
 * @param cutover when cutover was accepted
 * @param ended when it was first seen at its end
 */
record Times(
        @Nullable Instant started,
        @Nullable Instant ready,
        @Nullable Instant cutover,
        @Nullable Instant ended) {

    /** How long a migration waits for cutover once it is ready, by the documentation of the API. */
    static final Duration WAITS = Duration.ofDays(5);

    static final Times NONE = new Times(null, null, null, null);

    static Times startedAt(Instant time) {
        return new Times(time, null, null, null);
    }

    static Times cutoverAt(Instant time) {
        return new Times(null, null, time, null);
    }

    /** What this sighting says of the times. */
    static Times of(Sighting sighting) {
        return new Times(
                null, sighting.isReady() ? sighting.at() : null, null, sighting.isEnd() ? sighting.at() : null);
    }

    /** The first notice of each. */
    Times and(Times other) {
        return new Times(
                earlier(started, other.started),
                earlier(ready, other.ready),
                earlier(cutover, other.cutover),
                earlier(ended, other.ended));
    }

    /** Until when cutover is possible at the latest; null before it is ready. */
    @Nullable
    Instant expires() {
        return ready == null ? null : ready.plus(WAITS);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
