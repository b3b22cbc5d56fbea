package dev.ferry.sandbox;

import java.time.Duration;

/** How long things take, in sandbox time. Rounded from what operators see in the real services. */
final class Pace {
    /** From linking until the inventory of the source has reached the target. */
    static final Duration LINK_SYNC = Duration.ofSeconds(20);
    /** From adding an address to an access list until it is let in. */
    static final Duration ENTRY_ACTIVE = Duration.ofSeconds(30);
    /** From asking for a cluster until it is idle. */
    static final Duration CLUSTER_CREATE = Duration.ofMinutes(5);
    /** From asking for a change of a cluster until it is idle again. */
    static final Duration CLUSTER_UPDATE = Duration.ofMinutes(2);
    /** From deleting a cluster until it is gone. */
    static final Duration CLUSTER_DELETE = Duration.ofMinutes(2);
    /** From asking for a validation until it has ended. */
    static final Duration VALIDATION = Duration.ofSeconds(30);
    /** A migration is new for so long. */
    static final Duration MIGRATION_START = Duration.ofSeconds(15);
    /** From starting to work until a migration that cannot work has failed. */
    static final Duration MIGRATION_FAILS = Duration.ofSeconds(45);
    /** From cutover until a migration is complete. */
    static final Duration CUTOVER = Duration.ofSeconds(45);
    /** From being ready for cutover until a migration expires: the documented 120 hours. */
    static final Duration EXPIRY = Duration.ofDays(5);

    /** From asking for a snapshot until it is being taken. */
    static final Duration SNAPSHOT_START = Duration.ofSeconds(15);
    /** From asking for a snapshot until it is complete. */
    static final Duration SNAPSHOT = Duration.ofMinutes(3);

    private static final long COPIED_PER_SECOND = 100_000_000;
    private static final Duration SHORTEST_COPY = Duration.ofMinutes(2);

    private Pace() {}

    /** How long copying so much data takes. */
    static Duration copy(long bytes) {
        return SHORTEST_COPY.plusSeconds(bytes / COPIED_PER_SECOND);
    }

    /** How long it then takes to catch up with what was written meanwhile. */
    static Duration catchUp(long bytes) {
        return copy(bytes).dividedBy(4);
    }
}
