package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.IsoTime;
import dev.ferry.api.Listing;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of answers: values, pages, envelopes, errors, and what is none of them. */
final class AnswersTest {
    private static final String GROUP = "5f0000000000000000000001";

    private final WireServer server = WireServer.start();
    private final List<CallRecord> calls = new ArrayList<>();
    private final ApiClient client =
            new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withCalls(calls::add));
    private final Things things = client.service(Things.class);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String page(int from, int to, String links) {
        StringBuilder results = new StringBuilder();
        for (int i = from; i <= to; i++) {
            results.append(results.length() == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"name\":\"n")
                    .append(i)
                    .append("\"}");
        }
        return "{\"links\":[" + links + "],\"results\":[" + results + "],\"totalCount\":5}";
    }

    private static String next(int number) {
        return "{\"rel\":\"self\",\"href\":\"https://other.example/api/x?pageNum=1\"},"
                + "{\"rel\":\"next\",\"href\":\"https://mms.other.example/api/atlas/v1.0/y?itemsPerPage=2&pageNum="
                + number + "&pretty=true\"}";
    }

    @Test
    void a_record_takes_what_it_knows_and_keeps_the_rest() {
        server.answer(
                200,
                "{\"id\":\"1\",\"size\":3,\"created\":\"2025-05-04T09:42:00Z\",\"linkToken\":\"lt-12345678\","
                        + "\"name\":null,\"newField\":{\"a\":[1,2.5]},\"other\":null}");
        Things.Thing thing = things.get(GROUP, "a");
        assertEquals("1", thing.id());
        assertEquals(3, thing.size());
        assertEquals(Instant.parse("2025-05-04T09:42:00Z"), thing.created());
        assertEquals(Secret.of("lt-12345678"), thing.linkToken());
        assertNull(thing.name());
        Map<String, Object> more = new HashMap<>();
        more.put("name", null);
        more.put("newField", Map.of("a", List.of(1, 2.5)));
        more.put("other", null);
        assertEquals(more, thing.more());
        assertThrows(UnsupportedOperationException.class, () -> thing.more().put("x", 1));
    }

    @Test
    void pages_are_fetched_as_they_are_read_and_only_their_number_is_taken_from_the_link() {
        server.answer(200, page(1, 2, next(2)));
        Listing<Things.Thing> listing = things.list(Map.of("itemsPerPage", 2));
        assertEquals(5, listing.size());
        assertEquals(1, server.count());
        server.answer(200, page(3, 4, next(3)));
        server.answer(200, page(5, 5, ""));
        assertEquals(
                List.of("1", "2", "3", "4", "5"),
                listing.stream().map(Things.Thing::id).toList());
        assertEquals("GET /api/atlas/v2/things?itemsPerPage=2", server.next());
        assertEquals("GET /api/atlas/v2/things?itemsPerPage=2&pageNum=2", server.next());
        assertEquals("GET /api/atlas/v2/things?itemsPerPage=2&pageNum=3", server.next());
    }

    @Test
    void a_page_that_is_asked_for_by_number_comes_alone() {
        server.answer(200, page(3, 4, next(3)));
        assertEquals(
                2, things.list(Map.of("pageNum", 2, "itemsPerPage", 2)).toList().size());
        assertEquals(1, server.count());
    }

    @Test
    void a_next_link_without_a_page_number_is_an_error() {
        server.answer(200, page(1, 2, "{\"rel\":\"next\",\"href\":\"https://x.example/y\"}"));
        assertTrue(String.valueOf(assertThrows(UnreadableAnswerException.class, things::list)
                        .getMessage())
                .contains("names no pageNum"));
    }

    @Test
    void a_list_may_be_a_bare_array_with_or_without_envelope() {
        server.answer(200, "[{\"id\":\"1\"}]");
        assertEquals("1", things.list().getAt(0).id());
        server.answer(200, "{\"status\":200,\"content\":[{\"id\":\"2\"}]}");
        assertEquals("2", things.list(Map.of("envelope", true)).getAt(0).id());
        server.answer(200, "{\"status\":200,\"results\":[{\"id\":\"3\"}],\"links\":[],\"totalCount\":1}");
        assertEquals("3", things.list(Map.of("envelope", true)).getAt(0).id());
    }

    @Test
    void an_envelope_is_opened_under_both_of_its_names() {
        server.answer(200, "{\"status\":200,\"content\":{\"id\":\"1\"}}");
        assertEquals("1", things.get(Map.of("envelope", true), GROUP, "a").id());
        server.answer(200, "{\"envelope\":{\"id\":\"2\"},\"status\":200}");
        assertEquals("2", things.get(Map.of("envelope", true), GROUP, "a").id());
        server.answer(200, "{\"status\":200,\"content\":{\"x\":1}}");
        assertEquals(Map.of("x", 1), client.call("GET", "/a", Map.of("envelope", true), null));
        server.answer(200, "{\"status\":200,\"content\":{\"x\":1}}");
        assertEquals(Map.of("status", 200, "content", Map.of("x", 1)), client.call("GET", "/a", Map.of(), null));
    }

    @Test
    void an_error_in_an_envelope_is_an_error() {
        server.answer(
                200,
                "{\"status\":404,\"content\":{\"error\":404,\"errorCode\":\"GROUP_NOT_FOUND\",\"detail\":\"None.\"}}");
        ErrorAnswerException error =
                assertThrows(ErrorAnswerException.class, () -> things.get(Map.of("envelope", true), GROUP, "a"));
        assertEquals(404, error.status());
        assertEquals("GROUP_NOT_FOUND", error.errorCode());
    }

    @Test
    void an_error_document_becomes_one_sentence_and_its_parts() {
        server.answer(new MockResponse.Builder()
                .code(404)
                .setHeader("Content-Type", "application/json")
                .setHeader("X-Request-Id", "req-1")
                .body("{\"error\":404,\"errorCode\":\"GROUP_NOT_FOUND\",\"reason\":\"Not Found\","
                        + "\"detail\":\"No group with ID " + GROUP + " exists.\",\"parameters\":[\"" + GROUP + "\",7]}")
                .build());
        ErrorAnswerException error = assertThrows(ErrorAnswerException.class, () -> things.get(GROUP, "a"));
        assertEquals(
                "GET /api/atlas/v2/groups/" + GROUP + "/things/a: 404 GROUP_NOT_FOUND: No group with ID " + GROUP
                        + " exists. (request id req-1)",
                error.getMessage());
        assertEquals("Not Found", error.reason());
        assertEquals(List.of(GROUP, 7), error.parameters());
        assertEquals("req-1", error.requestId());
        assertEquals(404, calls.get(0).status());
        assertEquals("req-1", calls.get(0).requestId());
    }

    @Test
    void a_bad_request_says_which_fields_are_bad() {
        server.answer(
                400,
                "{\"error\":400,\"errorCode\":\"VALIDATION_ERROR\",\"detail\":\"Bad.\",\"badRequestDetail\":"
                        + "{\"fields\":[{\"field\":\"name\",\"description\":\"must not be blank\"}]}}");
        ErrorAnswerException error = assertThrows(ErrorAnswerException.class, () -> things.create(Map.of("name", "")));
        assertEquals(Map.of("name", "must not be blank"), error.badRequestDetail());
        assertTrue(String.valueOf(error.getMessage()).endsWith("VALIDATION_ERROR: Bad. [name: must not be blank]"));
    }

    @Test
    void an_access_list_error_says_what_to_do() {
        server.answer(403, "{\"error\":403,\"errorCode\":\"IP_ADDRESS_NOT_ON_ACCESS_LIST\",\"detail\":\"No.\"}");
        ErrorAnswerException error = assertThrows(ErrorAnswerException.class, things::list);
        assertTrue(String.valueOf(error.hint()).contains("access list of the API key"));
    }

    @Test
    void an_html_page_of_a_proxy_is_called_one() {
        MockResponse.Builder page = new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<!DOCTYPE html><html><head><title>Corporate\n Proxy</title></head><body>Blocked</body></html>");
        server.answer(page.code(503).build());
        ErrorAnswerException error = assertThrows(ErrorAnswerException.class, things::list);
        assertTrue(String.valueOf(error.detail()).startsWith("an HTML page (\"Corporate Proxy\"), not the API"));
        server.answer(page.code(200).build());
        assertTrue(String.valueOf(assertThrows(UnreadableAnswerException.class, things::list)
                        .getMessage())
                .contains("an HTML page (\"Corporate Proxy\"), not the API"));
    }

    @Test
    void an_error_may_be_text_or_nothing() {
        server.answer(
                new MockResponse.Builder().code(502).body("upstream\n is gone").build());
        assertEquals(
                "GET /api/atlas/v2/things: 502 Server Error: upstream is gone",
                assertThrows(ErrorAnswerException.class, things::list).getMessage());
        server.answer(500, "");
        assertEquals(500, assertThrows(ErrorAnswerException.class, things::list).status());
        server.answer(500, "[\"odd\"]");
        assertEquals(
                "[\"odd\"]",
                assertThrows(ErrorAnswerException.class, things::list).detail());
    }

    @Test
    void broken_json_says_where_it_broke() {
        server.answer(200, "{\"results\":[{\"id\":\"1\"},{\"id\":\"2\",\"na");
        String message = String.valueOf(
                assertThrows(UnreadableAnswerException.class, things::list).getMessage());
        assertTrue(message.contains("broken JSON at $.results[1]"), message);
    }

    @Test
    void a_value_of_the_wrong_type_says_which() {
        server.answer(200, "{\"id\":\"1\",\"size\":\"large\"}");
        String message = String.valueOf(assertThrows(UnreadableAnswerException.class, () -> things.get(GROUP, "a"))
                .getMessage());
        assertTrue(message.contains("the answer is not Thing") && message.contains("$.size"), message);
        server.answer(200, "{\"id\":\"1\",\"created\":\"tomorrow\"}");
        assertTrue(String.valueOf(assertThrows(UnreadableAnswerException.class, () -> things.get(GROUP, "a"))
                        .getMessage())
                .contains("'tomorrow' is not an ISO-8601 time"));
    }

    @Test
    void an_empty_answer_is_an_error_where_one_was_expected() {
        server.answer(200, "");
        assertEquals(
                "GET /api/atlas/v2/groups/" + GROUP + "/things/a: an empty answer where Thing was expected",
                assertThrows(UnreadableAnswerException.class, () -> things.get(GROUP, "a"))
                        .getMessage());
        server.answer(202, "");
        assertNull(things.delete("a"));
    }

    @Test
    void times_without_zone_are_utc() {
        assertEquals(Instant.parse("2025-05-04T09:42:00Z"), IsoTime.instant("2025-05-04T09:42:00"));
        assertEquals(Instant.parse("2025-05-04T07:42:00.5Z"), IsoTime.instant("2025-05-04T09:42:00.5+0200"));
        assertEquals(Instant.parse("2025-05-04T07:42:00Z"), IsoTime.instant("2025-05-04T09:42+02:00"));
    }

    @Test
    void records_are_written_as_they_were_read() {
        String json = "{\"id\":\"1\",\"size\":3,\"linkToken\":\"lt-12345678\",\"name\":null,\"x\":{\"y\":[1]}}";
        server.answer(200, json);
        server.answer(200, "");
        Things.Thing thing = things.get(GROUP, "a");
        client.call("PUT", "/x", Map.of(), thing);
        server.take();
        assertEquals(json, server.take().getBody().utf8());
    }

    @Test
    void the_listener_is_told_of_every_call() {
        server.answer(200, "{\"results\":[]}");
        things.list(Map.of("name", "a"));
        CallRecord call = calls.get(0);
        assertEquals("GET", call.method());
        assertEquals("/api/atlas/v2/things?name=a", call.path());
        assertEquals(200, call.status());
        assertNull(call.failure());
        assertNotNull(call.duration());
    }
}
