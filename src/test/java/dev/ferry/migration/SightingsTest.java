package dev.ferry.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.JavaProcess;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.names.Names;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightingsTest {
    @TempDir
    private Path state;

    @Test
    void what_is_started_is_remembered_with_both_ends_before_the_next_log_hears_of_it() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            List<Integer> knownThen = new ArrayList<>();
            ChangeLog next = change -> outcome -> {
                assertEquals(Outcome.Kind.DONE, outcome.kind());
                knownThen.add(Registries.in(state).all().size());
            };
            Atlas atlas = new Atlas(crossing.client(crossing.sandbox.target(), crossing.remembering(next)));

            LiveMigration started = crossing.start(atlas);

            assertEquals(List.of(1), knownThen);
            Remembered known = Registries.in(state).all().get(0);
            assertEquals(started.id(), known.id());
            assertEquals(crossing.host(), known.host());
            assertEquals(Crossing.DEPLOYMENT, known.from().name());
            assertEquals(Crossing.CLUSTER, known.into().name());
            assertEquals(crossing.projectId, known.into().projectId());
            assertEquals(List.of("mig-01.dc1.acme.example"), known.migrationHosts());
            assertEquals(crossing.sandbox.clock().instant(), known.when().started());
            assertEquals(Crossing.origin(), known.by());
        }
    }

    @Test
    void a_start_is_remembered_whichever_way_it_is_called() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            Object answer =
                    crossing.atlas.post(Map.of(), "/groups/" + crossing.projectId + "/liveMigrations", crossing.body());

            assertEquals(
                    assertMap(answer).get("_id"),
                    Registries.in(state).all().get(0).id());
        }
    }

    private static Map<?, ?> assertMap(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Test
    void looking_at_a_migration_keeps_how_it_stands() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            String id = crossing.start(crossing.web).id();
            assertEquals(List.of(), crossing.registry.all());

            crossing.atlas.getLiveMigrations().get(crossing.projectId, id);
            crossing.untilReady(id);
            crossing.atlas.getLiveMigrations().get(crossing.projectId, id);
            crossing.atlas.getLiveMigrations().cutover(crossing.projectId, id);
            crossing.sandbox.clock().advance(Duration.ofHours(1));
            crossing.atlas.get(Map.of(), "/groups/" + crossing.projectId + "/liveMigrations/" + id);

            Remembered known = crossing.registry.all().get(0);
            assertEquals("COMPLETE", assertNotNullAnd(known.last()).status());
            assertNotNull(known.when().ready());
            assertNotNull(known.when().cutover());
            assertFalse(known.isOpen());
            assertEquals(List.of(), crossing.notices);
        }
    }

    private static Sighting assertNotNullAnd(@Nullable Sighting sighting) {
        return Objects.requireNonNull(sighting);
    }

    @Test
    void a_start_that_could_not_be_remembered_is_refused_before_anything_is_sent() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            Files.writeString(Folders.makeFile(Registries.file(state)), "{");

            CallRefusedException refused =
                    assertThrows(CallRefusedException.class, () -> crossing.start(crossing.atlas));

            assertEquals(CallRefusedException.Why.UNRECORDED, refused.why());
            assertTrue(String.valueOf(refused.getMessage()).contains("nothing was sent"), refused.getMessage());
            assertTrue(
                    String.valueOf(refused.getMessage())
                            .contains(Registries.file(state).toString()),
                    refused.getMessage());
            assertEquals(List.of(), crossing.migrationsOfTheWeb());
        }
    }

    @Test
    void looking_goes_on_and_says_it_once_when_nothing_can_be_remembered() throws IOException {
        try (Crossing crossing = new Crossing(state)) {
            String id = crossing.start(crossing.web).id();
            Files.writeString(Folders.makeFile(Registries.file(state)), "{");

            crossing.atlas.getLiveMigrations().get(crossing.projectId, id);
            assertEquals(
                    id,
                    crossing.atlas
                            .getLiveMigrations()
                            .get(crossing.projectId, id)
                            .id());

            assertEquals(1, crossing.notices.size(), crossing.notices.toString());
            assertEquals("{", Files.readString(Registries.file(state)));
        }
    }

    /** Starts a migration and is killed when the answer is there: {@code main(state, base URL, public key, private key, project, body)}. */
    static final class Starter {
        public static void main(String[] args) {
            URI host = URI.create(args[1]);
            Connection target = new Connection(host, new ApiKey(args[2], Secret.of(args[3])), null);
            Sightings sightings = new Sightings(
                    Registries.in(Path.of(args[0])),
                    host,
                    Crossing::origin,
                    Names::off,
                    Clock.systemUTC(),
                    notice -> {});
            ApiClient.Settings settings = ApiClient.Settings.defaults()
                    .withChangeLog(sightings.log(ChangeLog.NONE))
                    .withAnswers(answered -> {
                        if (answered.changes()) {
                            System.out.println("answered");
                            untilKilled();
                        }
                    });
            Object started = new ApiClient(target, settings)
                    .call("POST", "/api/atlas/v2/groups/" + args[4] + "/liveMigrations", Map.of(), Bodies.of(args[5]));
            System.out.println("used " + started);
        }

        private static void untilKilled() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_process_killed_between_the_answer_and_its_use_leaves_the_id() throws Exception {
        try (Crossing crossing = new Crossing(state)) {
            var who = crossing.sandbox.credentials().get(1);
            Process starter = JavaProcess.of(
                            Starter.class,
                            List.of(),
                            List.of(
                                    state.toString(),
                                    crossing.host().toString(),
                                    who.publicKey(),
                                    who.privateKey(),
                                    crossing.projectId,
                                    Bodies.text(crossing.body())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
                assertEquals("answered", out.readLine());
                // Unlike the process itself, its handle leaves what it has written readable.
                starter.toHandle().destroyForcibly();
                starter.waitFor();
                assertEquals(null, out.readLine(), "nobody has used the answer");
            } finally {
                starter.destroyForcibly();
            }

            String id = Registries.in(state).all().get(0).id();
            assertEquals(
                    id,
                    crossing.web.getLiveMigrations().get(crossing.projectId, id).id());
        }
    }
}
