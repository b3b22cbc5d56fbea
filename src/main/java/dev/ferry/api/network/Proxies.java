package dev.ferry.api.network;

import dev.ferry.output.Secret;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Network;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names: {@code HTTPS_PROXY} for every https host but those of {@code NO_PROXY}. Lower-case
 * names count too, as with curl. Where it names none, the one that the profile names. This machine is always reached directly.
 *
 * @see DirectHosts what may stand in {@code NO_PROXY}
 */
public final class Proxies extends ProxySelector {
    private static final String OF_PROFILE = "the profile's proxy";
    private static final List<Proxy> DIRECTLY = List.of(Proxy.NO_PROXY);

    private final @Nullable HttpUrl proxy;

    /** The variable or setting that names it. */
    private final String variable;

    private final DirectHosts direct;

    private Proxies(@Nullable HttpUrl proxy, String variable, DirectHosts direct) {
        this.proxy = proxy;
        this.variable = variable;
        this.direct = direct;
    }

    /**
     * How a host is reached.
     *
     * @param proxy host and port of the proxy; null when there is none in between
     * @param why the reason, for people
     */
    public record Way(@Nullable String proxy, String why) {}

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when {@code HTTPS_PROXY} is no URL of a proxy; says so without the value
     */
    public static Proxies of(Environment environment) {
        String variable = environment.get("HTTPS_PROXY") != null ? "HTTPS_PROXY" : "https_proxy";
        String named = environment.get(variable);
        String none = environment.get("NO_PROXY") != null ? "NO_PROXY" : "no_proxy";
        return new Proxies(
                named == null ? null : url(named.strip(), variable),
                variable,
                DirectHosts.of(environment.get(none), none));
    }

    /** The same with the proxy of a connection. */
    public static @Nullable Proxies of(@Nullable Proxies proxies, Connection connection) {
        return of(proxies, connection.network());
    }

    /**
     * These proxies and, where the environment names none, the one of the profile.
     *
     * @param proxies null for the environment that names none
     * @param network what the profile names
     * @return null when nobody names one and Java's own settings count
     * @throws SettingsException when the profile's is no URL of a proxy
     */
    public static @Nullable Proxies of(@Nullable Proxies proxies, Network network) {
        String named = network.proxy();
        if (named == null || (proxies != null && proxies.proxy != null)) {
            return proxies;
        }
        return new Proxies(
                proxy(named, OF_PROFILE),
                OF_PROFILE,
                proxies == null || proxies.direct.entries().isEmpty()
                        ? DirectHosts.of(network.noProxy(), "the profile's no_proxy")
                        : proxies.direct);
    }

    /**
     * A proxy as it was written.
     *
     * @param shown the same for people, without a password
     */
    public record Named(String shown, boolean withPassword) {}

    /**
     * Reads what names a proxy.
     *
     * @param setting the option or setting it comes from, for the message
     * @throws SettingsException when it is no URL of a proxy
     */
    public static Named named(String text, String setting) {
        HttpUrl url = proxy(text, setting);
        return new Named(
                (url.username().isEmpty() ? "" : url.username() + "@") + name(url),
                !url.password().isEmpty());
    }

    private static HttpUrl proxy(String text, String setting) {
        try {
            return url(text.strip(), setting);
        } catch (IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            throw new SettingsException(
                    problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1) + ".", e);
        }
    }

    private static HttpUrl url(String named, String variable) {
        HttpUrl url = HttpUrl.parse(named.contains("://") ? named : "http://" + named);
        if (url == null || url.isHttps()) {
            // Without the value: it may hold a password.
            throw new IllegalArgumentException(variable + " is not the URL of a proxy, such as http://proxy:3128"
                    + (url == null
                            ? ""
                            : "; Ferry reaches its proxy by http, and what goes through it is encrypted all the same"));
        }
        if (!url.password().isEmpty()) {
            // From here on it is hidden wherever it might be shown.
            Secret.of(url.password());
        }
        return url;
    }

    /** Where the proxy is named, for people: {@code HTTPS_PROXY}, or the profile. */
    public String source() {
        return variable;
    }

    /** How this address is reached, and why so. */
    public Way way(URI target) {
        HttpUrl through = proxy;
        String host = target.getHost();
        if (through == null) {
            return new Way(null, "HTTPS_PROXY is not set");
        }
        if (host == null || !"https".equals(target.getScheme())) {
            return new Way(null, "only https goes through the proxy");
        }
        String reason = direct.reason(host, target.getPort() < 0 ? 443 : target.getPort());
        return reason != null ? new Way(null, reason) : new Way(name(through), variable + " is set");
    }

    @Override
    public List<Proxy> select(URI target) {
        HttpUrl through = proxy;
        return through == null || way(target).proxy() == null
                ? DIRECTLY
                : List.of(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(through.host(), through.port())));
    }

    /** Nothing to remember: there is one proxy, and the call itself says that it failed. */
    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {}

    /** Logs in at the proxy when its URL carries a name and a password; only once a call. */
    public Authenticator login() {
        return (route, refused) -> {
            HttpUrl through = proxy;
            if (through == null) {
                return null;
            }
            boolean asked = refused.challenges().stream()
                    .map(Challenge::scheme)
                    .noneMatch("OkHttp-Preemptive"::equalsIgnoreCase);
            if (refused.request().header("Proxy-Authorization") == null
                    && !through.username().isEmpty()
                    && (!asked || takesBasic(refused))) {
                return withLogin(refused.request(), through);
            }
            if (asked) {
                throw new ProxyRefusedException(
                        "the proxy " + name(through) + " " + refusal(refused, through) + " (407)");
            }
            return null;
        };
    }

    private static Request withLogin(Request request, HttpUrl through) {
        return request.newBuilder()
                .header("Proxy-Authorization", Credentials.basic(through.username(), through.password()))
                .build();
    }

    /** A proxy that does not say what it takes is tried. */
    private static boolean takesBasic(Response refused) {
        List<Challenge> challenges = refused.challenges();
        return challenges.isEmpty()
                || challenges.stream().map(Challenge::scheme).anyMatch("Basic"::equalsIgnoreCase);
    }

    private String refusal(Response refused, HttpUrl through) {
        if (!takesBasic(refused)) {
            return "wants a login of the kind "
                    + String.join(
                            " or ",
                            refused.challenges().stream()
                                    .map(Challenge::scheme)
                                    .distinct()
                                    .toList())
                    + ", and Ferry knows only Basic; put a proxy in between that logs in for you, and name it in "
                    + variable;
        }
        return through.username().isEmpty()
                ? "wants a login; write name:password@ before the host in " + variable
                : "refuses the login of " + through.username() + "; correct name and password in " + variable;
    }

    private static String name(HttpUrl proxy) {
        return proxy.host() + ":" + proxy.port();
    }
}
