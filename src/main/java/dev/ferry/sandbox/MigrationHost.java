package dev.ferry.sandbox;

import java.util.Set;

/**
 * A host in the source network that pushes data into Atlas.
 *
 * @param address the address it shows to the internet
 * @param caFiles the certificate files that can be read on it
 * @param reachable whether its agent answers
 */
record MigrationHost(String hostname, String groupId, String address, Set<String> caFiles, boolean reachable) {
    MigrationHost {
        caFiles = Set.copyOf(caFiles);
    }
}
