package dev.ferry.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.output.OutputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Crossing crossing;

    @BeforeEach
    void start() throws IOException {
        crossing = new Crossing(Registry.inMemory());
    }

    @AfterEach
    void end() {
        crossing.close();
    }

    private String started() {
        return crossing.start(crossing.atlas).id();
    }

    private Migration only(List<Migration> migrations) {
        assertEquals(1, migrations.size(), migrations.toString());
        return migrations.get(0);
    }

    private static String said(Migration migration) {
        return Objects.requireNonNull(migration.problem());
    }

    @Test
    void the_list_says_how_each_stands_now_and_what_people_call_its_ends() {
        String id = started();
        crossing.untilReady(id);

        Migration now = only(crossing.migrations.list());

        assertEquals(id, now.id());
        assertEquals("WORKING", now.status());
        assertEquals(Boolean.TRUE, now.readyForCutover());
        assertEquals("Orders", now.project());
        assertEquals("Shop Production", now.sourceProject(), "known from the answer that listed what can be migrated");
        assertEquals(crossing.sandbox.clock().instant().plus(Duration.ofHours(120)), now.expires());
        assertNull(now.problem());
        assertTrue(now.isOpen());
    }

    @Test
    void one_that_has_ended_is_not_among_the_open_ones_and_is_not_asked_again() {
        String id = started();
        crossing.untilReady(id);
        crossing.sandbox.clock().advance(Duration.ofHours(121));

        assertEquals("EXPIRED", only(crossing.migrations.list()).status());
        crossing.sandbox.close();

        assertEquals(List.of(), crossing.migrations.list(Map.of("open", true)));
        assertNull(only(crossing.migrations.list()).problem(), "an end is an end, whoever can be asked");
    }

    @Test
    void one_that_cannot_be_asked_says_why_and_how_it_was() {
        started();
        crossing.migrations.list();
        crossing.sandbox.close();

        Migration last = only(crossing.migrations.list(Map.of("open", true)));

        assertEquals("NEW", last.status());
        assertNotNull(last.seen());
        assertTrue(said(last).contains("could not be asked"), said(last));
    }

    @Test
    void one_of_another_service_says_where_it_runs() {
        crossing.registry.keep(List.of(Remembered.of(URI.create("https://cloud.example"), "5f2a61c3d8e94b07a1f20c14")
                .between(null, new Place(null, null, crossing.projectId, null, null))));

        Migration elsewhere = only(crossing.migrations.list());

        assertTrue(said(elsewhere).contains("https://cloud.example"), said(elsewhere));
    }

    @Test
    void a_session_without_credentials_still_tells_what_is_remembered() {
        String id = started();
        Migrations without = new Migrations(
                crossing.registry,
                () -> {
                    throw new IllegalStateException("There are no credentials for Atlas.");
                },
                () -> {
                    throw new IllegalStateException("There are no credentials for Atlas.");
                },
                () -> Origin.UNKNOWN,
                crossing.sandbox.clock());

        Migration known = only(without.list());

        assertEquals(id, known.id());
        assertTrue(said(known).contains("no credentials"), said(known));
    }

    @Test
    void the_beginning_of_an_id_is_enough_when_no_other_has_it() {
        String id = started();
        String like = (id.charAt(0) == 'a' ? "b" : "a") + id.substring(1);
        crossing.registry.keep(List.of(Remembered.of(crossing.host(), like)));

        assertEquals(id, crossing.migrations.get(id.substring(0, 1)).id());
        assertEquals(id, crossing.migrations.get(id).id());
        String several = assertThrows(MigrationsException.class, () -> crossing.migrations.get(""))
                .getMessage();
        assertTrue(several.contains(id) && several.contains(like), several);
        String none = assertThrows(MigrationsException.class, () -> crossing.migrations.get("xyz"))
                .getMessage();
        assertTrue(none.contains("'xyz'") && none.contains("adopt"), none);
    }

    @Test
    void one_of_the_web_interface_is_found_taken_over_and_watched_to_its_end() {
        String id = crossing.start(crossing.web).id();

        FoundMigration found = crossing.migrations.find(crossing.projectId).get(0);
        assertEquals(Crossing.CLUSTER, found.cluster());
        assertTrue(found.open());
        assertNull(found.id());
        assertTrue(Objects.requireNonNull(found.note()).contains("migrations.adopt('" + crossing.projectId + "'"));

        Migration adopted = crossing.migrations.adopt(crossing.projectId, id);
        assertEquals(Crossing.CLUSTER, adopted.cluster(), "the events of the project name only one that is open");
        assertEquals("Orders", adopted.project());
        assertEquals(id, crossing.migrations.find(crossing.projectId).get(0).id());

        crossing.untilReady(id);
        crossing.atlas.getLiveMigrations().cutover(crossing.projectId, id);
        crossing.sandbox.clock().advance(Duration.ofHours(1));
        assertEquals("COMPLETE", crossing.migrations.get(id).status());
        FoundMigration ended = crossing.migrations.find(crossing.projectId).get(0);
        assertEquals("CLUSTER_IMPORT_COMPLETED", ended.event());
        assertFalse(ended.open());
        assertNull(ended.note(), "nothing is left to be done about it");
    }

    @Test
    void what_the_service_does_not_know_is_not_taken_over() {
        assertThrows(
                ErrorAnswerException.class,
                () -> crossing.migrations.adopt(crossing.projectId, "5f2a61c3d8e94b07a1f20c14"));

        assertEquals(List.of(), crossing.migrations.list());
    }

    @Test
    void a_colleague_takes_over_what_was_exported_and_newer_knowledge_stays() throws IOException {
        String id = started();
        Path file = folder.resolve("migrations.json");
        assertEquals(1, crossing.migrations.exportTo(file.toString()));
        Registry theirs = Registries.in(folder.resolve("state"));
        Migrations colleague = new Migrations(
                theirs,
                () -> crossing.web,
                crossing.sandbox::baseUrl,
                () -> new Origin("their-acme", null),
                crossing.sandbox.clock());

        assertEquals(1, colleague.importFrom(file.toString()));

        Migration known = only(colleague.list());
        assertEquals(id, known.id());
        assertEquals(Crossing.DEPLOYMENT, known.deployment());
        assertNull(known.run(), "a run of another machine means nothing here");
        assertFalse(Files.readString(file).contains("run-1"));

        crossing.untilReady(id);
        crossing.migrations.list();
        crossing.sandbox.clock().advance(Duration.ofHours(1));
        assertThrows(OutputException.class, () -> crossing.migrations.exportTo(file.toString()));
        crossing.migrations.importFrom(file.toString());
        assertEquals(
                Boolean.TRUE,
                Objects.requireNonNull(crossing.registry.all().get(0).last()).readyForCutover());
    }

    @Test
    void a_file_that_is_no_export_is_refused_and_nothing_is_remembered_of_it() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"format\":\"ferry-migrations\",\"version\":9}");

        String newer = assertThrows(MigrationsException.class, () -> crossing.migrations.importFrom(file.toString()))
                .getMessage();
        String missing = assertThrows(
                        MigrationsException.class,
                        () -> crossing.migrations.importFrom(
                                folder.resolve("none.json").toString()))
                .getMessage();

        assertTrue(newer.contains("a newer Ferry"), newer);
        assertTrue(missing.contains("none.json"), missing);
        assertEquals(List.of(), crossing.migrations.list());
    }

    @Test
    void a_misspelt_option_is_named() {
        String problem = assertThrows(MigrationsException.class, () -> crossing.migrations.list(Map.of("opne", true)))
                .getMessage();

        assertTrue(problem.contains("`opne`") && problem.contains("open"), problem);
    }
}
