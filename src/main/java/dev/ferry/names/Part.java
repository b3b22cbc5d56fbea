package dev.ferry.names;

import dev.ferry.api.ApiSide;

/**
 * A list of one service that can be read by itself, such as the clusters of a project.
 *
 * @param path below the API's own prefix, such as {@code groups/5f…/clusters}
 */
record Part(ApiSide side, String path) {
    /** What all paths of a side begin with. */
    static String prefix(ApiSide side) {
        return side == ApiSide.TARGET ? "/api/atlas/v2/" : "/api/public/v1.0/";
    }
}
