package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.Thing;
import dev.ferry.api.http.Answered;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Side;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What exists at both services, as far as this session knows it. Every question is answered from memory, whatever the services and the
 * disk do; what is missing or old is read behind.
 *
 * <pre>{@code
 * Names names = new Names(options);
 * ApiClient.Settings.defaults().withAnswers(names.listener(ApiSide.TARGET));   // learns from every call
 * names.start();                                                             // reads what there is
 * names.find(new Wanted(ApiSide.TARGET, Thing.CLUSTER, Map.of(Thing.PROJECT, "shop")), "ord", 20);
 * }</pre>
 */
public final class Names implements LiveNames, AutoCloseable {
    /**
     * How names are kept and read.
     *
     * @param environment the environment of the profile, shown with every name; empty when it has none
     * @param callsAMinute how many calls they may cost; 0 turns them off
     * @param file where they are kept for the next session; null keeps them in this process
     * @param ways how the services are reached
     * @param clock says how old something is
     * @param sleeper passes the time until the next call may be made
     * @param migrations who remembers the live migrations, which no service lists
     */
    public record Options(
            String environment,
            int callsAMinute,
            @Nullable Path file,
            Ways ways,
            Clock clock,
            Sleeper sleeper,
            LiveNames migrations) {

        /** The names of a profile, by the real time. */
        public static Options of(Profile profile, @Nullable Path file, Ways ways) {
            String environment = profile.environment();
            return new Options(
                    environment == null ? "" : environment,
                    profile.preferences().nameCalls(),
                    file,
                    ways,
                    Clock.systemUTC(),
                    Sleeper.REAL,
                    LiveNames.NONE);
        }

        /** The same with somebody who remembers the live migrations. */
        public Options withMigrations(LiveNames remembered) {
            return new Options(environment, callsAMinute, file, ways, clock, sleeper, remembered);
        }
    }

    private final Options options;
    private final Ledger ledger = new Ledger(Ledger.MOST);
    private final Reader reader;
    private final Behind behind;
    private volatile boolean on;

    /** Nothing is read before {@link #start}. */
    public Names(Options options) {
        this.options = options;
        this.on = options.callsAMinute() > 0;
        this.reader = new Reader(
                options.ways(),
                new CallBudget(
                        options.callsAMinute() > 0 ? options.callsAMinute() : Preferences.USUAL.nameCalls(),
                        options.clock(),
                        options.sleeper()),
                options.clock());
        this.behind = new Behind(options, ledger, reader);
    }

    /** No names, and nothing that could be read. */
    public static Names off() {
        return new Names(new Options("", 0, null, Ways.NONE, Clock.systemUTC(), Sleeper.REAL, LiveNames.NONE));
    }

    /**
     * Where the names of a profile are kept: a file for each pair of addresses and of those who call them, so that nobody is shown what
     * somebody else may see.
     *
     * @param cache the folder for what can be made again
     */
    public static Path file(Path cache, Profile profile) {
        CRC32 sum = new CRC32();
        sum.update((whose(profile.source()) + "\n" + whose(profile.target())).getBytes(StandardCharsets.UTF_8));
        String plain = profile.name().replaceAll("[^A-Za-z0-9_.-]", "_");
        return cache.resolve("names").resolve(plain + "-" + String.format("%08x", sum.getValue()) + ".tsv");
    }

    private static String whose(@Nullable Side side) {
        return side == null
                ? ""
                : side.baseUrl() + " " + side.login().kind() + " "
                        + side.login().id();
    }

    /** Begins to read behind the prompt: the file, then the services. Does nothing when names are off. */
    public void start() {
        if (on) {
            behind.start();
        }
    }

    /** Whether names are known and read. */
    public boolean isOn() {
        return on;
    }

    /** Turns them on or off, for this session. */
    public void turn(boolean wanted) {
        on = wanted && options.ways() != Ways.NONE;
        if (on) {
            behind.start();
        } else {
            behind.stop();
        }
    }

    /** Learns from the answers of a side. It costs the caller microseconds, and never fails. */
    public Consumer<Answered> listener(ApiSide side) {
        return answered -> {
            if (on) {
                behind.hear(side, answered);
            }
        };
    }

    @Override
    public Found find(Wanted wanted, String typed, int most) {
        if (wanted.thing() == Thing.LIVE_MIGRATION) {
            // They cost no call, so nobody has turned them off.
            return options.migrations().find(wanted, typed, most);
        }
        if (!on) {
            return Found.NOTHING;
        }
        Known known = behind.known();
        Place place = Place.of(known, wanted);
        Remarks remarks = new Remarks(known, options.clock().instant(), reader::condition);
        if (place.problem() != null) {
            behind.want(NamedList.parts(wanted.side(), Thing.PROJECT, Map.of()));
            return new Found(List.of(), place.problem());
        }
        List<Part> parts =
                place.parts(known, part -> reader.condition(part.side()).isRefused(part, remarks.now()));
        behind.want(parts);
        List<LiveName> names = known.shelf(wanted.side(), wanted.thing()).find(typed, place.scope(), most).stream()
                .map(entry -> live(known, entry))
                .toList();
        return new Found(names, remarks.on(wanted, parts, names.isEmpty()));
    }

    private LiveName live(Known known, Entry entry) {
        return new LiveName(
                entry.side(),
                entry.thing(),
                entry.id(),
                entry.name(),
                known.name(entry.side(), Thing.ORGANIZATION, entry.organization()),
                known.name(entry.side(), Thing.PROJECT, entry.project()),
                options.environment());
    }

    @Override
    public Optional<String> idOf(ApiSide side, Thing thing, String name) {
        if (thing == Thing.LIVE_MIGRATION) {
            return options.migrations().idOf(side, thing, name);
        }
        return on ? behind.known().shelf(side, thing).only(name).map(Entry::id) : Optional.empty();
    }

    /** A project with this id, as far as somebody has told of it; costs no call. */
    public Optional<KnownProject> project(ApiSide side, String id) {
        Known known = on ? behind.known() : Known.NOTHING;
        @Nullable Entry entry = known.shelf(side, Thing.PROJECT).byId(id);
        return Optional.ofNullable(entry)
                .map(found -> new KnownProject(
                        found.name(),
                        found.organization(),
                        known.name(side, Thing.ORGANIZATION, found.organization())));
    }

    /** The names of these things by their ids, of those whose names are known. */
    public Map<String, String> of(Collection<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        if (on) {
            for (String id : ids) {
                for (Shelf shelf : behind.known().shelves().values()) {
                    @Nullable Entry entry = shelf.byId(id);
                    if (entry != null) {
                        names.putIfAbsent(id, entry.name());
                    }
                }
            }
        }
        return names;
    }

    /** Ends all reading at once. What was learned since it was last written down is written if that takes no time. */
    @Override
    public void close() {
        behind.close();
    }

    /**
     * Waits until nothing is left to be read or learned.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    public void settle() throws InterruptedException {
        behind.settle();
    }

    Map<Part, Reading> readings() {
        return ledger.readings();
    }
}
