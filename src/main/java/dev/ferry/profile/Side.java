package dev.ferry.profile;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One side of a profile before its secret is read.
 *
 * @param baseUrl scheme, host and port
 * @param login who is calling, and where the secret is to be found
 * @param network how it is reached
 * @param home where its owner usually works
 */
public record Side(URI baseUrl, Login login, Network network, Home home) {
    /** The address of both services when nothing else is said. */
    public static final String STANDARD_ADDRESS = "https://cloud.mongodb.com";

    /**
     * Where somebody usually works: what is taken where a script asks for an organization or a project and is given none.
     *
     * @param organization its id, or null
     * @param project its id, or null
     */
    public record Home(
            @Nullable String organization, @Nullable String project) {
        /** Nowhere in particular. */
        public static final Home NOWHERE = new Home(null, null);
    }

    /** One that names no proxy. */
    public Side(URI baseUrl, Login login, @Nullable Path caFile) {
        this(baseUrl, login, new Network(caFile, null, null), Home.NOWHERE);
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

    /** Certificates in PEM form to trust beside the platform's, or null. */
    public @Nullable Path caFile() {
        return network.caFile();
    }

    /** The proxy to leave this network by where the environment names none, as it was written; or null. */
    public @Nullable String proxy() {
        return network.proxy();
    }

    /**
     * Reads the secret, which may run the user's command, and makes the connection.
     *
     * @throws SettingsException if the secret cannot be read
     */
    public Connection connect(Environment environment) {
        return new Connection(
                baseUrl, login.credentials(environment), network.caFile(), network.proxy(), network.noProxy());
    }
}
