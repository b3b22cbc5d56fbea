package dev.ferry.cli;

import dev.ferry.access.Access;
import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RetryPolicy;
import dev.ferry.guard.Guard;
import dev.ferry.guard.SessionMode;
import dev.ferry.guard.Whose;
import dev.ferry.journal.Entry;
import dev.ferry.migration.KnownMigrations;
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
import dev.ferry.profile.Profile;
import dev.ferry.profile.Side;
import dev.ferry.rehearsal.Rehearsed;
import dev.ferry.rehearsal.Way;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Both APIs as one run sees them. A client is made when a script first says {@code atlas} or {@code cm}, and only for the side it names. */
final class Sides implements AutoCloseable {
    /** What calls that only read are made for, beside those of scripts. */
    private enum Reading {
        /** What a card says of a change: quick, or not at all. */
        CARDS,
        /** The names behind Tab, of which nobody hears. */
        NAMES,
        /** What a card would say of a change that is only rehearsed. */
        REHEARSED_CARDS,
        /** The roles that are held, of which nobody hears but the budget of a rehearsal. */
        ROLES,
        /** What a person waits for: what became of a change, what a plan rests on. */
        ANSWERS
    }

    private record Reader(Reading what, ApiSide side) {}

    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final RunRecord record;
    private final Course course;
    private final Connections connections;
    private final CallSettings calls;
    private final Guard guard;
    private final Map<Reader, ApiClient> readers = new ConcurrentHashMap<>();
    private final Deque<ApiClient> clients = new ArrayDeque<>();
    private @Nullable Atlas atlas;
    private @Nullable CloudManager cloudManager;
    private @Nullable Names names;
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
        this.record = record;
        this.course = course;
        this.connections = new Connections(options, environment, profile);
        this.calls = new CallSettings(options, streams, environment, profile, report);
        this.guard = new Guard(
                new Guard.Rules(
                        mode,
                        () -> profile.get().preferences().confirm(),
                        () -> Whose.of(profile.get()),
                        options.atPrompt
                                ? "/unlock 30m lets changes leave for a while"
                                : "--writable lets changes leave"),
                Catalogs.of(Folders.of(environment)),
                side -> options.faults.isEmpty() ? Optional.of(reader(Reading.CARDS, side)) : Optional.empty(),
                this::destination,
                streams::notice);
    }

    /** The options that will confirm a change of the rehearsal when it is real, by what is there before it is made. */
    List<String> optionsInRehearsal(Change change) {
        return guard.options(
                change,
                side -> options.faults.isEmpty()
                        ? Optional.of(reader(Reading.REHEARSED_CARDS, side))
                        : Optional.empty());
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

    synchronized Atlas atlas() {
        if (atlas == null) {
            atlas = new Atlas(client(ApiSide.TARGET));
        }
        return atlas;
    }

    synchronized CloudManager cloudManager() {
        if (cloudManager == null) {
            cloudManager = new CloudManager(client(ApiSide.SOURCE));
        }
        return cloudManager;
    }

    /** The live migrations that are remembered. */
    synchronized Migrations migrations() {
        if (migrations == null) {
            migrations = new Migrations(
                    registry(),
                    this::atlas,
                    () -> connections.to(ApiSide.TARGET).baseUrl(),
                    this::origin,
                    Clock.systemUTC());
        }
        return migrations;
    }

    /** What the credentials of both sides may do; asked for when somebody wants to know. */
    synchronized Access access() {
        if (access == null) {
            access =
                    Access.of(() -> reader(Reading.ROLES, ApiSide.TARGET), () -> reader(Reading.ROLES, ApiSide.SOURCE));
        }
        return access;
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

    /**
     * What became of a change of an earlier process of this run.
     *
     * @throws UsageException when that went to another service than this run works with
     */
    Finding find(Entry.Intended intent, EarlierChange change) {
        Connection now = connections.to(intent.side());
        if (!now.baseUrl().equals(intent.host())) {
            throw new UsageException("The run worked with " + intent.host() + ", but "
                    + profile.get().name() + " leads to " + now.baseUrl()
                    + ": give the profile or the variables that it was started with.");
        }
        return reader(intent.side()).find(change);
    }

    /** What exists on both sides, as this run knows it. A sandbox of this run is gone with it, and so are its names. */
    synchronized Names names() {
        if (names == null) {
            Profile whose = profile.get();
            boolean sandboxed = options.sandbox != null;
            // Faults are counted, and somebody counts on meeting them.
            Ways ways = options.faults.isEmpty() ? this::forNames : Ways.NONE;
            Path file = sandboxed ? null : Names.file(Folders.of(environment).cache(), whose);
            Side target = sandboxed ? null : whose.target();
            String word = whose.environment();
            names = new Names(Names.Options.of(whose, file, ways)
                    .withMigrations(new KnownMigrations(
                            this::registry,
                            () -> Optional.ofNullable(target).map(Side::baseUrl),
                            word == null ? "" : word)));
        }
        return names;
    }

    /** Empty before somebody has called that side himself where its secret comes from a command. */
    private Optional<ApiClient> forNames(ApiSide side) {
        return connections.isAtHand(side) ? Optional.of(reader(Reading.NAMES, side)) : Optional.empty();
    }

    /** Whom this run speaks to. */
    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (names != null) {
                names.close();
            }
        }
        synchronized (clients) {
            clients.forEach(ApiClient::close);
            clients.clear();
        }
        connections.close();
    }

    private ApiClient client(ApiSide side) {
        ApiClient.Settings settings =
                settings().withAnswers(names().listener(side).andThen(record::hear));
        return opened(side, course.of(side, side == ApiSide.TARGET ? remembering(settings) : settings));
    }

    private ApiClient opened(ApiSide side, ApiClient.Settings settings) {
        ApiClient client = new ApiClient(connections.to(side), settings);
        synchronized (clients) {
            clients.push(client);
        }
        return client;
    }

    /** How a rehearsal reaches a real service; empty when the profile has none there. */
    Optional<Way> way(ApiSide side) {
        if (!connections.isThere(side)) {
            return Optional.empty();
        }
        ApiClient.Settings settings = settings().withReadOnly(() -> true).withReadsTo(() -> course.rehearsing()
                .map(now -> now.maker().reads(side))
                .orElse(null));
        return Optional.of(new Way(connections.to(side), settings));
    }

    /** A client that only reads, for what a person waits for. */
    ApiClient reader(ApiSide side) {
        return reader(Reading.ANSWERS, side);
    }

    private ApiClient reader(Reading what, ApiSide side) {
        Reader reader = new Reader(what, side);
        @Nullable ApiClient made = readers.get(reader);
        if (made != null) {
            return made;
        }
        // Not while the readers are held: whoever holds them must not wait for whoever makes the names.
        ApiClient.Settings settings = settings(what, side).withReadOnly(() -> true);
        return readers.computeIfAbsent(reader, it -> opened(side, settings));
    }

    private ApiClient.Settings settings(Reading what, ApiSide side) {
        return switch (what) {
            case CARDS ->
                calls.told(calls.quiet())
                        .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3))
                        .withRetries(new RetryPolicy(1, Duration.ofSeconds(3), Duration.ZERO, Duration.ZERO));
            case NAMES ->
                calls.quiet()
                        .withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(8))
                        .withRetries(new RetryPolicy(1, Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO))
                        .withAnswers(names().listener(side));
            case REHEARSED_CARDS -> calls.quiet().withDetour((url, change) -> course.asRehearsed(side, url, change));
            case ROLES -> calls.quiet().withDetour(course::counting);
            case ANSWERS -> settings();
        };
    }

    private Sightings sightings() {
        URI atlasUrl = connections.to(ApiSide.TARGET).baseUrl();
        return new Sightings(registry(), atlasUrl, this::origin, this::names, Clock.systemUTC(), streams::notice);
    }

    /** Has what a rehearsal starts and cuts over remembered as long as it goes on. */
    void sighted(Rehearsed change) {
        if (change.change().side() == ApiSide.TARGET) {
            sightings().log(ChangeLog.NONE).intend(change.change()).ended(change.outcome());
        }
    }

    private ApiClient.Settings remembering(ApiClient.Settings settings) {
        Sightings sightings = sightings();
        return settings.withChangeLog(sightings.log(settings.rules().changes().log()))
                .withAnswers(settings.listeners().answers().andThen(sightings.answers()));
    }

    /**
     * How the calls of this run are made.
     *
     * @throws UsageException when the proxy cannot be understood
     */
    ApiClient.Settings settings() {
        return calls.heard().withGuard(guard).withChangeLog(record.log());
    }
}
