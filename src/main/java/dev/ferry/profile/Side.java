package dev.ferry.profile;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One side of a profile before its secret is read.
 *
 * @param baseUrl scheme, host and port
 * @param login who is calling, and where the secret is to be found
 * @param caFile certificates in PEM form to trust beside the platform's, or null
 * @param proxy the proxy to leave this network by where the environment names none, as it was written; or null
 */
public record Side(
        URI baseUrl,
        Login login,
        @Nullable Path caFile,
        @Nullable String proxy) {
    /** The address of both services when nothing else is said. */
    public static final String STANDARD_ADDRESS = "https://cloud.mongodb.com";

    /** One that names no proxy. */
    public Side(URI baseUrl, Login login, @Nullable Path caFile) {
        this(baseUrl, login, caFile, null);
    }

    /**
     * An address as people write it, with or without a slash at its end, without anything after the port.
     *
     * @param name the setting or option it comes from, for the message
     * @throws SettingsException if it is no such address
     */
    public static URI baseUrl(String text, String name) {
        return BaseUrl.parse(text, name);
    }

    /**
     * Reads the secret, which may run the user's command, and makes the connection.
     *
     * @throws SettingsException if the secret cannot be read
     */
    public Connection connect(Environment environment) {
        return new Connection(baseUrl, login.credentials(environment), caFile, proxy);
    }
}
