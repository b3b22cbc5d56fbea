package dev.ferry.migration;

import dev.ferry.api.change.Outcome;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Pruning;
import dev.ferry.journal.RunFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the runs that met a live migration which nobody has seen at its end: those that the registry says have met one, and those whose
 * journal has started or cut one over, also when the registry has lost it.
 */
public final class OpenMigrations implements Pruning.Keeper {
    private static final String ID = "liveMigrationId";

    private final Map<String, String> openByRun;
    private final Set<String> ended;

    private OpenMigrations(Map<String, String> openByRun, Set<String> ended) {
        this.openByRun = openByRun;
        this.ended = ended;
    }

    /**
     * Those of a registry, as it is now.
     *
     * @throws MigrationsException when it cannot be read: nobody can say then which runs are needed
     */
    public static OpenMigrations of(Registry registry) {
        List<Remembered> all = registry.all();
        return new OpenMigrations(
                all.stream()
                        .filter(each -> each.isOpen() && each.by().run() != null)
                        .collect(Collectors.toMap(
                                each -> String.valueOf(each.by().run()), Remembered::id, (first, second) -> first)),
                all.stream().filter(each -> !each.isOpen()).map(Remembered::id).collect(Collectors.toSet()));
    }

    @Override
    public Optional<String> reason(RunFile run, Journal journal) {
        String met = openByRun.get(run.id());
        if (met != null) {
            return Optional.of("its live migration " + met + " is open");
        }
        return journal.changes()
                .filter(made -> !made.intent().simulated())
                .flatMap(made -> ids(made).stream())
                .filter(id -> !ended.contains(id))
                .findFirst()
                .map(id -> "its live migration" + (id.isEmpty() ? "" : " " + id) + " was not seen at its end");
    }

    private static Set<String> ids(Journal.Made made) {
        Set<String> ids = new LinkedHashSet<>();
        Entry.Intended intent = made.intent();
        Outcome outcome = made.ended().map(Entry.Ended::outcome).orElse(null);
        if (outcome != null && outcome.kind() == Outcome.Kind.DONE) {
            if (intent.values().containsKey(ID)) {
                ids.add(intent.values().get(ID));
            }
            Sightings.startedBy(intent, outcome).ifPresent(ids::add);
        }
        return ids;
    }
}
