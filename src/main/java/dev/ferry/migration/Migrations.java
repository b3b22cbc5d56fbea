package dev.ferry.migration;

import dev.ferry.api.Asks;
import dev.ferry.api.IdOf;
import dev.ferry.api.Thing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.output.ExceptionText;
import dev.ferry.output.FileReason;
import dev.ferry.output.FileTarget;
import dev.ferry.output.Printable;
import dev.ferry.output.Suggestion;
import dev.ferry.output.WholeFile;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live migrations that Ferry remembers, {@code migrations} in scripts.
 *
 * <p>No call of the API lists them, so every id that a call of Ferry was told is kept: across runs, and for all processes of this
 * user. What somebody else has started is found in the events of its project, and can be taken over.
 *
 * <pre>{@code
 * migrations                                  // a table, each as it stands now
 * migrations.list(open: true)
 * migrations.get('5f2a')                      // the beginning of an id is enough
 * migrations.find(project.id)                 // those of others, too
 * migrations.adopt(project.id, '5f2a61c3d8e94b07a1f20c14')
 * migrations.exportTo('migrations.json')      // for a colleague, who says: migrations.importFrom('migrations.json')
 * }</pre>
 */
public final class Migrations implements Printable {
    private static final String LOOK = "GET /api/atlas/v2/groups/{groupId}/liveMigrations/{liveMigrationId}";
    private static final String EVENTS = "GET /api/atlas/v2/groups/{groupId}/events";
    private static final String PROJECT = "GET /api/atlas/v2/groups/{groupId}";
    private static final int NOT_FOUND = 404;
    private static final Set<String> LIST_OPTIONS = Set.of("open");
    private static final Set<String> EXPORT_OPTIONS = Set.of("overwrite");

    private final Registry registry;
    private final Supplier<Atlas> atlas;
    private final Supplier<URI> host;
    private final Supplier<Origin> origin;
    private final Clock clock;

