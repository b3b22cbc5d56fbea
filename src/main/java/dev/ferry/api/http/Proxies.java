package dev.ferry.api.http;

import dev.ferry.output.Secret;
import dev.ferry.profile.Environment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names: {@code HTTPS_PROXY} for every https host but those of {@code NO_PROXY}, a list of
 * host names and domains, or {@code *}. Lower-case names count too, as with curl. This machine is always reached directly.
 */
public final class Proxies extends ProxySelector {
    private static final List<Proxy> DIRECTLY = List.of(Proxy.NO_PROXY);

    private final @Nullable HttpUrl proxy;
    private final List<String> direct;

    private Proxies(@Nullable HttpUrl proxy, List<String> direct) {
        this.proxy = proxy;
        this.direct = direct;
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when {@code HTTPS_PROXY} is no URL
     */
    public static Proxies of(Environment environment) {
        String named = either(environment, "HTTPS_PROXY");
        String none = either(environment, "NO_PROXY");
        List<String> direct = none == null
                ? List.of()
                : Arrays.stream(none.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .map(host -> host.replaceFirst("^\\*?\\.", ""))
                        .filter(host -> !host.isEmpty())
                        .toList();
        return new Proxies(named == null ? null : url(named), direct);
    }

    private static @Nullable String either(Environment environment, String name) {
        String value = environment.get(name);
        return value == null ? environment.get(name.toLowerCase(Locale.ROOT)) : value;
    }

    private static HttpUrl url(String named) {
        HttpUrl url = HttpUrl.parse(named.contains("://") ? named : "http://" + named);
        if (url == null) {
            // Without the value: it may hold a password.
            throw new IllegalArgumentException("HTTPS_PROXY is not the URL of a proxy, such as http://proxy:3128");
        }
        if (!url.password().isEmpty()) {
            // From here on it is hidden wherever it might be shown.
            Secret.of(url.password());
        }
        return url;
    }

    @Override
    public List<Proxy> select(URI target) {
        String host = target.getHost();
        HttpUrl through = proxy;
        if (through == null || host == null || !"https".equals(target.getScheme()) || isDirect(host)) {
            return DIRECTLY;
        }
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(through.host(), through.port())));
    }

    private boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return HostRules.isLoopback(name)
                || direct.stream().anyMatch(each -> each.equals("*") || name.equals(each) || name.endsWith("." + each));
    }

    /** Nothing to remember: there is one proxy, and the call itself says that it failed. */
    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {}

    /** Logs in at the proxy when its URL carries a name and a password; only once a call. */
    Authenticator login() {
        HttpUrl through = proxy;
        if (through == null || through.username().isEmpty()) {
            return Authenticator.NONE;
        }
        String login = Credentials.basic(through.username(), through.password());
        return (route, refused) -> refused.request().header("Proxy-Authorization") != null
                ? null
                : refused.request()
                        .newBuilder()
                        .header("Proxy-Authorization", login)
                        .build();
    }
}
