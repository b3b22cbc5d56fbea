package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of how a change ended. */
final class ChangeOutcomesTest {
    private static final String ID = "65f0c0ffee0000000000abcd";

    private final WireServer server = WireServer.start();
    private final List<Change> changes = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final ApiClient client = new ApiClient(
            server.connection(WireServer.KEY),
            WireServer.ONCE.withSleeper(pause -> {}).withChangeLog(change -> {
                changes.add(change);
                return outcomes::add;
            }));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Outcome only() {
        assertEquals(1, outcomes.size());
        return outcomes.get(0);
    }

    private Outcome failed(String method, String path) {
        assertThrows(ApiException.class, () -> client.call(method, path, Map.of(), Map.of("name", "shop")));
        return only();
    }

    private static MockResponse page(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .setHeader("Location", "https://login.example/")
                .setHeader("X-Request-Id", "r-7")
                .body("<html>no</html>")
                .build();
    }

    @ParameterizedTest
    @CsvSource({"200,UNKNOWN", "302,REFUSED", "307,REFUSED", "403,REFUSED", "404,REFUSED", "502,UNKNOWN", "504,UNKNOWN"
    })
    void a_page_of_somebody_in_between_is_an_answer_with_a_status(int status, Outcome.Kind kind) {
        server.answer(page(status));

        Outcome outcome = failed("POST", "/api/atlas/v2/unheard/of");

        assertEquals(kind, outcome.kind());
        assertEquals(status, outcome.status());
        assertEquals("r-7", outcome.requestId());
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "409,REFUSED", "501,REFUSED", "500,UNKNOWN", "503,UNKNOWN"})
    void an_error_of_the_service_is_kept_with_its_status(int status, Outcome.Kind kind) {
        server.answer(WireServer.json(status, "{\"error\":" + status + ",\"detail\":\"no\"}")
                .newBuilder()
                .setHeader("X-Request-Id", "r-8")
                .build());

        Outcome outcome = failed("POST", "/api/atlas/v2/unheard/of");

        assertEquals(kind, outcome.kind());
        assertEquals(status, outcome.status());
        assertEquals("r-8", outcome.requestId());
    }

    @Test
    void a_service_that_asks_to_come_back_has_done_nothing() {
        server.answer(WireServer.json(503, "{\"error\":503}")
                .newBuilder()
                .setHeader("Retry-After", "3600")
                .build());

        assertEquals(
                Outcome.Kind.REFUSED, failed("POST", "/api/atlas/v2/unheard/of").kind());
    }

    @Test
    void what_never_left_was_not_sent_and_what_may_have_arrived_is_unknown() {
        server.answer(new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .build());
        Outcome lost = failed("POST", "/api/atlas/v2/unheard/of");
        assertEquals(Outcome.Kind.UNKNOWN, lost.kind());
        assertEquals(null, lost.status());

        outcomes.clear();
        server.close();
        assertEquals(
                Outcome.Kind.NOT_SENT,
                failed("POST", "/api/atlas/v2/unheard/of").kind());
    }

    @Test
    void what_a_read_has_shown_is_done_and_says_that_it_was_found() {
        server.answer(200, "{\"id\":\"" + ID + "\"}");
        server.answer(500, "{\"error\":500}");
        server.answer(404, "{\"error\":404,\"errorCode\":\"GROUP_NOT_FOUND\"}");

        try (ApiClient looking = new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults().withSleeper(pause -> {}).withChangeLog(change -> outcomes::add))) {
            looking.call("DELETE", "/api/atlas/v2/groups/" + ID, Map.of(), null);
        }

        assertEquals(Outcome.Kind.DONE, only().kind());
        assertEquals(null, only().status(), "the status of the read is not that of the change");
        assertTrue(only().problem().startsWith("found: "), only().problem());
    }

    @Test
    void a_verb_in_small_letters_is_the_same_verb_everywhere() {
        server.answerAll(request -> WireServer.json(200, "{}"));

        client.call("get", "/api/atlas/v2/groups", Map.of(), null);
        assertEquals(List.of(), changes);
        client.call("delete", "/api/atlas/v2/groups/" + ID, Map.of(), null);
        client.call("post", "/api/atlas/v2/groups", Map.of(), Map.of("name", "shop"));

        assertEquals("GET /api/atlas/v2/groups", server.next());
        assertEquals("DELETE /api/atlas/v2/groups/" + ID, server.next());
        assertEquals("POST /api/atlas/v2/groups", server.next());
        assertEquals(
                List.of("deleteGroup", "createGroup"),
                changes.stream().map(Change::name).toList());
        assertEquals(
                List.of(Risk.SEVERE, Risk.CHANGES),
                changes.stream().map(Change::risk).toList());
    }
}
