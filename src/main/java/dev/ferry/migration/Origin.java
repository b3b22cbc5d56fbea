package dev.ferry.migration;

import org.jspecify.annotations.Nullable;

/**
 * Who met a migration first on this machine.
 *
 * @param profile name of the profile; null when it is not known, as after an import
 * @param run the run whose journal has it; null when there is none
 */
public record Origin(@Nullable String profile, @Nullable String run) {
    /** Nobody knows. */
    public static final Origin UNKNOWN = new Origin(null, null);
}
