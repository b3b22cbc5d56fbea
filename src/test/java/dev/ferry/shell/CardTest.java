package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.VirtualTime;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.guard.Guard;
import dev.ferry.guard.SessionMode;
import dev.ferry.guard.Whose;
import dev.ferry.names.Names;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Confirmations;
import dev.ferry.profile.Profile;
import dev.ferry.script.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked at the prompt before a change leaves, and what arrives at the service for which answer. */
final class CardTest {
    private static final String PROJECT = "65f0000000000000000000a1";
    private static final String ORGANIZATION = "65f0000000000000000000b2";
    private static final Profile PROFILE = new Profile("acme", "PROD", true, null, null);
    private static final String WRITABLE = "ferry acme PROD writable>";
    private static final String READ_ONLY = "ferry acme PROD read-only>";
    private static final String DELETE = "atlas.delete('/groups/" + PROJECT + "/clusters/orders')";
    private static final String QUESTION = "Type orders to go on:";

    @TempDir
    private Path state;

    private final WireServer server = WireServer.start();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final SessionMode mode = new SessionMode(time);
    private Confirmations confirmations = Confirmations.SEVERE;

    /** The project's, as it stands in JSON. */
    private String name = "shop";

    private ApiClient reader = server.client();
    private ApiClient client = server.client();

    @BeforeEach
    void answer() {
        server.answerAll(this::answer);
        mode.unlock();
    }

    @AfterEach
    void stop() {
        client.close();
        reader.close();
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getTarget();
        if (!"GET".equals(request.getMethod())) {
            changes.add(request.getMethod() + " " + path);
            return WireServer.json(200, "{}");
        }
        if (path.endsWith("/groups/" + PROJECT)) {
            return WireServer.json(
                    200, "{\"id\":\"" + PROJECT + "\",\"name\":\"" + name + "\",\"orgId\":\"" + ORGANIZATION + "\"}");
        }
        return path.endsWith("/orgs/" + ORGANIZATION)
                ? WireServer.json(200, "{\"id\":\"" + ORGANIZATION + "\",\"name\":\"Acme-Cloud\"}")
                : WireServer.json(404, "{\"error\":404}");
    }

