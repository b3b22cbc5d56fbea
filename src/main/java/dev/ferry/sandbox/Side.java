package dev.ferry.sandbox;

import dev.ferry.api.catalog.Catalogs;

/** The two control planes; every organization and project belongs to one of them. */
enum Side {
    /** Cloud Manager, public API v1.0. */
    SOURCE(Catalogs.CLOUD_MANAGER),
    /** Atlas, Admin API v2. */
    TARGET(Catalogs.ATLAS);

    private final String prefix;

    Side(String prefix) {
        this.prefix = prefix;
    }

    /** What all paths of this side's API begin with. */
    String prefix() {
        return prefix;
    }
}
