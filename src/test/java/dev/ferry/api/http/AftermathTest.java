package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read after a change whose answer was lost, and what is made of it. */
final class AftermathTest {
    private static final String GROUP = "/api/atlas/v2/groups/65a0c0ffee65a0c0ffee65a0";
    private static final String CLUSTERS = GROUP + "/clusters";
    private static final Map<String, Object> CLUSTER = Map.of("name", "c/1");
    private static final Instant OURS = Instant.parse("2026-01-10T10:00:00Z");

    private final WireServer server = WireServer.start();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private boolean interrupting;
    private final ApiClient client = new ApiClient(
            server.connection(WireServer.KEY),
            ApiClient.Settings.defaults()
                    .withClock(Clock.fixed(OURS, ZoneOffset.UTC))
                    .withRandom(() -> 0)
                    .withNotices(notices::add)
                    .withSleeper(pause -> {
                        pauses.add(pause);
                        if (interrupting) {
                            throw new InterruptedException();
                        }
                    }));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static MockResponse dated(String json, String date) {
        return WireServer.json(200, json).newBuilder().setHeader("Date", date).build();
    }

    private String unknown(String method, String path, Object body) {
        OutcomeUnknownException e =
                assertThrows(OutcomeUnknownException.class, () -> client.call(method, path, Map.of(), body));
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < server.count(); i++) {
            String request = server.next();
            if (!request.startsWith("GET ")) {
                changes.add(request);
            }
        }
        assertEquals(List.of(method + " " + path), changes, "nothing but reads comes before it and follows");
        assertEquals(List.of(), notices);
        return String.valueOf(e.getMessage());
    }

    @Test
    void what_is_visible_only_later_is_found_at_the_second_look() {
        server.answer(404, "{\"error\":404,\"errorCode\":\"CLUSTER_NOT_FOUND\"}");
        server.answer(502, "{}");
        server.answer(404, "{\"error\":404,\"errorCode\":\"CLUSTER_NOT_FOUND\"}");
        server.answer(200, "{\"name\":\"c/1\",\"createDate\":\"2026-01-10T10:00:01Z\"}");
        Object made = client.call("POST", CLUSTERS, Map.of(), CLUSTER);
        assertEquals("c/1", assertInstanceOf(Map.class, made).get("name"));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)), pauses);
        assertEquals("GET " + CLUSTERS + "/c%2F1", server.next());
        assertEquals("POST " + CLUSTERS, server.next());
        assertEquals("GET " + CLUSTERS + "/c%2F1", server.next());
        assertEquals("GET " + CLUSTERS + "/c%2F1", server.next());
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).startsWith("the answer to POST " + CLUSTERS + " was lost ("), notices.get(0));
    }

    @ParameterizedTest
    @CsvSource({"2029-12-31T23:00:00Z,false", "2030-01-01T00:00:00Z,true"})
    void whether_it_is_older_is_asked_of_the_clock_of_the_service(String created, boolean ours) {
        server.answer(404, "{\"error\":404,\"errorCode\":\"CLUSTER_NOT_FOUND\"}");
        server.answer(502, "{}");
        String answer = "{\"name\":\"c/1\",\"createDate\":\"" + created + "\"}";
        server.answer(dated(answer, "Tue, 01 Jan 2030 00:00:01 GMT"));
        server.answer(dated(answer, "Tue, 01 Jan 2030 00:00:01 GMT"));
        if (ours) {
            client.call("POST", CLUSTERS, Map.of(), CLUSTER);
        } else {
            String message = unknown("POST", CLUSTERS, CLUSTER);
            assertTrue(message.contains("it shows one that is older, from 2029-12-31"), message);
        }
    }

    @Test
    void a_page_of_somebody_in_between_is_no_proof_that_something_is_gone() {
        server.answer(200, "{\"stateName\":\"IDLE\"}");
        server.answer(502, "{}");
        server.answer(new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "text/html")
                .body("<html>gone</html>")
                .build());
        unknown("DELETE", CLUSTERS + "/c1", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"stateName\":\"DELETING\"}", "{\"isDeleted\":true}"})
    void what_is_on_its_way_out_is_as_good_as_gone(String document) {
        server.answer(200, "{\"stateName\":\"IDLE\"}");
        server.answer(502, "{}");
        server.answer(200, document);
        assertNull(client.call("DELETE", CLUSTERS + "/c1", Map.of(), null));
        assertEquals(1, notices.size());
    }

    @Test
    void reads_that_fail_are_bounded_and_say_so() {
        server.answerAll(request -> WireServer.json(500, "{\"error\":500}"));
        String message = unknown("DELETE", CLUSTERS + "/c1", null);
        assertEquals(7, server.count());
        assertTrue(
                message.contains("find out with atlas.get('/groups/65a0c0ffee65a0c0ffee65a0/clusters/c1')"), message);
    }

    @Test
    void an_interrupt_in_the_look_before_a_change_sends_nothing() throws Exception {
        server.answer(new MockResponse.Builder()
                .headersDelay(1, TimeUnit.MINUTES)
                .body("{}")
                .build());
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            server.take();
            caller.interrupt();
        });
        other.start();
        CallInterruptedException e =
                assertThrows(CallInterruptedException.class, () -> client.call("POST", CLUSTERS, Map.of(), CLUSTER));
        assertTrue(Thread.interrupted());
        other.join();
        assertEquals(
                "POST " + CLUSTERS + ": interrupted before it was sent; nothing was sent",
                String.valueOf(e.getMessage()));
        assertEquals(1, server.count());
    }

    @Test
    void nothing_is_read_before_a_change_that_is_refused() {
        ApiClient.Settings settings = ApiClient.Settings.defaults().withReadOnly(() -> true);
        try (ApiClient readOnly = new ApiClient(server.connection(WireServer.KEY), settings)) {
            assertThrows(CallRefusedException.class, () -> readOnly.call("DELETE", CLUSTERS + "/c1", Map.of(), null));
        }
        assertEquals(0, server.count());
    }

    @Test
    void nothing_is_read_while_somebody_wants_to_stop() {
        server.answer(404, "{\"error\":404,\"errorCode\":\"CLUSTER_NOT_FOUND\"}");
        server.answer(502, "{}");
        interrupting = true;
        OutcomeUnknownException e =
                assertThrows(OutcomeUnknownException.class, () -> client.call("POST", CLUSTERS, Map.of(), CLUSTER));
        assertTrue(Thread.interrupted());
        assertInstanceOf(CallInterruptedException.class, e.getCause());
        assertTrue(String.valueOf(e.getMessage()).contains("find out with atlas.get("), e.getMessage());
        assertEquals(2, server.count());
    }

    @Test
    void after_an_interrupt_the_message_says_how_to_find_out() throws Exception {
        server.answer(404, "{\"error\":404,\"errorCode\":\"CLUSTER_NOT_FOUND\"}");
        server.answer(new MockResponse.Builder()
                .headersDelay(1, TimeUnit.MINUTES)
                .body("{}")
                .build());
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            server.take();
            server.take();
            caller.interrupt();
        });
        other.start();
        OutcomeUnknownException e =
                assertThrows(OutcomeUnknownException.class, () -> client.call("POST", CLUSTERS, Map.of(), CLUSTER));
        assertTrue(Thread.interrupted());
        other.join();
        assertInstanceOf(CallInterruptedException.class, e.getCause());
        String message = String.valueOf(e.getMessage());
        assertTrue(
                message.contains("find out with atlas.get('/groups/65a0c0ffee65a0c0ffee65a0/clusters/c%2F1')"),
                message);
        assertEquals(List.of(), pauses);
        assertEquals(2, server.count());
    }

    @Test
    void the_start_of_a_migration_may_show_among_the_events() {
        server.answer(502, "{}");
        server.answer(
                200,
                "{\"results\":[{\"id\":\"e0\",\"created\":\"2026-01-09T10:00:00Z\"},"
                        + "{\"id\":\"e1\",\"created\":\"2026-01-10T10:00:00Z\"}]}");
        String message = unknown("POST", GROUP + "/liveMigrations", Map.of());
        assertTrue(message.contains("it lists what could come from this call: e1; "), message);
        assertTrue(message.contains("eventType=CLUSTER_IMPORT_STARTED"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/atlas/v2/groups/65a0c0ffee65a0c0ffee65a0/peers | atlas.get('/groups/65a0c0ffee65a0c0ffee65a0/peers')",
                "PUT | /api/public/v1.0/orgs/65a0c0ffee65a0c0ffee65a0/users/65a0c0ffee65a0c0ffee65a1/roles | cm.get('/orgs/65a0c0ffee65a0c0ffee65a0/users')",
            })
    void where_nothing_tells_the_nearest_read_is_named(String method, String path, String command) {
        server.answer(502, "{}");
        String message = unknown(method, path, Map.of("a", 1));
        assertTrue(message.contains("; do not simply run it again; find out with " + command), message);
        assertEquals(1, server.count());
    }

    @Test
    void what_no_table_knows_is_left_to_the_person() {
        server.answer(502, "{}");
        assertTrue(
                unknown("POST", "/a", Map.of()).endsWith("do not simply run it again, but look first what is there"));
    }
}
