package dev.ferry.guard;

import java.util.Optional;

/** What the session remembers of things that the services do not tell. */
@FunctionalInterface
public interface Memory {
    /** Nothing. */
    Memory NONE = id -> Optional.empty();

    /**
     * The cluster that a live migration goes into; no call of the API tells it.
     *
     * @param id the migration
     */
    Optional<String> destination(String id);
}
