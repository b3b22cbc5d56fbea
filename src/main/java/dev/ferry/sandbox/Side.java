package dev.ferry.sandbox;

/** The two control planes; every organization and project belongs to one of them. */
enum Side {
    /** Cloud Manager, public API v1.0. */
    SOURCE("/api/public/v1.0"),
    /** Atlas, Admin API v2. */
    TARGET("/api/atlas/v2");

    private final String prefix;

    Side(String prefix) {
        this.prefix = prefix;
    }

    /** What all paths of this side's API begin with. */
    String prefix() {
        return prefix;
    }
}
