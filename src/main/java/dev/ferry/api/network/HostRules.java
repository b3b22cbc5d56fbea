package dev.ferry.api.network;

import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.profile.Connection;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where credentials may go: https anywhere, plain http only to this machine. */
public final class HostRules {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    private HostRules() {}

    /** Whether a host name or address, without brackets, surely means this machine. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /**
     * The base URL of a connection, ending in a slash.
     *
     * @throws CallRefusedException when it is no URL, or plain http to another machine
     */
    public static HttpUrl base(Connection connection) {
        HttpUrl url = HttpUrl.parse(connection.baseUrl().toString());
        if (url == null) {
            throw refused("the base URL " + connection.baseUrl() + " is not one of http or https");
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            throw refused("plain http to " + url.host()
                    + " would show the credentials to the network; use https, or a loopback address");
        }
        HttpUrl.Builder clean =
                url.newBuilder().query(null).fragment(null).username("").password("");
        return url.encodedPath().endsWith("/")
                ? clean.build()
                : clean.addPathSegment("").build();
    }

    private static CallRefusedException refused(String problem) {
        return new CallRefusedException(CallRefusedException.Why.INSECURE, problem, null);
    }
}
