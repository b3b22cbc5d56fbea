package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalog;

/** Which of the two APIs a path belongs to. */
final class Catalogs {
    static final String ATLAS = "/api/atlas/v2";
    static final String CLOUD_MANAGER = "/api/public/v1.0";

    private Catalogs() {}

    static Catalog of(String path) {
        return path.startsWith(ATLAS) ? Catalog.atlas() : Catalog.cloudManager();
    }
}
