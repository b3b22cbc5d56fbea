package dev.ferry.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Pruning;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.names.Names;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old runs are forgotten, with real files and a real service, but none that has an open migration. */
class OpenMigrationsTest {
    private static final Duration AGE = Duration.ofDays(90);

    @TempDir
    private Path state;

    private Runs runs(Duration later) {
        return new Runs(new Folders(state, state, state), Clock.offset(Clock.systemUTC(), later));
    }

    private Pruning prune() {
        return runs(AGE.multipliedBy(2)).prune(AGE, OpenMigrations.of(Registries.in(state)));
    }

    /** What is done by one run, whose changes are made and remembered as those of a process are. */
    private RunFile run(Crossing crossing, boolean simulated, Consumer<Atlas> work) {
        RunStart start =
                new RunStart("acme", null, Origin.shell(), simulated, change -> Map.of(), crossing.notices::add);
        try (Run run = runs(Duration.ZERO).begin(start)) {
            work.accept(new Atlas(crossing.client(crossing.sandbox.target(), crossing.remembering(run))));
            run.end(0, "");
            return run.recorded().orElseThrow();
        }
    }

    private static Map<RunFile, String> kept(Pruning pruning) {
        return pruning.kept().stream().collect(Collectors.toMap(Pruning.Kept::run, Pruning.Kept::reason));
    }

    @Test
    void a_run_stays_until_the_migration_it_has_started_or_cut_over_was_seen_at_its_end() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            String[] id = new String[1];
            RunFile starting =
                    run(crossing, false, atlas -> id[0] = crossing.start(atlas).id());
            RunFile other = run(crossing, false, atlas -> atlas.getAccessList()
                    .add(crossing.projectId, List.of(Map.of("cidrBlock", "198.51.100.0/24"))));

            Pruning first = prune();

            assertEquals(List.of(other), first.dropped());
            assertEquals(Map.of(starting, "its live migration " + id[0] + " was not seen at its end"), kept(first));

            crossing.untilReady(id[0]);
            RunFile cutting =
                    run(crossing, false, atlas -> atlas.getLiveMigrations().cutover(crossing.projectId, id[0]));
            assertEquals(List.of(), prune().dropped());
            assertTrue(Files.exists(cutting.file()));

            crossing.sandbox.clock().advance(Duration.ofHours(1));
            crossing.migrations.list();
            crossing.atlas.getLiveMigrations().get(crossing.projectId, id[0]);
            assertEquals(Set.of(cutting, starting), Set.copyOf(prune().dropped()));
            assertFalse(Files.exists(starting.folder()));
        }
    }

    @Test
    void a_run_stays_when_the_list_of_migrations_was_lost() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            RunFile starting = run(crossing, false, atlas -> crossing.start(atlas));
            Files.delete(Registries.file(state));

            assertEquals(List.of(), prune().dropped());
            assertTrue(Files.exists(starting.file()));
        }
    }

    @Test
    void nothing_is_forgotten_while_nobody_can_say_what_is_open() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            RunFile starting = run(crossing, false, atlas -> crossing.start(atlas));
            Files.writeString(Registries.file(state), "{");

            assertThrows(MigrationsException.class, this::prune);
            assertTrue(Files.exists(starting.file()));
        }
    }

    @Test
    void what_has_happened_in_a_sandbox_of_the_run_holds_nothing() throws IOException {
        try (Crossing crossing = new Crossing(Registry.inMemory())) {
            RunFile starting = run(crossing, true, atlas -> crossing.start(atlas));

            assertEquals(List.of(starting), prune().dropped());
        }
    }

    @Test
    void a_run_stays_that_has_only_met_an_open_migration() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            String id = crossing.start(crossing.web).id();
            RunFile looking = run(crossing, false, atlas -> {
                atlas.getAccessList().add(crossing.projectId, List.of(Map.of("cidrBlock", "198.51.100.0/24")));
            });
            Sightings sightings = new Sightings(
                    crossing.registry,
                    crossing.host(),
                    () -> new dev.ferry.migration.Origin("acme", looking.id()),
                    Names::off,
                    Clock.systemUTC(),
                    crossing.notices::add);
            new Atlas(crossing.client(
                            crossing.sandbox.target(),
                            crossing.remembering(ChangeLog.NONE).withAnswers(sightings.answers())))
                    .getLiveMigrations()
                    .get(crossing.projectId, id);

            assertEquals(Map.of(looking, "its live migration " + id + " is open"), kept(prune()));
        }
    }
}