    /**
     * Those of a registry, as one set of credentials sees them.
     *
     * @param atlas the target, asked for when a migration is looked at; what it throws is said of each migration
     * @param host where it is
     * @param origin who is asking
     * @param clock says when
     */
    public Migrations(
            Registry registry, Supplier<Atlas> atlas, Supplier<URI> host, Supplier<Origin> origin, Clock clock) {
        this.registry = registry;
        this.atlas = atlas;
        this.host = host;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * All that are remembered, each as it stands now: those that have not ended first, the newest before the others. One that cannot
     * be asked says why, and how it was when it was seen last.
     *
     * @throws MigrationsException when what is remembered cannot be read
     */
    @Asks({LOOK, PROJECT})
    public List<Migration> list() {
        return list(Map.of());
    }

    /**
     * The same.
     *
     * @param options the named arguments: {@code open} only those that have not ended
     */
    @Asks({LOOK, PROJECT})
    public List<Migration> list(
            @NamedParams({@NamedParam(value = "open", type = Boolean.class)}) Map<String, ?> options) {
        check("migrations.list", options, LIST_OPTIONS);
        boolean open = Boolean.TRUE.equals(options.get("open"));
        return Rounds.each(registry.all(), this::asked).stream()
                .filter(each -> !open || each.isOpen())
                .sorted(Comparator.comparing((Migration each) -> !each.isOpen())
                        .thenComparing(
                                each -> Objects.requireNonNullElse(each.started(), Instant.EPOCH),
                                Comparator.reverseOrder()))
                .toList();
    }

    /**
     * One of them, as it stands now.
     *
     * @param id the id, or the beginning of one that no other has
     * @throws MigrationsException when none or several begin so
     */
    @Asks({LOOK, PROJECT})
    public Migration get(@IdOf(Thing.LIVE_MIGRATION) CharSequence id) {
        return asked(known(id.toString()));
    }

    private Remembered known(String beginning) {
        List<Remembered> all = registry.all();
        List<Remembered> found =
                all.stream().filter(each -> each.id().startsWith(beginning)).toList();
        // The same id at two services is possible only with sandboxes; the one of this session is meant.
        List<Remembered> here = found.size() > 1
                ? found.stream()
                        .filter(each -> each.host().equals(hostOrNull()))
                        .toList()
                : found;
        if (here.size() == 1 && !beginning.isEmpty()) {
            return here.get(0);
        }
        List<String> ids = (found.isEmpty() ? all : found)
                .stream().map(Remembered::id).distinct().toList();
        throw new MigrationsException(
                found.isEmpty()
                        ? "No migration that is remembered has an id that begins with '" + beginning + "'."
                                + Suggestion.didYouMean(beginning, ids)
                                + " migrations.adopt(PROJECT, ID) remembers one."
                        : "'" + beginning + "' is the beginning of several ids: " + String.join(", ", ids) + ".");
    }

    /**
     * What people know a migration by, {@code orders-rs → orders}, as far as it is remembered. No service is asked.
     *
     * @param id 24 hexadecimal digits
     * @throws MigrationsException when what is remembered cannot be read
     */
    public Optional<String> title(String id) {
        return registry.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.title()));
    }

    /**
     * Remembers a migration that somebody else has started, for instance in the web interface.
     *
     * @param projectId project that it runs into, 24 hexadecimal digits
     * @param id migration, 24 hexadecimal digits; the address of its page in Atlas has it
     * @return it, as it stands now
     * @throws ErrorAnswerException 404 when there is no such migration in this project
     */
    @Asks({LOOK, PROJECT, EVENTS})
    public Migration adopt(@IdOf(Thing.PROJECT) String projectId, @IdOf(Thing.LIVE_MIGRATION) String id) {
        Instant now = clock.instant();
        LiveMigration answer = atlas.get().getLiveMigrations().get(projectId, id);
        Remembered met = Remembered.of(host.get(), answer, now)
                .between(null, destination(projectId, id))
                .with(origin.get());
        registry.keep(List.of(met.with(met.when().and(Times.startedAt(now)))));
        return Migration.of(knownHere(id).orElse(met), null);
    }

    /** What can be found out of the project, and of the cluster when only one migration of its events can be meant. */
    private Place destination(String projectId, String id) {
        Place place = new Place(null, null, projectId, null, null);
        try {
            place = place.or(project(projectId));
            List<FoundMigration> open = find(projectId).stream()
                    .filter(each ->
                            each.open() && (each.id() == null || each.id().equals(id)))
                    .toList();
            if (open.size() == 1) {
                place = place.or(new Place(null, null, null, null, open.get(0).cluster()));
            }
        } catch (CallInterruptedException e) {
            throw e;
        } catch (ApiException e) {
            // The migration counts; its surroundings may be hidden from these credentials.
        }
        return place;
    }

    /**
     * The migrations into a project that its events tell of, those that nobody has told Ferry of among them. The events need not tell
     * the id of a migration; where it is not known, the note says how to take it over.
     *
     * @param projectId project, 24 hexadecimal digits
     * @return the newest first
     * @throws ErrorAnswerException 404 when there is no such project
     */
    @Asks({EVENTS, LOOK, PROJECT})
    public List<FoundMigration> find(@IdOf(Thing.PROJECT) String projectId) {
        var events =
                List.copyOf(atlas.get().getEvents().forProject(Map.of("eventType", ImportEvents.TYPES), projectId));
        URI here = host.get();
        List<Remembered> open = registry.all().stream()
                .filter(each -> each.host().equals(here)
                        && each.isOpen()
                        && projectId.equals(each.into().projectId()))
                .toList();
        Rounds.each(open, this::asked);
        return new ImportEvents(
                        projectId,
                        registry.all().stream()
                                .filter(each -> each.host().equals(here))
                                .toList())
                .of(events);
    }

    /**
     * Writes all that are remembered into a file for colleagues: JSON, without secrets.
     *
     * @param file where to
     * @return how many
     * @throws dev.ferry.output.OutputException when the file is there already, or cannot be written
     */
    public int exportTo(CharSequence file) {
        return exportTo(Map.of(), file);
    }

    /**
     * The same.
     *
     * @param options the named arguments: {@code overwrite} replaces a file that is there already
     */
    public int exportTo(
            @NamedParams({@NamedParam(value = "overwrite", type = Boolean.class)}) Map<String, ?> options,
            CharSequence file) {
        check("migrations.exportTo", options, EXPORT_OPTIONS);
        Path path = Path.of(file.toString());
        List<Remembered> all = registry.all().stream()
                .map(each -> each.with(new Origin(each.by().profile(), null)))
                .toList();
        boolean overwrite = Boolean.TRUE.equals(options.get("overwrite"));
        String text = new MigrationsText().of(all);
        WholeFile.write(new FileTarget(path, overwrite, false), to -> to.accept(text));
        return all.size();
    }

    /**
     * Remembers what a colleague has exported. Where both know a migration, the later sighting counts.
     *
     * @param file what {@link #exportTo} has written
     * @return how many it holds
     * @throws MigrationsException when it cannot be read
     */
    public int importFrom(CharSequence file) {
        Path path = Path.of(file.toString());
        try {
            List<Remembered> theirs = new MigrationsText().read(Files.readString(path));
            registry.keep(theirs);
            return theirs.size();
        } catch (MigrationsText.Unusable e) {
            throw new MigrationsException("'" + path + "' cannot be imported, because " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new MigrationsException("Cannot read '" + path + "' (" + FileReason.of(e) + ").", e);
        }
    }

    @Override
    public Object toPrint() {
        return list();
    }

    /** One as it stands now; as it was seen last, and why, when it cannot be asked. */
    private Migration asked(Remembered known) {
        String project = known.into().projectId();
        if (!known.isOpen()) {
            return Migration.of(known, null);
        }
        if (project == null) {
            return Migration.of(known, "its project is not known: migrations.adopt(PROJECT, '" + known.id() + "')");
        }
        try {
            if (!known.host().equals(host.get())) {
                return Migration.of(known, "it runs at " + known.host() + ", where this session is not connected to");
            }
            LiveMigration answer = atlas.get().getLiveMigrations().get(project, known.id());
            Remembered now = known.and(Remembered.of(known.host(), answer, clock.instant()));
            return Migration.of(now.into().project() == null ? named(now, project) : now, null);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (ErrorAnswerException e) {
            return Migration.of(
                    known,
                    e.status() == NOT_FOUND
                            ? "the service knows no such migration in this project"
                            : "it could not be asked: " + ExceptionText.of(e));
        } catch (RuntimeException e) {
            // Whatever keeps this session from asking, what is remembered is told.
            return Migration.of(known, "it could not be asked: " + ExceptionText.of(e));
        }
    }

    /** With what people call its project; asked once. */
    private Remembered named(Remembered migration, String projectId) {
        try {
            Remembered named =
                    migration.between(migration.source(), migration.into().or(project(projectId)));
            registry.note(named);
            return named;
        } catch (CallInterruptedException e) {
            throw e;
        } catch (ApiException | MigrationsException e) {
            // Its id tells as much.
            return migration;
        }
    }

    private Place project(String projectId) {
        var project = atlas.get().getProjects().get(projectId);
        return new Place(project.orgId(), null, projectId, project.name(), null);
    }

    private Optional<Remembered> knownHere(String id) {
        URI here = host.get();
        return registry.all().stream()
                .filter(each -> each.id().equals(id) && each.host().equals(here))
                .findFirst();
    }

    private @Nullable URI hostOrNull() {
        try {
            return host.get();
        } catch (RuntimeException e) {
            // Without credentials there is no host, and none of them is of this session.
            return null;
        }
    }

    private static void check(String method, Map<String, ?> options, Set<String> known) {
        List<String> unknown = new ArrayList<>(options.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new MigrationsException(
                    "`" + method + "` knows no `" + unknown.get(0) + "`; it knows " + String.join(", ", known) + ".");
        }
    }
}
