package dev.ferry.cli;

import dev.ferry.access.Access;
import dev.ferry.api.ApiSide;
import dev.ferry.api.Timespan;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RetryPolicy;
import dev.ferry.api.network.Proxies;
import dev.ferry.guard.Guard;
import dev.ferry.guard.SessionMode;
import dev.ferry.guard.Whose;
import dev.ferry.journal.Entry;
import dev.ferry.migration.Migrations;
import dev.ferry.migration.MigrationsException;
import dev.ferry.migration.Origin;
import dev.ferry.migration.Registry;
import dev.ferry.migration.Sightings;
import dev.ferry.names.Names;
import dev.ferry.names.Ways;
import dev.ferry.output.Streams;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profile;
import dev.ferry.profile.SecretSource;
import dev.ferry.profile.Side;
import dev.ferry.rehearsal.Way;
import dev.ferry.rehearsal.plan.Subject;
import dev.ferry.sandbox.Fault;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both APIs as one run sees them. A secret is read, a client is made and a sandbox is started when a script first says
 * {@code atlas} or {@code cm}, and only for the side it names. A sandbox is reached with the service accounts of its
 * owners: they see every organization, where an API key sees its own.
 */
final class Sides implements AutoCloseable {
    private static final String ADVICE =
            "add them with 'ferry profile add NAME', or work in the sandbox with --sandbox.";

    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final CallReport report;
    private final RunRecord record;
    private final Course course;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Guard guard;
    private final Map<ApiSide, ApiClient> namesClients = new EnumMap<>(ApiSide.class);
    private final Map<ApiSide, ApiClient> rolesClients = new EnumMap<>(ApiSide.class);
    private final Map<ApiSide, ApiClient> cardClients = new EnumMap<>(ApiSide.class);
    private @Nullable Sandbox sandbox;
    private @Nullable Atlas atlas;
    private @Nullable CloudManager cloudManager;
    private @Nullable Connection target;
    private @Nullable Connection source;
    private @Nullable Names names;
    private @Nullable ApiClient targetReader;
    private @Nullable ApiClient sourceReader;
    private @Nullable Registry registry;
    private @Nullable Access access;
    private @Nullable Migrations migrations;

    Sides(
            GlobalOptions options,
            Streams streams,
            Environment environment,
            Supplier<Profile> profile,
            SessionMode mode,
            CallReport report,
            RunRecord record,
            Course course) {
        this.options = options;
        this.streams = streams;
        this.environment = environment;
        this.profile = profile;
        this.report = report;
        this.record = record;
        this.course = course;
        this.guard = new Guard(
                new Guard.Rules(
                        mode,
                        () -> profile.get().preferences().confirm(),
                        () -> Whose.of(profile.get()),
                        options.atPrompt
                                ? "/unlock 30m lets changes leave for a while"
                                : "--writable lets changes leave"),
                Catalogs.of(Folders.of(environment)),
                this::forCards,
                this::destination,
                streams::notice);
    }

    /** Decides which changes of this run leave. */
    Guard guard() {
        return guard;
    }

    private Optional<String> destination(String migration) {
        try {
            return registry().destination(migration);
        } catch (MigrationsException e) {
            return Optional.empty();
        }
    }