    private Session.Builder sides(Session.Builder session) {
        Guard guard = new Guard(
                new Guard.Rules(mode, () -> confirmations, () -> Whose.of(PROFILE), "/unlock 30m lets changes leave"),
                Catalogs.SHIPPED,
                side -> Optional.of(reader),
                migration -> Optional.empty(),
                session.streams()::notice);
        guard.askThrough(session.confirmation(), () -> session.streams().width(Stream.ERR));
        client = new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withGuard(guard));
        return session.atlas(() -> new Atlas(client));
    }

    private RunningShell shell(int columns) {
        return new RunningShell(
                new VirtualTerminal(columns, 40), state, this::sides, PROFILE, Map.of(), Names.off(), mode);
    }

    private RunningShell asked(int columns) {
        RunningShell shell = shell(columns);
        shell.screen.awaitLast(WRITABLE);
        shell.screen.enter(DELETE);
        shell.screen.awaitLast(QUESTION);
        return shell;
    }

    @Test
    void the_card_says_what_is_hit_whose_it_is_and_what_cannot_be_undone() {
        try (RunningShell shell = asked(100)) {
            shell.screen.await("""
                    SEVERE: deleteGroupCluster cannot be undone.
                      cluster        orders
                      project        shop (65f0000000000000000000a1)
                      organization   Acme-Cloud (65f0000000000000000000b2)
                      environment    PROD, profile acme
                      service        %s as zmmrboas
                      request        DELETE /api/atlas/v2/groups/65f0000000000000000000a1/clusters/orders
                      for good       The cluster is gone with its data, and with its snapshots unless they are kept on
                                     request.
                    """.formatted(server.url()));
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void a_narrow_window_cuts_nothing_of_it() {
        try (RunningShell shell = asked(40)) {
            shell.screen.await("""
                    SEVERE: deleteGroupCluster cannot be
                    undone.
                      cluster        orders
                      project        shop
                                     (65f0000000000000000000
                                     a1)
                      organization   Acme-Cloud
                                     (65f0000000000000000000
                                     b2)
                      environment    PROD, profile acme
                    """);
            shell.screen.await("""
                      for good       The cluster is gone
                                     with its data, and with
                                     its snapshots unless
                                     they are kept on
                                     request.
                    """);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Characters that cannot be seen, ends that are blank, a letter of another alphabet, a habit.
        "%20orders, \\u0020orders, orders",
        "orders%20, orders\\u0020, orders",
        "orders%E2%80%8B, orders\\u200b, orders",
        "%D0%BErders, \\u043erders, orders",
        "a%0Ab, a\\u000ab, a",
        "y, \\u0079, y"
    })
    void a_name_that_is_not_what_it_seems_is_shown_and_typed_with_codes(String encoded, String shown, String seeming) {
        String delete = "atlas.delete('/groups/" + PROJECT + "/clusters/" + encoded + "')";
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter(delete);
            shell.screen.awaitLast("Type " + shown + " to go on:");
            shell.screen.enter(seeming);
            shell.screen.await(": not sent, because");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of(), changes);
            shell.screen.enter(delete);
            shell.screen.awaitLast("Type " + shown + " to go on:");
            shell.screen.enter(shown);
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of("DELETE /api/atlas/v2/groups/" + PROJECT + "/clusters/" + encoded), changes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop\\u200b", " shop", "shop ", "sh\\u043ep", "shop\\nenvironment    TEST", "\\u202epohs", "yes"
            })
    void the_id_is_asked_for_where_a_name_cannot_be_read(String escaped) {
        name = escaped;
        try (RunningShell shell = shell(100)) {
            for (String answer : List.of("shop", "yes", "shop ", "")) {
                shell.screen.awaitLast(WRITABLE);
                shell.screen.enter("atlas.delete('/groups/" + PROJECT + "')");
                shell.screen.awaitLast("Type " + PROJECT + " to go on:");
                shell.screen.enter(answer);
                shell.screen.awaitLast(WRITABLE);
            }
            assertEquals(List.of(), changes);
            shell.screen.enter("atlas.delete('/groups/" + PROJECT + "')");
            shell.screen.awaitLast("Type " + PROJECT + " to go on:");
            shell.screen.enter(PROJECT);
            shell.screen.awaitLast(WRITABLE);
            assertEquals(1, changes.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "yes", "order", "shop", " orders", "orders ", "ORDERS", "\u043erders"})
    void whatever_is_not_the_name_is_no(String answer) {
        try (RunningShell shell = asked(100)) {
            shell.screen.enter(answer);
            shell.screen.await(": not sent, because");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void the_name_lets_it_leave_once_and_the_next_one_is_asked_about_again() {
        try (RunningShell shell = asked(100)) {
            shell.screen.enter("orders");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of("DELETE /api/atlas/v2/groups/" + PROJECT + "/clusters/orders"), changes);
            shell.screen.enter(DELETE);
            shell.screen.awaitLast(QUESTION);
            shell.screen.enter("");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(1, changes.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100})
    void ctrl_c_at_the_question_sends_nothing(int columns) {
        try (RunningShell shell = asked(columns)) {
            shell.screen.type("orders");
            shell.screen.awaitLast(QUESTION + " orders");
            shell.screen.type("\003");
            shell.screen.await("not sent");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void what_cannot_be_looked_up_is_said_and_its_id_is_typed() {
        String other = "65f0000000000000000000c3";
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter("atlas.delete('/groups/" + other + "')");
            shell.screen.awaitLast("Type " + other + " to go on:");
            shell.screen.await("\n  project        " + other + "\n");
            shell.screen.await("Not looked up: GET /api/atlas/v2/groups/" + other);
        }
    }

    @Test
    void a_job_asks_and_whoever_attaches_answers() {
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter(DELETE + " &");
            shell.screen.await("job 1 asks: " + QUESTION);
            assertEquals(List.of(), changes);
            shell.screen.enter("/jobs attach 1");
            shell.screen.awaitLast(QUESTION);
            shell.screen.await("SEVERE: deleteGroupCluster cannot be undone.");
            shell.screen.enter("orders");
            shell.screen.await("job 1 done");
            assertEquals(1, changes.size());
        }
    }

    @Test
    void a_thread_beside_the_prompt_cannot_ask() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<String> refusal = new CompletableFuture<>();
        try (RunningShell shell = shell(100)) {
            System.getProperties().put("gate", gate);
            System.getProperties().put("refusal", refusal);
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter("Thread.start { System.properties.gate.await(); try { " + DELETE
                    + " } catch (e) { System.properties.refusal.complete(e.message) } }; 1");
            shell.screen.awaitLast("\n1\n" + WRITABLE);
            gate.countDown();
            String message = refusal.get(60, TimeUnit.SECONDS);
            assertTrue(message.contains("A thread beside the prompt cannot ask"), message);
            assertEquals(List.of(), changes);
        } finally {
            System.getProperties().remove("gate");
            System.getProperties().remove("refusal");
        }
    }

    @Test
    void an_ordinary_change_is_asked_about_where_the_profile_wants_that() {
        confirmations = Confirmations.ALL;
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter("atlas.post('/orgs', [name: 'x'])");
            shell.screen.awaitLast("\nSend it? [y/N]");
            shell.screen.enter("");
            shell.screen.await("not answered with yes");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of(), changes);
            shell.screen.enter("atlas.post('/orgs', [name: 'x'])");
            shell.screen.awaitLast("\nSend it? [y/N]");
            shell.screen.enter("y");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of("POST /api/atlas/v2/orgs"), changes);
        }
    }

    @Test
    void unlocking_asks_for_the_profile_shows_the_time_that_is_left_and_ends() {
        mode.lock();
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(READ_ONLY);
            shell.screen.enter(DELETE);
            shell.screen.await("nothing was sent: /unlock 30m lets changes leave");
            shell.screen.awaitLast(READ_ONLY);
            shell.screen.enter("/unlock 30m");
            shell.screen.awaitLast("Changes will be real in PROD. Type acme to go on:");
            shell.screen.enter("y");
            shell.screen.await("Still read-only: the name of the profile was not typed.");
            shell.screen.awaitLast(READ_ONLY);
            shell.screen.enter("/unlock 30m");
            shell.screen.awaitLast("Type acme to go on:");
            shell.screen.enter("acme");
            shell.screen.awaitLast("ferry acme PROD writable 30m>");
            time.advance(Duration.ofSeconds(61));
            shell.screen.enter("/profile");
            shell.screen.await("writable for 28m 59s");
            shell.screen.awaitLast("ferry acme PROD writable 29m>");
            time.advance(Duration.ofMinutes(28).plusSeconds(20));
            shell.screen.enter("1");
            shell.screen.awaitLast("ferry acme PROD writable 39s>");
            shell.screen.type(DELETE);
            shell.screen.awaitLast(DELETE);
            time.advance(Duration.ofMinutes(1));
            shell.screen.enter("");
            shell.screen.await("for which this session was unlocked; nothing was sent");
            shell.screen.awaitLast(READ_ONLY);
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void who_thinks_for_longer_than_the_session_is_unlocked_is_refused() {
        mode.unlock(Duration.ofMinutes(1));
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast("ferry acme PROD writable 60s>");
            shell.screen.enter(DELETE);
            shell.screen.awaitLast(QUESTION);
            time.advance(Duration.ofMinutes(2));
            shell.screen.enter("orders");
            shell.screen.await("for which this session was unlocked; nothing was sent");
            shell.screen.awaitLast(READ_ONLY);
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void the_time_is_shortened_without_a_question_and_prolonged_with_one() {
        mode.unlock(Duration.ofMinutes(30));
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast("ferry acme PROD writable 30m>");
            shell.screen.enter("/unlock 10m");
            shell.screen.awaitLast("ferry acme PROD writable 10m>");
            for (String longer : List.of("/unlock 11m", "/unlock", "/set mode writable")) {
                shell.screen.enter(longer);
                shell.screen.awaitLast("Changes will be real in PROD. Type acme to go on:");
                shell.screen.enter("");
                shell.screen.await("Not prolonged: the name of the profile was not typed.");
                shell.screen.awaitLast("ferry acme PROD writable 10m>");
            }
            shell.screen.enter("/unlock 1h");
            shell.screen.awaitLast("Type acme to go on:");
            shell.screen.enter("acme");
            shell.screen.awaitLast("ferry acme PROD writable 1h>");
        }
    }

    @Test
    void a_job_and_a_script_that_go_on_for_longer_are_refused_from_then_on() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch gate = new CountDownLatch(1);
        Path script = Files.writeString(state.resolve("long.groovy"), """
                atlas.post('/orgs', [name: 'one'])
                System.properties.begun.countDown()
                System.properties.gate.await()
                atlas.post('/orgs', [name: 'two'])
                """);
        System.getProperties().put("begun", begun);
        System.getProperties().put("gate", gate);
        mode.unlock(Duration.ofMinutes(30));
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast("writable 30m>");
            shell.screen.enter(
                    "atlas.post('/orgs', [name: 'x']); System.properties.begun.countDown(); System.properties.gate.await(); atlas.post('/orgs', [name: 'y']) &");
            shell.screen.awaitLast("writable 30m>");
            shell.screen.enter("/run " + script);
            assertTrue(begun.await(60, TimeUnit.SECONDS));
            time.advance(Duration.ofMinutes(31));
            gate.countDown();
            shell.screen.await("long.groovy:4: POST /api/atlas/v2/orgs: refused, because the time");
            shell.screen.await("job 1 failed");
            assertEquals(List.of("POST /api/atlas/v2/orgs", "POST /api/atlas/v2/orgs"), changes);
        } finally {
            System.getProperties().remove("begun");
            System.getProperties().remove("gate");
        }
    }

    @Test
    void the_end_of_the_input_sends_nothing() {
        try (RunningShell shell = asked(40)) {
            shell.screen.type("\004");
            shell.screen.await("not sent");
            shell.screen.awaitLast(WRITABLE);
            assertEquals(List.of(), changes);
        }
    }

    @Test
    void lock_refuses_from_now_on() {
        try (RunningShell shell = shell(100)) {
            shell.screen.awaitLast(WRITABLE);
            shell.screen.enter("/lock");
            shell.screen.awaitLast(READ_ONLY);
            shell.screen.enter("/unlock tomorrow");
            shell.screen.await("tomorrow` is no span of time");
            shell.screen.awaitLast(READ_ONLY);
            shell.screen.enter("/set mode writable");
            shell.screen.awaitLast("Type acme to go on:");
            shell.screen.enter("acme");
            shell.screen.awaitLast(WRITABLE);
        }
    }
}
