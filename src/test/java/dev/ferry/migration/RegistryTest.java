package dev.ferry.migration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.JavaProcess;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    private static final URI HOST = URI.create("https://cloud.mongodb.com");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ID = "5f2a61c3d8e94b07a1f20c14";
    private static final String OTHER = "5f2a61c3d8e94b07a1f20c15";

    @TempDir
    private Path state;

    private static Remembered seen(String id, Instant at, String status, boolean ready) {
        Sighting sighting = new Sighting(at, status, ready, null);
        return Remembered.of(HOST, id).with(Times.of(sighting)).with(sighting);
    }

    private Remembered only(Registry registry) {
        assertEquals(1, registry.all().size());
        return registry.all().get(0);
    }

    @Test
    void what_is_kept_is_there_for_the_next_process_and_for_the_owner_alone() throws IOException {
        Registries.in(state)
                .keep(List.of(seen(ID, NOON, "WORKING", false)
                        .between(
                                new Place(null, "Acme-OnPrem", "111111111111111111111111", "Shop", "orders-rs"),
                                new Place("222222222222222222222222", null, "333333333333333333333333", null, "orders"))
                        .with(List.of("mig-01.acme.example"))
                        .with(new Origin("acme", "run-7"))));

        Remembered again = only(Registries.in(state));

        assertEquals("orders-rs", again.from().name());
        assertEquals("Acme-OnPrem", again.from().organization());
        assertEquals("333333333333333333333333", again.into().projectId());
        assertEquals(List.of("mig-01.acme.example"), again.migrationHosts());
        assertEquals("run-7", again.by().run());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Registries.file(state))));
    }

    @Test
    void a_later_sighting_counts_and_an_earlier_one_changes_nothing() {
        Registry registry = Registries.in(state);
        registry.keep(List.of(seen(ID, NOON, "WORKING", true).with(new Origin("acme", "run-7"))));
        registry.keep(List.of(seen(ID, NOON.plusSeconds(60), "COMPLETE", false).with(new Origin("other", null))));
        registry.keep(List.of(seen(ID, NOON.minusSeconds(60), "NEW", false)));

        Remembered now = only(registry);

        assertEquals("COMPLETE", assertNotNullAnd(now.last()).status());
        assertEquals("acme", now.by().profile(), "who met it first stays");
        assertEquals(NOON.plus(Times.WAITS), now.when().expires(), "120 hours from when it was first seen ready");
        assertEquals(NOON.plusSeconds(60), now.when().ended());
        assertFalse(now.isOpen());
    }

    private static Sighting assertNotNullAnd(@Nullable Sighting sighting) {
        assertNotNull(sighting);
        return sighting;
    }

    @Test
    void fields_of_another_version_of_this_program_survive() throws IOException {
        Registry registry = Registries.in(state);
        registry.keep(List.of(seen(ID, NOON, "WORKING", false)));
        Path file = Registries.file(state);
        Files.writeString(
                file, Files.readString(file).replace("\"id\": \"" + ID, "\"colour\": \"blue\", \"id\": \"" + ID));

        registry.keep(List.of(seen(OTHER, NOON, "NEW", false)));

        assertTrue(Files.readString(file).contains("\"colour\": \"blue\""), Files.readString(file));
    }

    @Test
    void a_file_that_cannot_be_understood_is_named_and_left_as_it_is() throws IOException {
        Path file = Registries.file(state);
        Folders.makeFile(file);
        for (List<String> each : List.of(
                List.of("{\"format\":\"ferry-migrations\",\"version\":1,\"migr", "no JSON"),
                List.of("", "ends in the middle"),
                List.of("\u0000\u0001 nothing of ours", "no JSON"),
                List.of("[]", "no JSON"),
                List.of("{\"format\":\"ferry-names\",\"version\":1}", "no list of migrations"),
                List.of("{\"format\":\"ferry-migrations\",\"version\":2,\"migrations\":7}", "a newer Ferry"),
                List.of("{\"format\":\"ferry-migrations\",\"version\":1,\"migrations\":[{}]}", "has no id"))) {
            Files.writeString(file, each.get(0));
            byte[] before = Files.readAllBytes(file);
            Registry registry = Registries.in(state);

            String reading =
                    assertThrows(MigrationsException.class, registry::all).getMessage();
            assertThrows(MigrationsException.class, () -> registry.keep(List.of(seen(ID, NOON, "NEW", false))));
            assertThrows(MigrationsException.class, registry::checkWritable);
            assertThrows(MigrationsException.class, () -> OpenMigrations.of(registry));

            assertTrue(reading.contains(file.toString()) && reading.contains(each.get(1)), reading);
            assertArrayEquals(before, Files.readAllBytes(file), each.get(0));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_found_out_before_it_matters() throws IOException {
        Path notAFolder = Files.writeString(state.resolve("file"), "");
        Registry registry = Registries.in(notAFolder.resolve("below"));

        String problem =
                assertThrows(MigrationsException.class, registry::checkWritable).getMessage();
        assertTrue(problem.contains("cannot be written"), problem);
    }

    @Test
    void an_interrupt_neither_loses_an_id_nor_is_lost() {
        Registry registry = Registries.in(state);
        Thread.currentThread().interrupt();

        registry.keep(List.of(seen(ID, NOON, "NEW", false)));

        assertTrue(Thread.interrupted(), "whoever wanted this thread to end is still heard");
        assertEquals(ID, only(registry).id());
    }

    /** Keeps so many migrations, one after the other: {@code main(state, letter, many)}. */
    static final class Keeper {
        public static void main(String[] args) {
            Registry registry = Registries.in(Path.of(args[0]));
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                registry.note(seen(args[1] + String.format("%023d", i), NOON, "WORKING", false));
            }
        }
    }

    @Test
    void two_processes_at_once_lose_nothing_of_each_other() throws Exception {
        int many = 40;
        List<Process> keepers = new ArrayList<>();
        for (String letter : List.of("a", "b")) {
            keepers.add(JavaProcess.of(Keeper.class, List.of(), List.of(state.toString(), letter, String.valueOf(many)))
                    .inheritIO()
                    .start());
        }
        for (int i = 0; i < many; i++) {
            Registries.in(state).note(seen("c" + String.format("%023d", i), NOON, "WORKING", false));
        }
        for (Process keeper : keepers) {
            assertEquals(0, keeper.waitFor());
        }

        Set<String> ids = new HashSet<>();
        Registries.in(state).all().forEach(each -> ids.add(each.id()));
        assertEquals(3 * many, ids.size());
    }
}
