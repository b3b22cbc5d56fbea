package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live migration. Where it stands is worked out from the time.
 *
 * @param failure why it is going to fail, or null
 * @param cutover when cutover was asked for, or null
 */
record Migration(
        String id,
        String groupId,
        String clusterName,
        Deployment source,
        String host,
        Instant created,
        @Nullable String failure,
        @Nullable Instant cutover) {

    Migration cutOver(Instant now) {
        return new Migration(id, groupId, clusterName, source, host, created, failure, now);
    }

    String status(Instant now) {
        if (now.isBefore(starts())) {
            return "NEW";
        }
        if (failure != null) {
            return now.isBefore(fails()) ? "WORKING" : "FAILED";
        }
        if (cutover != null) {
            return now.isBefore(cutover.plus(Pace.CUTOVER)) ? "WORKING" : "COMPLETE";
        }
        return now.isBefore(expires()) ? "WORKING" : "EXPIRED";
    }

    boolean active(Instant now) {
        String status = status(now);
        return status.equals("NEW") || status.equals("WORKING");
    }

    boolean readyForCutover(Instant now) {
        return failure == null && cutover == null && !now.isBefore(ready()) && now.isBefore(expires());
    }

    /** Seconds behind the source; null before there is replication and from cutover on. */
    @Nullable
    Long lagSeconds(Instant now) {
        if (failure != null || cutover != null || now.isBefore(copied()) || !now.isBefore(expires())) {
            return null;
        }
        if (!now.isBefore(ready())) {
            return 1L + Math.floorMod(now.getEpochSecond(), 3);
        }
        // Everything written while copying is still to be done; catching up is linear.
        double left = (double) Duration.between(now, ready()).toMillis()
                / Duration.between(copied(), ready()).toMillis();
        return 3 + Math.round(left * Pace.copy(source.dbSizeBytes()).toSeconds());
    }

    Instant starts() {
        return created.plus(Pace.MIGRATION_START);
    }

    Instant fails() {
        return starts().plus(Pace.MIGRATION_FAILS);
    }

    Instant copied() {
        return starts().plus(Pace.copy(source.dbSizeBytes()));
    }

    Instant ready() {
        return copied().plus(Pace.catchUp(source.dbSizeBytes()));
    }

    Instant expires() {
        return ready().plus(Pace.EXPIRY);
    }
}
