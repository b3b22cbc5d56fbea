package dev.ferry.api.http;

import dev.ferry.api.Sleeper;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.login.Logout;
import dev.ferry.api.network.Proxies;
import dev.ferry.profile.Connection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
    private final @Nullable ApiClient origin;
    private @Nullable Wire wire;

    /** A way to this side. Nothing is connected or built yet. */
    public ApiClient(Connection connection, Settings settings) {
        this(connection, settings, null);
    }

    private ApiClient(Connection connection, Settings settings, @Nullable ApiClient origin) {
        this.connection = connection;
        this.settings = settings;
        this.origin = origin;
    }

    /**
     * The same way, over the same connections, with every v2 call pinned to a date.
     *
     * @param date {@code yyyy-mm-dd}, or {@code preview}
     * @throws CallRefusedException when it is neither
     */
    public ApiClient pinnedTo(CharSequence date) {
        if (!Versions.isVersion(date.toString())) {
            throw new CallRefusedException(
                    CallRefusedException.Why.BAD_ARGUMENT,
                    "a version is a date such as 2025-03-12, or preview, but not '" + date + "'",
                    null);
        }
        return new ApiClient(connection, settings.withPinnedVersion(date.toString()), this);
    }

    /**
     * Every operation of the Admin API v2 by its name.
     *
     * @param name how people reach it, for messages, such as {@code atlas.api}
     */
    public Operations atlasOperations(String name) {
        return new Operations(name, settings.rules().catalogs()::atlas, this::wire);
    }

    /**
     * Every operation of the public API v1.0 by its name.
     *
     * @param name how people reach it, for messages, such as {@code cm.api}
     */
    public Operations cloudManagerOperations(String name) {
        return new Operations(name, settings.rules().catalogs()::cloudManager, this::wire);
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

    /**
     * What the service shows of a change that an earlier run left open. Only reads; waits for some seconds where a change shows
     * itself later.
     *
     * @throws ApiException when the service cannot be asked, or the thread is interrupted
     */
    public Finding find(EarlierChange change) {
        return wire().route().earlier(change);
    }

    /**
     * Makes the access tokens of a service account invalid and forgets them, those of other processes of this user too.
     * What a file knew is forgotten whatever the service says.
     *
     * @return what happened; an API key has nothing that could be revoked
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009</a>
     */
    public Logout logout() {
        return wire().logout();
    }

    /** Gives up what is running and closes all connections, so that the process can end at once. */
    @Override
    public synchronized void close() {
        if (wire != null && origin == null) {
            wire.close();
        }
    }

    /** The way of every call. */
    Route route() {
        return wire().route();
    }

    private synchronized Wire wire() {
        Wire built = wire;
        if (built == null) {
            String pin = settings.rules().pinnedVersion();
            built = origin == null || pin == null
                    ? new Wire(connection, settings)
                    : origin.wire().pinnedTo(pin);
            wire = built;
        }
        return built;
    }

    /**
     * How calls are made. Every {@code with…} gives the same settings but for one.
     *
     * @param timeouts how long one attempt may take
     * @param retries how long to keep trying
     * @param rules what a call may do, and how it leaves this network
     * @param time what the time is, and how a pause is spent
     * @param listeners who is told what happens
     * @param tokenFolder where access tokens are shared with other processes; null keeps them in this process
     */
    public record Settings(
            Timeouts timeouts,
            RetryPolicy retries,
            Rules rules,
            Time time,
            Listeners listeners,
            @Nullable Path tokenFolder) {

        /**
         * How long one attempt may take.
         *
         * @param connect for opening a connection
         * @param read between two bytes of an answer
         * @param call for a whole attempt, authentication and body included
         */
        public record Timeouts(Duration connect, Duration read, Duration call) {}

        /**
         * What a call may do, and how it leaves this network.
         *
         * @param pinnedVersion a date ({@code yyyy-mm-dd}) that replaces the one of every v2 method; null for none
         * @param changes what happens to a call that may change something before it leaves
         * @param detour sends calls elsewhere
         * @param proxies how to leave this network; null leaves that to the Java platform's own settings
         * @param catalogs what operations there are
         */
        public record Rules(
                @Nullable String pinnedVersion,
                OnChange changes,
                Detour detour,
                @Nullable Proxies proxies,
                Catalogs catalogs) {

            /** Refuses a pinned version that is no date. */
            public Rules {
                if (pinnedVersion != null && !Versions.isVersion(pinnedVersion)) {
                    throw new IllegalArgumentException(
                            "a version is a date such as 2025-03-12, or preview, but not '" + pinnedVersion + "'");
                }
            }
        }

        /**
         * What happens to a call that may change something before it leaves.
         *
         * @param guard may refuse it
         * @param log keeps that it was going to be made, and what came of it
         * @param looksBefore whether what is there is read before it, so that what is there afterwards proves something
         */
        public record OnChange(ChangeGuard guard, ChangeLog log, boolean looksBefore) {}

        /**
         * What the time is, and how a pause is spent.
         *
         * @param clock says when a token has expired and how long a call has tried
         * @param sleeper passes the pauses between two attempts
         * @param random spreads those pauses, so that many who failed together do not come back together
         */
        public record Time(Clock clock, Sleeper sleeper, RandomGenerator random) {}

        /**
         * Who is told what happens; all may be called from several threads.
         *
         * @param calls told of every call once it has ended
         * @param notices told in one sentence, without secrets, what a person who waits should know
         * @param wire shown what goes over the wire
         * @param downloads told how far a download has come
         * @param answers told of every value that was read, before the caller has it; must not throw
         * @param reads told of every answer to a read as the service gave it, before the caller has it; asked each time, null for
         *     nobody
         */
        public record Listeners(
                Consumer<CallRecord> calls,
                Consumer<String> notices,
                WireListener wire,
                Consumer<DownloadProgress> downloads,
                Consumer<Answered> answers,
                Supplier<@Nullable Consumer<RawRead>> reads) {}

        private static final Settings DEFAULTS = new Settings(
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(120)),
                RetryPolicy.STANDARD,
                new Rules(
                        null,
                        new OnChange(ChangeGuard.OPEN, ChangeLog.NONE, true),
                        Detour.NONE,
                        null,
                        Catalogs.SHIPPED),
                new Time(Clock.systemUTC(), Sleeper.REAL, new Random()),
                new Listeners(call -> {}, notice -> {}, WireListener.NOBODY, progress -> {}, answer -> {}, () -> null),
                null);

        /**
         * 10 s to connect, 60 s between bytes, 120 s an attempt, {@link RetryPolicy#STANDARD}; writable, no pinned version,
         * the system's time, nobody told.
         */
        public static Settings defaults() {
            return DEFAULTS;
        }

        /** The same with other time-outs. */
        public Settings withTimeouts(Duration connect, Duration read, Duration call) {
            return new Settings(new Timeouts(connect, read, call), retries, rules, time, listeners, tokenFolder);
        }

        /** The same with a bound to the time of a call, its attempts and the pauses between them included. */
        public Settings withTimeLimit(Duration whole) {
            Duration attempt = timeouts.call().compareTo(whole) < 0 ? timeouts.call() : whole;
            return withTimeouts(timeouts.connect(), timeouts.read(), attempt)
                    .withRetries(
                            new RetryPolicy(retries.attempts(), whole, retries.firstPause(), retries.longestPause()));
        }

        /** The same, trying for another while. */
        public Settings withRetries(RetryPolicy policy) {
            return new Settings(timeouts, policy, rules, time, listeners, tokenFolder);
        }

        /** The same with every v2 call pinned to a date; null unpins. */
        public Settings withPinnedVersion(@Nullable String date) {
            return with(new Rules(date, rules.changes, rules.detour, rules.proxies, rules.catalogs));
        }

        /** The same, refusing every change while this says so. */
        public Settings withReadOnly(BooleanSupplier answer) {
            return withGuard(ChangeGuard.readOnlyWhile(answer));
        }

        /** The same, asking this before each change. */
        public Settings withGuard(ChangeGuard guard) {
            return with(new OnChange(guard, rules.changes.log, rules.changes.looksBefore));
        }

        /** The same, keeping here what is going to be changed, and what came of it. */
        public Settings withChangeLog(ChangeLog log) {
            return with(new OnChange(rules.changes.guard, log, rules.changes.looksBefore));
        }

        /**
         * The same, sending nothing but the change itself. A change whose answer is lost is then found only by a sign that carries a
         * date.
         */
        public Settings withoutLookBefore() {
            return with(new OnChange(rules.changes.guard, rules.changes.log, false));
        }

        /** The same, sending calls elsewhere. */
        public Settings withDetour(Detour detour) {
            return with(new Rules(rules.pinnedVersion, rules.changes, detour, rules.proxies, rules.catalogs));
        }

        /** The same, leaving this network through these proxies. */
        public Settings withProxies(@Nullable Proxies other) {
            return with(new Rules(rules.pinnedVersion, rules.changes, rules.detour, other, rules.catalogs));
        }

        /** The same with other tables of operations. */
        public Settings withCatalogs(Catalogs other) {
            return with(new Rules(rules.pinnedVersion, rules.changes, rules.detour, rules.proxies, other));
        }

        /** The same with another clock. */
        public Settings withClock(Clock other) {
            return with(new Time(other, time.sleeper, time.random));
        }

        /** The same, passing its pauses this way. */
        public Settings withSleeper(Sleeper other) {
            return with(new Time(time.clock, other, time.random));
        }

        /** The same, spreading its pauses by these numbers. */
        public Settings withRandom(RandomGenerator other) {
            return with(new Time(time.clock, time.sleeper, other));
        }

        /** The same, telling this listener of every call. */
        public Settings withCalls(Consumer<CallRecord> listener) {
            return with(new Listeners(
                    listener,
                    listeners.notices,
                    listeners.wire,
                    listeners.downloads,
                    listeners.answers,
                    listeners.reads));
        }

        /** The same, telling this listener what a person who waits should know. */
        public Settings withNotices(Consumer<String> listener) {
            return with(new Listeners(
                    listeners.calls,
                    listener,
                    listeners.wire,
                    listeners.downloads,
                    listeners.answers,
                    listeners.reads));
        }

        /** The same, showing this listener what goes over the wire. */
        public Settings withWire(WireListener listener) {
            return with(new Listeners(
                    listeners.calls,
                    listeners.notices,
                    listener,
                    listeners.downloads,
                    listeners.answers,
                    listeners.reads));
        }

        /** The same, telling this listener how far downloads have come. */
        public Settings withDownloads(Consumer<DownloadProgress> listener) {
            return with(new Listeners(
                    listeners.calls, listeners.notices, listeners.wire, listener, listeners.answers, listeners.reads));
        }

        /** The same, telling this listener of every value that was read. */
        public Settings withAnswers(Consumer<Answered> listener) {
            return with(new Listeners(
                    listeners.calls,
                    listeners.notices,
                    listeners.wire,
                    listeners.downloads,
                    listener,
                    listeners.reads));
        }

        /** The same, telling this listener of every answer to a read as the service gave it. */
        public Settings withReads(Consumer<RawRead> listener) {
            return withReadsTo(() -> listener);
        }

        /** The same where the listener is asked for each time; null tells nobody. */
        public Settings withReadsTo(Supplier<@Nullable Consumer<RawRead>> listener) {
            return with(new Listeners(
                    listeners.calls,
                    listeners.notices,
                    listeners.wire,
                    listeners.downloads,
                    listeners.answers,
                    listener));
        }

        /**
         * The same, sharing the access tokens of service accounts with other processes of this user through files in
         * this folder; null keeps them in this process.
         */
        public Settings withTokenFolder(@Nullable Path folder) {
            return new Settings(timeouts, retries, rules, time, listeners, folder);
        }

        private Settings with(OnChange changes) {
            return with(new Rules(rules.pinnedVersion, changes, rules.detour, rules.proxies, rules.catalogs));
        }

        private Settings with(Rules other) {
            return new Settings(timeouts, retries, other, time, listeners, tokenFolder);
        }

        private Settings with(Time other) {
            return new Settings(timeouts, retries, rules, other, listeners, tokenFolder);
        }

        private Settings with(Listeners other) {
            return new Settings(timeouts, retries, rules, time, other, tokenFolder);
        }
    }
}
