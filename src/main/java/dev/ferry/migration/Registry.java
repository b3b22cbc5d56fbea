package dev.ferry.migration;

import dev.ferry.profile.Folders;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every live migration that was met, across runs and processes of this user. No call lists migrations, so an id that is not here is
 * known to nobody. May be used by several threads.
 *
 * <pre>{@code
 * Registry registry = Registry.in(Folders.of(environment));
 * Optional<String> cluster = registry.destination(id);
 * }</pre>
 */
public final class Registry {
    private final @Nullable RegistryFile file;
    private List<Remembered> inMemory = List.of();
    private @Nullable List<Remembered> rehearsed;

    private Registry(@Nullable RegistryFile file) {
        this.file = file;
    }

    /** The one that all processes of this user share, {@code migrations.json} in the state folder. */
    public static Registry in(Folders folders) {
        return new Registry(new RegistryFile(folders.state().resolve("migrations.json")));
    }

    /** One that ends with this process, as the sandbox of a run does. */
    public static Registry inMemory() {
        return new Registry(null);
    }

    /**
     * The cluster that a migration goes into; empty for one that was never met, or where nobody told.
     *
     * @throws MigrationsException when the file cannot be used
     */
    public Optional<String> destination(String id) {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.into().name()));
    }

    /**
     * The migration that a run has started since then: its id came back, whatever the journal of the run says. Empty when there is none,
     * or when there are several.
     *
     * @param host the service that runs it
     * @param projectId the project it runs into
     */
    public Optional<String> startedBy(String run, URI host, String projectId, Instant since) {
        return only(each ->
                run.equals(each.by().run()) && each.from().projectId() != null && isInto(each, host, projectId, since));
    }

    /**
     * The migration that somebody has taken over since then; empty when there is none, or when there are several.
     *
     * @param host the service that runs it
     * @param projectId the project it runs into
     */
    public Optional<String> takenOver(URI host, String projectId, Instant since) {
        return only(each -> each.from().projectId() == null && isInto(each, host, projectId, since));
    }

    private static boolean isInto(Remembered migration, URI host, String projectId, Instant since) {
        Instant started = migration.when().started();
        return migration.host().equals(host)
                && projectId.equals(migration.into().projectId())
                && started != null
                && !started.isBefore(since);
    }

    private Optional<String> only(Predicate<Remembered> which) {
        List<Remembered> found = all().stream().filter(which).toList();
        return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
    }

    /** From now on, or no more: what is met in a rehearsal is remembered beside the rest, and gone with it. */
    public synchronized void rehearse(boolean on) {
        rehearsed = on ? List.of() : null;
    }

    /** All of them, in the order in which they were met. */
    synchronized List<Remembered> all() {
        List<Remembered> real = file == null ? inMemory : file.read();
        return rehearsed == null ? real : merged(real, rehearsed);
    }

    /** Keeps this for good: it is on the disk when this returns. */
    void keep(List<Remembered> news) {
        change(before -> merged(before, news), true);
    }

    /** The same for what can be asked again: a machine that loses its power may lose it. */
    void note(Remembered news) {
        change(before -> merged(before, List.of(news)), false);
    }

    /** Finds out whether something could be kept. */
    synchronized void checkWritable() {
        if (file != null && rehearsed == null) {
            file.checkWritable();
        }
    }

    private synchronized void change(UnaryOperator<List<Remembered>> change, boolean now) {
        if (rehearsed != null) {
            rehearsed = change.apply(rehearsed);
        } else if (file == null) {
            inMemory = change.apply(inMemory);
        } else {
            file.change(change, now);
        }
    }

    private static List<Remembered> merged(List<Remembered> before, List<Remembered> news) {
        List<Remembered> all = new ArrayList<>(before);
        for (Remembered each : news) {
            int place = 0;
            while (place < all.size() && !all.get(place).isSame(each)) {
                place++;
            }
            if (place == all.size()) {
                all.add(each);
            } else {
                all.set(place, all.get(place).and(each));
            }
        }
        return List.copyOf(all);
    }
}
