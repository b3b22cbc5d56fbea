package dev.ferry.profile;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to reach one side.
 *
 * @param baseUrl scheme, host and port, as {@code https://cloud.mongodb.com}; the paths of the APIs are not part of it
 * @param credentials who is calling
 * @param caFile certificates in PEM form to trust beside the platform's, or null
 * @param proxy the proxy that the profile names, for where the environment names none; or null
 * @param noProxy what is reached without that proxy; or null
 */
public record Connection(
        URI baseUrl,
        Credentials credentials,
        @Nullable Path caFile,
        @Nullable String proxy,
        @Nullable String noProxy) {

    /** One whose profile names no proxy. */
    public Connection(URI baseUrl, Credentials credentials, @Nullable Path caFile) {
        this(baseUrl, credentials, caFile, null);
    }

    /** One whose profile reaches every host in the same way. */
    public Connection(URI baseUrl, Credentials credentials, @Nullable Path caFile, @Nullable String proxy) {
        this(baseUrl, credentials, caFile, proxy, null);
    }

    /** How it is reached. */
    public Network network() {
        return new Network(caFile, proxy, noProxy);
    }
}