    /** A client that is quick or gives up, for the names of what a change would hit. Faults are counted: somebody counts on meeting them. */
    private synchronized Optional<ApiClient> forCards(ApiSide side) {
        if (!options.faults.isEmpty()) {
            return Optional.empty();
        }
        @Nullable ApiClient made = cardClients.get(side);
        if (made == null) {
            made = new ApiClient(
                    side == ApiSide.TARGET ? target() : source(),
                    report.of(common().withReadOnly(() -> true)
                            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3))
                            .withRetries(new RetryPolicy(1, Duration.ofSeconds(3), Duration.ZERO, Duration.ZERO))));
            cardClients.put(side, made);
            open.add(0, made);
        }
        return Optional.of(made);
    }

    synchronized Atlas atlas() {
        if (atlas == null) {
            atlas = new Atlas(client(target(), ApiSide.TARGET));
        }
        return atlas;
    }

    synchronized CloudManager cloudManager() {
        if (cloudManager == null) {
            cloudManager = new CloudManager(client(source(), ApiSide.SOURCE));
        }
        return cloudManager;
    }

    /** The live migrations that are remembered. */
    synchronized Migrations migrations() {
        if (migrations == null) {
            migrations =
                    new Migrations(registry(), this::atlas, () -> target().baseUrl(), this::origin, Clock.systemUTC());
        }
        return migrations;
    }

    /** What the credentials of both sides may do; asked for when somebody wants to know. */
    synchronized Access access() {
        if (access == null) {
            access = Access.of(() -> forRoles(ApiSide.TARGET), () -> forRoles(ApiSide.SOURCE));
        }
        return access;
    }

    /** A client that changes nothing, and of whose calls nobody hears but the budget of a rehearsal. */
    private synchronized ApiClient forRoles(ApiSide side) {
        @Nullable ApiClient made = rolesClients.get(side);
        if (made == null) {
            made = new ApiClient(
                    connection(side), common().withReadOnly(() -> true).withDetour(course::counting));
            rolesClients.put(side, made);
            open.add(0, made);
        }
        return made;
    }

    /** What is remembered of live migrations. Those of a sandbox of this run are gone with it. */
    synchronized Registry registry() {
        if (registry == null) {
            registry = options.sandbox != null ? Registry.inMemory() : Registry.in(Folders.of(environment));
        }
        return registry;
    }

    private Origin origin() {
        return new Origin(profile.get().name(), record.id());
    }

    /** The way to Atlas. */
    synchronized Connection target() {
        if (target == null) {
            target = options.sandbox != null
                    ? sandbox(options.sandbox).targetAccount()
                    : connect(profile.get().target(), "Atlas");
        }
        return target;
    }

    /** The way to Cloud Manager or Ops Manager. */
    synchronized Connection source() {
        if (source == null) {
            source = options.sandbox != null
                    ? sandbox(options.sandbox).sourceAccount()
                    : connect(profile.get().source(), "Cloud Manager");
        }
        return source;
    }

    /**
     * What became of a change of an earlier process of this run.
     *
     * @throws UsageException when that went to another service than this run works with
     */
    synchronized Finding find(Entry.Intended intent, EarlierChange change) {
        Connection now = intent.side() == ApiSide.TARGET ? target() : source();
        if (!now.baseUrl().equals(intent.host())) {
            throw new UsageException("The run worked with " + intent.host() + ", but "
                    + profile.get().name() + " leads to " + now.baseUrl()
                    + ": give the profile or the variables that it was started with.");
        }
        ApiClient client = intent.side() == ApiSide.TARGET ? targetReader : sourceReader;
        if (client == null) {
            client = new ApiClient(now, settings().withReadOnly(() -> true));
            open.add(0, client);
            if (intent.side() == ApiSide.TARGET) {
                targetReader = client;
            } else {
                sourceReader = client;
            }
        }
        return client.find(change);
    }

    /** What exists on both sides, as this run knows it. A sandbox of this run is gone with it, and so are its names. */
    synchronized Names names() {
        if (names == null) {
            Profile whose = profile.get();
            boolean sandboxed = options.sandbox != null;
            // Faults are counted, and somebody counts on meeting them.
            Ways ways = options.faults.isEmpty() ? this::forNames : Ways.NONE;
            Path file = sandboxed ? null : Names.file(Folders.of(environment).cache(), whose);
            names = new Names(Names.Options.of(whose, file, ways));
        }
        return names;
    }

    /** A client that nobody hears of; empty before somebody has called that side himself where its secret comes from a command. */
    private synchronized Optional<ApiClient> forNames(ApiSide side) {
        boolean atlasSide = side == ApiSide.TARGET;
        @Nullable ApiClient made = namesClients.get(side);
        if (made == null && (options.sandbox != null || isKnown(side))) {
            made = new ApiClient(
                    atlasSide ? target() : source(),
                    common().withReadOnly(() -> true)
                            .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(8))
                            .withRetries(new RetryPolicy(1, Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO))
                            .withAnswers(names().listener(side)));
            namesClients.put(side, made);
            open.add(0, made);
        }
        return Optional.ofNullable(made);
    }

    private boolean isKnown(ApiSide side) {
        boolean atlasSide = side == ApiSide.TARGET;
        if ((atlasSide ? target : source) != null) {
            return true;
        }
        @Nullable Side way = atlasSide ? profile.get().target() : profile.get().source();
        return way != null && !(way.login().secret() instanceof SecretSource.Command);
    }

    @Override
    public synchronized void close() {
        if (names != null) {
            names.close();
        }
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                // The run is over and its outcome known; a connection that does not close properly changes nothing
                // about it.
                streams.err().println("Closing a connection failed: " + e.getMessage());
            }
        }
        open.clear();
    }

    private Connection connect(@Nullable Side side, String name) {
        if (side == null) {
            throw new NoCredentialsException("There are no credentials for " + name + ": " + ADVICE);
        }
        return side.connect(environment);
    }

    private Sandbox sandbox(String scenario) {
        if (sandbox == null) {
            try {
                sandbox = Sandbox.start(Sandbox.Options.standard()
                        .withScenario(scenario(scenario))
                        .withFaults(faults(options.faults)));
            } catch (IOException e) {
                throw new UncheckedIOException("The sandbox cannot be started: " + e.getMessage(), e);
            }
            open.add(sandbox);
        }
        return sandbox;
    }

    /** @throws UsageException when there is none of that name */
    static Scenario scenario(String name) {
        try {
            return Scenario.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** @throws UsageException when one of the rules cannot be read */
    static List<Fault> faults(List<String> rules) {
        try {
            return rules.stream().map(Fault::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ApiClient client(Connection connection, ApiSide side) {
        ApiClient.Settings settings =
                settings().withAnswers(names().listener(side).andThen(record::hear));
        ApiClient client = new ApiClient(
                connection, course.of(side, side == ApiSide.TARGET ? remembering(settings, connection) : settings));
        open.add(0, client);
        return client;
    }

    /** How a rehearsal reaches a real service; empty when the profile has none there. */
    synchronized Optional<Way> way(ApiSide side) {
        if (!isThere(side)) {
            return Optional.empty();
        }
        ApiClient.Settings settings = settings().withReadOnly(() -> true).withReadsTo(() -> course.rehearsing()
                .map(now -> now.maker().reads(side))
                .orElse(null));
        return Optional.of(new Way(connection(side), settings));
    }

    /** A client that only reads. */
    synchronized ApiClient reader(ApiSide side) {
        ApiClient client = new ApiClient(connection(side), settings().withReadOnly(() -> true));
        open.add(0, client);
        return client;
    }

    /** Whom this run may speak to. No secret is read for that, except where one is all that is known. */
    synchronized List<Subject.Party> parties() {
        return Stream.of(ApiSide.values())
                .filter(this::isThere)
                .map(side -> {
                    Connection connection = connection(side);
                    return new Subject.Party(
                            side,
                            connection.baseUrl().toString(),
                            connection.credentials().id());
                })
                .toList();
    }

    private boolean isThere(ApiSide side) {
        Profile whose = profile.get();
        return options.sandbox != null || (side == ApiSide.TARGET ? whose.target() : whose.source()) != null;
    }

    private Connection connection(ApiSide side) {
        return side == ApiSide.TARGET ? target() : source();
    }

    private ApiClient.Settings remembering(ApiClient.Settings settings, Connection connection) {
        Sightings sightings = new Sightings(
                registry(), connection.baseUrl(), this::origin, this::names, Clock.systemUTC(), streams::notice);
        return settings.withChangeLog(sightings.log(settings.rules().changes().log()))
                .withAnswers(settings.listeners().answers().andThen(sightings.answers()));
    }

    /**
     * How the calls of this run are made.
     *
     * @throws UsageException when the proxy cannot be understood
     */
    ApiClient.Settings settings() {
        Preferences wanted = profile.get().preferences();
        ApiClient.Settings settings = common().withGuard(guard)
                .withChangeLog(record.log())
                .withPinnedVersion(wanted.apiVersion().orElse(null))
                .withNotices(streams::notice)
                .withDownloads(new DownloadLine(streams));
        return report.of(wanted.timeout()
                .map(limit -> settings.withTimeLimit(Timespan.of(limit)))
                .orElse(settings));
    }

    private ApiClient.Settings common() {
        ApiClient.Settings usual = ApiClient.Settings.defaults();
        return profile.get()
                .preferences()
                .connectTimeout()
                .map(limit -> usual.withTimeouts(
                        Timespan.of(limit),
                        usual.timeouts().read(),
                        usual.timeouts().call()))
                .orElse(usual)
                .withProxies(proxies(environment))
                .withCatalogs(Catalogs.of(Folders.of(environment)))
                // A sandbox of this run ends with it, and its tokens too.
                .withTokenFolder(options.sandbox != null ? null : tokens(Folders.of(environment)));
    }

    /** Where the processes of this user share their access tokens. */
    static Path tokens(Folders folders) {
        return folders.state().resolve("tokens");
    }

    static Proxies proxies(Environment environment) {
        try {
            return Proxies.of(environment);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }
}
