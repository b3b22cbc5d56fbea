package dev.ferry.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A host in the source network that pushes data into Atlas.
 *
 * @param address the address it shows to the internet; empty when nobody knows
 * @param caFiles the certificate files that can be read on it; none when nobody knows
 * @param reachable whether its agent answers
 */
record MigrationHost(String hostname, String groupId, String address, Set<String> caFiles, boolean reachable) {
    MigrationHost {
        caFiles = Set.copyOf(caFiles);
    }

    /** Whether nothing is known that keeps it from reading this file. */
    boolean canRead(@Nullable String file) {
        return caFiles.isEmpty() || (file != null && caFiles.contains(file));
    }
}
