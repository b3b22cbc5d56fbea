package dev.ferry.api.http;

import dev.ferry.profile.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one side: a host, credentials, and how to use them. Cheap to make; the HTTP client, JSON and everything
 * else behind it are built on first use. May be shared between threads.
 *
 * <pre>{@code
 * try (ApiClient client = new ApiClient(connection, ApiClient.Settings.defaults())) {
 *     Organizations orgs = client.service(Organizations.class);
 *     Object raw = client.call("GET", "/api/atlas/v2/orgs", Map.of("itemsPerPage", 5), null);
 * }
 * }</pre>
 */
public final class ApiClient implements AutoCloseable {
    private final Connection connection;
    private final Settings settings;
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private @Nullable Wire wire;

    /** A way to this side. Nothing is connected or built yet. */
    public ApiClient(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Where this leads, and as whom. */
    public Connection connection() {
        return connection;
    }

    /** How calls are made. */
    public Settings settings() {
        return settings;
    }

    /**
     * The client of a service interface; made once per interface.
     *
     * @throws IllegalArgumentException when the interface is not one that Retrofit can read
     */
    public <T> T service(Class<T> contract) {
        return contract.cast(services.computeIfAbsent(contract, wire()::service));
    }

    /**
     * Any other call of the API, with our authentication, version and error handling.
     *
     * @param method HTTP verb
     * @param path path from the host, for example {@code /api/atlas/v2/orgs}; may carry a query
     * @param query further query parameters; a list repeats the parameter, null leaves it out
     * @param body the JSON body as maps and lists, or null for none
     * @return maps, lists, texts, numbers; null for an empty answer. Values under names of secrets come as
     *     {@link dev.ferry.output.Secret}
     * @throws ApiException when the call does not end well
     */
    public @Nullable Object call(String method, String path, Map<String, ?> query, @Nullable Object body) {
        return wire().call(method, path, query, body);
    }

    /**
     * A raw call of one of the APIs, whose paths all begin with the same prefix.
     *
     * @param prefix what the paths begin with, for example {@code /api/atlas/v2}
     * @param path path below the prefix, for example {@code /orgs}; one that carries the prefix already is taken as it is
     * @return as {@link #call}
     * @throws CallRefusedException when the path does not begin with a slash
     */
    public @Nullable Object callBelow(
            String prefix, String method, CharSequence path, Map<String, ?> query, @Nullable Object body) {
        String text = path.toString();
        if (!text.startsWith("/")) {
            throw new CallRefusedException(
                    CallRefusedException.Why.BAD_ARGUMENT,
                    "'" + text + "' is not a path: paths begin with a slash, as in '/orgs'",
                    null);
        }
        return call(method, text.startsWith(prefix + "/") ? text : prefix + text, query, body);
    }

    /** Gives up what is running and closes all connections, so that the process can end at once. */
    @Override
    public synchronized void close() {
        if (wire != null) {
            wire.close();
        }
    }

    private synchronized Wire wire() {
        Wire built = wire;
        if (built == null) {
            built = new Wire(connection, settings);
            wire = built;
        }
        return built;
    }

    /**
     * How calls are made.
     *
     * @param connectTimeout for opening a connection
     * @param readTimeout between two bytes of an answer
     * @param callTimeout for a whole call, authentication and body included
     * @param pinnedVersion a date ({@code yyyy-mm-dd}) that replaces the one of every v2 method; null for none
     * @param readOnly asked before each changing call; true refuses it
     * @param clock says when a token has expired
     * @param calls told of every call once it has ended
     * @param proxies how to leave this network; null leaves that to the Java platform's own settings
     */
    public record Settings(
            Duration connectTimeout,
            Duration readTimeout,
            Duration callTimeout,
            @Nullable String pinnedVersion,
            BooleanSupplier readOnly,
            Clock clock,
            Consumer<CallRecord> calls,
            @Nullable Proxies proxies) {

        /** Refuses a pinned version that is no date. */
        public Settings {
            if (pinnedVersion != null && !Versions.isVersion(pinnedVersion)) {
                throw new IllegalArgumentException(
                        "a version is a date such as 2025-03-12, or preview, but not '" + pinnedVersion + "'");
            }
        }

        private static final Settings DEFAULTS = new Settings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                null,
                () -> false,
                Clock.systemUTC(),
                call -> {},
                null);

        /** 10 s to connect, 60 s between bytes, 120 s a call; writable, no pinned version, the system's clock, no log. */
        public static Settings defaults() {
            return DEFAULTS;
        }

        /** The same with other time-outs. */
        public Settings withTimeouts(Duration connect, Duration read, Duration call) {
            return new Settings(connect, read, call, pinnedVersion, readOnly, clock, calls, proxies);
        }

        /** The same with every v2 call pinned to a date; null unpins. */
        public Settings withPinnedVersion(@Nullable String date) {
            return new Settings(connectTimeout, readTimeout, callTimeout, date, readOnly, clock, calls, proxies);
        }

        /** The same, asking this before each changing call. */
        public Settings withReadOnly(BooleanSupplier answer) {
            return new Settings(connectTimeout, readTimeout, callTimeout, pinnedVersion, answer, clock, calls, proxies);
        }

        /** The same with another clock. */
        public Settings withClock(Clock other) {
            return new Settings(
                    connectTimeout, readTimeout, callTimeout, pinnedVersion, readOnly, other, calls, proxies);
        }

        /** The same, telling this listener of every call; it may be called from several threads. */
        public Settings withCalls(Consumer<CallRecord> listener) {
            return new Settings(
                    connectTimeout, readTimeout, callTimeout, pinnedVersion, readOnly, clock, listener, proxies);
        }

        /** The same, leaving this network through these proxies. */
        public Settings withProxies(@Nullable Proxies other) {
            return new Settings(connectTimeout, readTimeout, callTimeout, pinnedVersion, readOnly, clock, calls, other);
        }
    }
}
