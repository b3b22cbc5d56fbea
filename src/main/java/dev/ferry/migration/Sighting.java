package dev.ferry.migration;

import dev.ferry.api.atlas.LiveMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a migration stood when somebody looked.
 *
 * @param at when that was
 * @param status as the service calls it; null when it said nothing
 * @param lagTimeSeconds how far the destination was behind, seconds
 */
record Sighting(
        Instant at,
        @Nullable String status,
        @Nullable Boolean readyForCutover,
        @Nullable Long lagTimeSeconds) {

    private static final Set<String> ENDS = Set.of("COMPLETE", "FAILED", "EXPIRED");

    static Sighting of(LiveMigration migration, Instant at) {
        return new Sighting(at, migration.status(), migration.readyForCutover(), migration.lagTimeSeconds());
    }

    boolean isEnd() {
        return status != null && ENDS.contains(status);
    }

    boolean isReady() {
        return Boolean.TRUE.equals(readyForCutover);
    }

    /** Whether it tells more than the other: another state, or the same one much later. */
    boolean isNewsAfter(Sighting other, Duration much) {
        return !Objects.equals(status, other.status) || isReady() != other.isReady() || at.isAfter(other.at.plus(much));
    }
}
