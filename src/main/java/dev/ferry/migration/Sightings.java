package dev.ferry.migration;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.AvailableProject;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.Answered;
import dev.ferry.journal.Entry;
import dev.ferry.names.Names;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees every live migration that goes by on the way to one service, and has it remembered: one that is started before its caller
 * has the id, and one that somebody looks at.
 *
 * <pre>{@code
 * Sightings sightings = new Sightings(registry, connection.baseUrl(), origin, names, clock, notices);
 * settings.withChangeLog(sightings.log(journal)).withAnswers(sightings.answers());
 * }</pre>
 */
public final class Sightings {
    private static final Pattern START = Pattern.compile("/api/atlas/v2/groups/([^/?]+)/liveMigrations/?(\\?.*)?");
    private static final Pattern CUTOVER =
            Pattern.compile("/api/atlas/v2/groups/([^/?]+)/liveMigrations/([^/?]+)/cutover/?(\\?.*)?");
    private static final List<String> PREFIX = List.of("api", "atlas", "v2", "groups");
    private static final int LOOK = PREFIX.size() + 3;

    /** How long the same state is no news. */
    private static final Duration SAME = Duration.ofSeconds(10);

    private final Registry registry;
    private final URI host;
    private final Supplier<Origin> origin;
    private final Supplier<Names> names;
    private final Clock clock;
    private final Consumer<String> notices;
    private final Map<String, String> sources = new ConcurrentHashMap<>();
    private boolean told;

    /**
     * What goes by on the way to a host.
     *
     * @param origin who is calling, asked each time
     * @param names knows projects and organizations
     * @param clock says when something was seen
     * @param notices told in one sentence what could not be remembered
     */
    public Sightings(
            Registry registry,
            URI host,
            Supplier<Origin> origin,
            Supplier<Names> names,
            Clock clock,
            Consumer<String> notices) {
        this.registry = registry;
        this.host = host;
        this.origin = origin;
        this.names = names;
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * Has what is started remembered before the other log is told of it. A start that could not be remembered is refused
     * before anything is sent.
     */
    public ChangeLog log(ChangeLog other) {
        return change -> {
            Matcher start = START.matcher(change.path());
            if (change.method().equals("POST") && start.matches()) {
                refuseUnlessWritable(change);
                return new Watched(other.intend(change), outcome -> started(change, start.group(1), outcome));
            }
            Matcher cutover = CUTOVER.matcher(change.path());
            if (change.method().equals("PUT") && cutover.matches()) {
                return new Watched(
                        other.intend(change), outcome -> cutOver(cutover.group(1), cutover.group(2), outcome));
            }
            return other.intend(change);
        };
    }

    /** The id of the migration that a change has started; empty for other changes, an empty text where the answer did not tell. */
    static Optional<String> startedBy(Entry.Intended intent, Outcome outcome) {
        boolean start =
                intent.method().equals("POST") && START.matcher(intent.path()).matches();
        return start
                ? Optional.of(migration(outcome.answer()).map(LiveMigration::id).orElse(""))
                : Optional.empty();
    }

    private void refuseUnlessWritable(Change change) {
        try {
            registry.checkWritable();
        } catch (MigrationsException e) {
            throw new CallRefusedException(
                    CallRefusedException.Why.UNRECORDED,
                    "refused, because the id of the migration could not be remembered, and no call tells it again; nothing was sent. "
                            + e.getMessage(),
                    change.line(),
                    e);
        }
    }

    private void started(Change change, String projectId, Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.DONE) {
            return;
        }
        Optional<LiveMigration> answer = migration(outcome.answer());
        if (answer.isEmpty()) {
            notices.accept("A live migration was started in project " + projectId
                    + ", and its id is not known: migrations.find('" + projectId + "') looks for it.");
            return;
        }
        Map<?, ?> body = change.body() instanceof Map<?, ?> map ? map : Map.of();
        Instant now = clock.instant();
        Remembered met = Remembered.of(host, answer.get(), now)
                .between(
                        place(ApiSide.SOURCE, end(body, "source", "groupId"), end(body, "source", "clusterName")),
                        place(ApiSide.TARGET, projectId, end(body, "destination", "clusterName")))
                .with(origin.get());
        Remembered whole = met.with(met.when().and(Times.startedAt(now)));
        keep(whole.migrationHosts() == null ? whole.with(hosts(body)) : whole);
    }

