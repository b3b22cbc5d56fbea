package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Detour;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.sandbox.Twin;
import dev.ferry.sandbox.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A run that changes nothing: reads go to the real services until something is changed; what a change touches lives from then on in a
 * twin, a sandbox that is filled with what the real services say, and reads of it come from there. Time goes by as the run waits.
 *
 * <pre>{@code
 * try (Rehearsal rehearsal = new Rehearsal(side -> Optional.of(ways.get(side)), 500, plan::add, streams::notice)) {
 *     ApiClient atlas = new ApiClient(connection, settings.withDetour(rehearsal.detour(ApiSide.TARGET)));
 *     Session.builder().clock(rehearsal.clock()).sleeper(rehearsal.sleeper());
 * }
 * }</pre>
 *
 * <p>May be used by several threads.
 */
public final class Rehearsal implements AutoCloseable {
    private final Function<ApiSide, Optional<Way>> ways;
    private final Budget budget;
    private final Consumer<Rehearsed> changes;
    private final Consumer<String> notes;
    private final VirtualClock clock = VirtualClock.from(Instant.now(), 1);
    private final Waits waits = new Waits(clock);
    private final MadeUp madeUp = new MadeUp();
    private final Set<String> told = new HashSet<>();
    private final Map<ApiSide, Optional<Reality>> realities = new EnumMap<>(ApiSide.class);
    private final Map<ApiSide, ApiClient> clients = new EnumMap<>(ApiSide.class);
    private @Nullable Twin twin;
    private @Nullable Picture picture;
    private boolean closed;

    /**
     * One that has not begun.
     *
     * @param ways how each side is reached, asked when it first matters; empty for a side that nobody works for
     * @param budget how many calls the real services take, those of the twin included
     * @param changes told of every change, in order, before its caller has the answer
     * @param notes told in one sentence what a person should know of what a twin cannot show
     */
    public Rehearsal(
            Function<ApiSide, Optional<Way>> ways, int budget, Consumer<Rehearsed> changes, Consumer<String> notes) {
        this.ways = ways;
        this.budget = new Budget(budget);
        this.changes = changes;
        this.notes = notes;
    }

    /**
     * Sends the calls of a side where they belong. What changes or only asks never goes to the real service: it goes to the twin, or is
     * refused with {@link CallRefusedException.Why#NOT_PLANNED} where no twin can tell what would come of it.
     */
    public Detour detour(ApiSide side) {
        return (url, change) -> change == null ? ofRead(side, url) : Optional.of(ofChange(side, change));
    }

    /** Counts the reads that others make for the rehearsal, and sends them to the real service. */
    public Detour counting() {
        return budget.counting();
    }

    private synchronized Optional<ApiClient> ofRead(ApiSide side, HttpUrl url) {
        String path = url.encodedPath();
        Optional<Catalog.Match> match = catalogs(side).match("GET", path);
        if (!closed && match.isPresent() && livesInTwin(side, match.get(), path)) {
            return Optional.of(client(side));
        }
        budget.spend("GET " + path);
        return Optional.empty();
    }

    private boolean livesInTwin(ApiSide side, Catalog.Match match, String path) {
        if (picture == null && !waits.any()) {
            return false;
        }
        Picture here = picture();
        Map<String, String> values = match.path();
        Optional<Aspect> aspect = Aspect.of(side, match.operation());
        boolean simulated = twin().simulates(side, "GET", path);
        if (here.isOnlyHere(values)) {
            if (!simulated) {
                throw new CallRefusedException(
                        CallRefusedException.Why.NOT_PLANNED,
                        "the rehearsal has no picture of this, and the real service does not have what it is asked about",
                        "GET " + path);
            }
            aspect.ifPresent(some -> inventories(some, values));
            return true;
        }
        if (simulated && aspect.isPresent()) {
            if (!here.has(aspect.get(), values) && waits.any() && aspect.get().moves()) {
                here.take(aspect.get(), values);
            }
            if (here.has(aspect.get(), values)) {
                inventories(aspect.get(), values);
                return true;
            }
        } else if (picture != null
                && here.touches(values)
                && told.add(match.operation().id())) {
            notes.accept(
                    match.operation().id()
                            + " is answered by the real service: the rehearsal has no picture of it, and what was changed does not show there.");
        }
        return false;
    }

    private synchronized ApiClient ofChange(ApiSide side, Change change) {
        String path = url(change);
        Optional<Aspect> aspect = change.operation().flatMap(operation -> Aspect.of(side, operation));
        if (closed || aspect.isEmpty() || !twin().simulates(side, change.method(), path)) {
            throw untold(change);
        }
        picture().take(aspect.get(), change.values());
        prepare(change);
        inventories(aspect.get(), change.values());
        waits.startAnew();
        return client(side);
    }

