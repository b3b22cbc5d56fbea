package dev.ferry.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a side is reached.
 *
 * @param caFile certificates in PEM form to trust beside the platform's, or null
 * @param proxy the proxy that the profile names, for where the environment names none, as it was written; or null
 * @param noProxy what is reached without that proxy, written as in {@code NO_PROXY}, where the environment says nothing of it; or null
 */
public record Network(
        @Nullable Path caFile,
        @Nullable String proxy,
        @Nullable String noProxy) {
    /** As the platform and the environment say. */
    public static final Network USUAL = new Network(null, null, null);
}