    private void cutOver(String projectId, String id, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.DONE) {
            keep(Remembered.of(host, id)
                    .between(null, place(ApiSide.TARGET, projectId, null))
                    .with(origin.get())
                    .with(Times.cutoverAt(clock.instant())));
        }
    }

    private void keep(Remembered migration) {
        try {
            registry.keep(List.of(migration));
        } catch (MigrationsException e) {
            notices.accept("Keep the id of live migration " + migration.id() + " in project "
                    + migration.into().projectId() + ": it could not be remembered. " + e.getMessage());
        }
    }

    /** Learns from the answers of calls that look at a migration. It never fails. */
    public Consumer<Answered> answers() {
        return answered -> {
            if (answered.value() instanceof List<?> list) {
                list.forEach(this::source);
                return;
            }
            List<String> path = answered.path();
            boolean look = answered.method().equals("GET")
                    && path.size() == LOOK
                    && path.subList(0, PREFIX.size()).equals(PREFIX)
                    && path.get(PREFIX.size() + 1).equals("liveMigrations");
            if (look) {
                migration(answered.value()).ifPresent(migration -> seen(path.get(PREFIX.size()), migration));
            }
        };
    }

    /** A start names the project of the source by its id alone; this answer, which comes before, has its name. */
    private void source(Object element) {
        if (element instanceof AvailableProject project && project.projectId() != null && project.name() != null) {
            sources.put(project.projectId(), project.name());
        }
    }

    private synchronized void seen(String projectId, LiveMigration answer) {
        Remembered now = Remembered.of(host, answer, clock.instant())
                .between(null, place(ApiSide.TARGET, projectId, null))
                .with(origin.get());
        try {
            Optional<Remembered> known =
                    registry.all().stream().filter(now::isSame).findFirst();
            Sighting last = known.map(Remembered::last).orElse(null);
            Sighting sighting = now.last();
            if (known.isEmpty() || last == null || (sighting != null && sighting.isNewsAfter(last, SAME))) {
                registry.note(known.isEmpty() ? now.with(now.when().and(Times.startedAt(clock.instant()))) : now);
            }
        } catch (MigrationsException e) {
            if (!told) {
                told = true;
                notices.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    private Place place(ApiSide side, @Nullable String projectId, @Nullable String name) {
        Place bare = new Place(null, null, projectId, null, name);
        if (projectId == null) {
            return bare;
        }
        Place listed =
                side == ApiSide.SOURCE ? bare.or(new Place(null, null, projectId, sources.get(projectId), null)) : bare;
        return names.get()
                .project(side, projectId)
                .map(known -> listed.or(
                        new Place(known.organizationId(), known.organization(), projectId, known.name(), null)))
                .orElse(listed);
    }

    private static @Nullable String end(Map<?, ?> body, String end, String field) {
        return body.get(end) instanceof Map<?, ?> map && map.get(field) != null ? String.valueOf(map.get(field)) : null;
    }

    private static @Nullable List<String> hosts(Map<?, ?> body) {
        return body.get("migrationHosts") instanceof List<?> hosts
                ? hosts.stream().map(String::valueOf).toList()
                : null;
    }

    /** The migration in an answer, whether somebody called a service or a path. */
    private static Optional<LiveMigration> migration(@Nullable Object value) {
        if (value instanceof LiveMigration migration) {
            return Optional.of(migration);
        }
        if (!(value instanceof Map<?, ?> map) || !(map.get("_id") instanceof String id)) {
            return Optional.empty();
        }
        return Optional.of(new LiveMigration(
                id,
                map.get("status") instanceof String status ? status : null,
                map.get("readyForCutover") instanceof Boolean ready ? ready : null,
                map.get("lagTimeSeconds") instanceof Number lag ? (Long) lag.longValue() : null,
                hosts(map),
                Map.of()));
    }

    /** Tells somebody else first. */
    private record Watched(ChangeLog.Intent other, Consumer<Outcome> first) implements ChangeLog.Intent {
        @Override
        public Optional<ChangeLog.Recorded> recorded() {
            return other.recorded();
        }

        @Override
        public void ended(Outcome outcome) {
            first.accept(outcome);
            other.ended(outcome);
        }
    }
}