    /** What a change names in its body. */
    private void prepare(Change change) {
        if (!(change.body() instanceof Map<?, ?> body) || !(body.get("destinationOrgId") instanceof String orgId)) {
            return;
        }
        picture().meetDestination(orgId);
        if (body.get("destinationOrgPublicApiKey") instanceof String key
                && body.get("destinationOrgPrivateApiKey") != null) {
            Object secret = body.get("destinationOrgPrivateApiKey");
            twin().trust(key, secret instanceof Secret hidden ? hidden.reveal() : String.valueOf(secret), orgId);
            notes.accept("The rehearsal assumes that API key " + key + " owns organization " + orgId + ".");
        }
    }

    private void inventories(Aspect aspect, Map<String, String> values) {
        boolean wanted = aspect.side() == ApiSide.TARGET
                && (aspect.name().equals(Aspect.AVAILABLE) || aspect.needs().contains(Aspect.AVAILABLE));
        if (!wanted) {
            return;
        }
        Optional<String> org = Optional.ofNullable(values.get("orgId"))
                .or(() -> Optional.ofNullable(values.get("groupId")).flatMap(twin()::organizationOf));
        org.ifPresent(picture()::takeInventories);
    }

    private CallRefusedException untold(Change change) {
        String problem = "no rehearsal can tell what would come of " + change.name()
                + ", which the sandbox does not simulate; nothing was sent. Rehearse without this call, or make it for real"
                + " first";
        if (change.risk().changes()) {
            changes.accept(
                    new Rehearsed(change, new Outcome(Outcome.Kind.NOT_SENT, null, null, null, problem), List.of()));
        }
        return new CallRefusedException(CallRefusedException.Why.NOT_PLANNED, problem, change.line());
    }

    private static String url(Change change) {
        int query = change.path().indexOf('?');
        return query < 0 ? change.path() : change.path().substring(0, query);
    }

    /** What time it is: now, and what the run has waited. */
    public Clock clock() {
        return clock;
    }

    /** Passes a wait at once. What moves with time is from then on read in the twin. */
    public Sleeper sleeper() {
        return waits;
    }

    /** Whether this text, an id or the name of a credential, is the twin's, and stands for another that only a real run gets. */
    public boolean isMadeUp(String text) {
        return madeUp.isMadeUp(text);
    }

    /** How many calls the real services may still take. */
    public int callsLeft() {
        return budget.left();
    }

    private Catalogs catalogs(ApiSide side) {
        return reality(side)
                .map(reality -> reality.way().settings().rules().catalogs())
                .orElse(Catalogs.SHIPPED);
    }

    private Optional<Reality> reality(ApiSide side) {
        return realities.computeIfAbsent(side, any -> ways.apply(side).map(way -> new Reality(side, way, budget)));
    }

    private Twin twin() {
        Twin there = twin;
        if (there == null) {
            try {
                there = Twin.start(clock);
            } catch (IOException e) {
                throw new UncheckedIOException("The twin of a rehearsal cannot be started: " + e.getMessage(), e);
            }
            twin = there;
        }
        return there;
    }

    private Picture picture() {
        Picture there = picture;
        if (there == null) {
            there = new Picture(twin(), this::reality, madeUp, notes);
            picture = there;
        }
        return there;
    }

    private ApiClient client(ApiSide side) {
        return clients.computeIfAbsent(side, any -> {
            Way way = reality(side).orElseThrow().way();
            boolean account = way.connection().credentials() instanceof ServiceAccount;
            return new ApiClient(
                    twin().connection(side, account),
                    ApiClient.Settings.defaults()
                            .withCatalogs(way.settings().rules().catalogs())
                            .withClock(clock)
                            .withCalls(way.settings().listeners().calls())
                            // A twin loses no answer.
                            .withoutLookBefore()
                            .withChangeLog(log(way, picture())));
        });
    }

    /** Tells of changes as they would have left. */
    private ChangeLog log(Way way, Picture here) {
        return asked -> {
            Change change = new Change(
                    asked.side(),
                    way.connection().baseUrl(),
                    way.connection().credentials().id(),
                    asked.method(),
                    asked.path(),
                    asked.operation(),
                    asked.values(),
                    asked.body(),
                    asked.risk());
            return outcome -> {
                if (outcome.kind() == Outcome.Kind.DONE) {
                    here.made(change);
                }
                changes.accept(
                        new Rehearsed(change, outcome, madeUp.in(outcome.answer(), change.path(), change.body())));
            };
        };
    }

    /** Ends the twin. */
    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(ApiClient::close);
        realities.values().forEach(reality -> reality.ifPresent(Reality::close));
        if (twin != null) {
            twin.close();
        }
    }
}
