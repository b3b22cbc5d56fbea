package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.output.Secret;
import groovy.lang.GroovyShell;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What happens to the arguments of a service method, to its media type, and when a session is read-only. */
final class ServiceCallsTest {
    private static final String GROUP = "5f0000000000000000000001";
    private static final String THING = "{\"id\":\"1\",\"name\":\"a\"}";

    private final WireServer server = WireServer.start();
    private final AtomicBoolean readOnly = new AtomicBoolean();
    private final ApiClient client =
            new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withReadOnly(readOnly::get));
    private final Things things = client.service(Things.class);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void refused(String sentence, Executable call) {
        CallRefusedException refused = assertThrows(CallRefusedException.class, call);
        assertEquals(sentence, refused.getMessage());
        assertEquals(CallRefusedException.Why.BAD_ARGUMENT, refused.why());
        assertEquals(0, server.count());
    }

    @Test
    void a_misspelt_argument_is_refused_before_anything_is_sent() {
        refused(
                "http.things.list takes no argument 'nam'; did you mean 'name'?",
                () -> things.list(Map.of("nam", "shop")));
        refused(
                "http.things.list takes no argument 'colour'; it takes name, kinds, since, envelope, pageNum, itemsPerPage",
                () -> things.list(Map.of("colour", "red")));
    }

    @Test
    void every_call_says_that_ferry_makes_it() {
        server.answer(200, "{\"results\":[]}");

        assertEquals(0, things.list(Map.of()).size());

        assertEquals("ferry/development", server.take().getHeaders().get("User-Agent"));
    }

    @Test
    void a_missing_argument_is_refused() {
        refused("http.things.create needs the argument 'name'", () -> things.create(Map.of("size", 3)));
    }

    @Test
    void an_argument_of_the_wrong_kind_is_refused() {
        refused(
                "http.things.list 'itemsPerPage' takes a whole number, not a text",
                () -> things.list(Map.of("itemsPerPage", "many")));
        refused("http.things.list 'name' takes a text, not a whole number", () -> things.list(Map.of("name", 3)));
        refused("http.things.list 'kinds' takes a list, not a text", () -> things.list(Map.of("kinds", "a")));
        refused(
                "http.things.list 'since' takes a time such as '2025-03-12T08:00:00Z', not a text",
                () -> things.list(Map.of("since", "yesterday")));
        refused(
                "http.things.create 'size' takes a whole number, not a number",
                () -> things.create(Map.of("name", "a", "size", 1.5)));
    }

    @Test
    void what_is_no_id_is_refused_where_an_id_belongs() {
        refused(
                "http.things.get 'groupId' is 'shop', which is not an id of 24 hex digits",
                () -> things.get("shop", "a"));
        refused("http.things.get 'thingName' cannot be '..'", () -> things.get(GROUP, ".."));
    }

    @Test
    void options_become_the_query_lists_repeat_and_nulls_are_left_out() {
        server.answer(200, "{\"results\":[]}");
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("name", "a b&c+d");
        options.put("kinds", List.of("x", "y"));
        options.put("since", Instant.parse("2025-03-12T08:00:00Z"));
        options.put("itemsPerPage", null);
        things.list(options);
        RecordedRequest request = server.take();
        assertEquals(
                "/api/atlas/v2/things?name=a%20b%26c%2Bd&kinds=x&kinds=y&since=2025-03-12T08%3A00%3A00Z",
                request.getTarget());
    }

    @Test
    void groovy_calls_with_named_arguments_and_interpolated_texts() {
        server.answer(200, "{\"results\":[]}");
        server.answer(201, THING);
        GroovyShell shell = new GroovyShell();
        shell.setVariable("things", things);
        shell.evaluate("def n = 'sh'; things.list(name: \"${n}op\", itemsPerPage: 5)");
        assertEquals("GET /api/atlas/v2/things?name=shop&itemsPerPage=5", server.next());
        shell.evaluate(
                "def n = 'sh'; things.create(name: \"${n}op\", tags: [[key: \"${n}\", value: null]], pretty: true)");
        RecordedRequest create = server.take();
        assertEquals("/api/atlas/v2/things?pretty=true", create.getTarget());
        assertEquals(
                "{\"name\":\"shop\",\"tags\":[{\"key\":\"sh\",\"value\":null}]}",
                create.getBody().utf8());
    }

    @Test
    void names_in_paths_are_percent_encoded() {
        server.answer(200, THING);
        things.get(GROUP, "a b/c?d%");
        assertEquals("GET /api/atlas/v2/groups/" + GROUP + "/things/a%20b%2Fc%3Fd%25", server.next());
    }

    @Test
    void a_secret_travels_in_a_body_but_not_in_a_query() {
        server.answer(201, THING);
        things.create(Map.of("name", Secret.of("s3cr3t-value")));
        assertEquals("{\"name\":\"s3cr3t-value\"}", server.take().getBody().utf8());
        CallRefusedException refused =
                assertThrows(CallRefusedException.class, () -> things.list(Map.of("name", Secret.of("s3cr3t-value"))));
        assertFalse(String.valueOf(refused.getMessage()).contains("s3cr3t-value"));
        assertEquals(1, server.count());
    }

    @Test
    void a_v2_method_carries_the_media_type_of_its_date_for_answer_and_body() {
        server.answer(201, THING);
        things.create(Map.of("name", "a"));
        RecordedRequest request = server.take();
        assertEquals(
                "application/vnd.atlas.2024-05-30+json", request.getHeaders().get("Accept"));
        assertEquals(
                "application/vnd.atlas.2024-05-30+json", request.getHeaders().get("Content-Type"));
    }

    @Test
    void a_v1_method_speaks_plain_json_and_may_answer_nothing() {
        server.answer(204, "");
        assertNull(things.delete("a"));
        RecordedRequest request = server.take();
        assertEquals("application/json", request.getHeaders().get("Accept"));
        assertNull(request.getHeaders().get("Content-Type"));
    }

    @Test
    void a_session_can_pin_another_date() {
        try (ApiClient pinned =
                new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withPinnedVersion("2023-11-15"))) {
            server.answer(201, THING);
            server.answer(200, "{}");
            server.answer(200, "{}");
            pinned.service(Things.class).create(Map.of("name", "a"));
            pinned.call("GET", "/api/atlas/v2/x", Map.of(), null);
            pinned.call("GET", "/api/public/v1.0/x", Map.of(), null);
            assertEquals(
                    "application/vnd.atlas.2023-11-15+json",
                    server.take().getHeaders().get("Accept"));
            assertEquals(
                    "application/vnd.atlas.2023-11-15+json",
                    server.take().getHeaders().get("Accept"));
            assertEquals("application/json", server.take().getHeaders().get("Accept"));
        }
        assertThrows(IllegalArgumentException.class, () -> WireServer.ONCE.withPinnedVersion("12.3.2025"));
    }

    @Test
    void a_read_only_session_asks_but_changes_nothing() {
        readOnly.set(true);
        for (Executable change : List.<Executable>of(
                () -> things.create(Map.of("name", "a")),
                () -> things.delete("a"),
                () -> client.call("PATCH", "/api/atlas/v2/groups/x", Map.of(), Map.of()))) {
            assertEquals(
                    CallRefusedException.Why.READ_ONLY,
                    assertThrows(CallRefusedException.class, change).why());
        }
        assertEquals(0, server.count());
        server.answer(200, "{\"results\":[]}");
        server.answer(200, "[]");
        assertTrue(things.list().isEmpty());
        assertEquals(List.of(), things.search(Map.of()));
        readOnly.set(false);
        server.answer(204, "");
        things.delete("a");
        assertEquals(3, server.count());
    }

    @Test
    void the_refusal_names_the_call() {
        readOnly.set(true);
        assertEquals(
                "DELETE /api/public/v1.0/things/a: refused, because this session is read-only; nothing was sent",
                assertThrows(CallRefusedException.class, () -> things.delete("a"))
                        .getMessage());
    }

    @Test
    void a_service_has_a_name_and_an_identity() {
        assertEquals("http.things", things.toString());
        assertEquals(things, things);
        assertFalse(things.equals(new ApiClient(client.connection(), client.settings()).service(Things.class)));
        assertEquals(things, client.service(Things.class));
        Map<Things, String> map = new HashMap<>();
        map.put(things, "x");
        assertEquals("x", map.get(things));
        assertTrue(Arrays.asList(things, things).contains(things));
    }

    @Test
    void raw_calls_reach_anything_as_maps_and_lists() {
        server.answer(200, "{\"n\":3,\"big\":5000000000,\"d\":1.5,\"list\":[null,true],\"linkToken\":\"abc-def-ghi\"}");
        Object answer = client.call(
                "POST",
                "/api/atlas/v2/groups/x:move?a=1",
                Map.of("b", List.of(2, 3)),
                Map.of("when", Instant.EPOCH, "deep", List.of(Map.of("k", 1L))));
        RecordedRequest request = server.take();
        assertEquals("POST /api/atlas/v2/groups/x:move?a=1&b=2&b=3 HTTP/1.1", request.getRequestLine());
        assertEquals(
                "application/vnd.atlas.2025-03-12+json", request.getHeaders().get("Content-Type"));
        assertTrue(request.getBody().utf8().contains("\"when\":\"1970-01-01T00:00:00Z\""));
        assertTrue(request.getBody().utf8().contains("\"deep\":[{\"k\":1}]"));
        Map<?, ?> map = (Map<?, ?>) answer;
        assertEquals(3, map.get("n"));
        assertEquals(5000000000L, map.get("big"));
        assertEquals(1.5, map.get("d"));
        assertEquals(Arrays.asList(null, true), map.get("list"));
        assertEquals(Secret.of("abc-def-ghi"), map.get("linkToken"));
    }

    @Test
    void a_raw_answer_may_be_changed_and_sent_back() {
        server.answer(200, "{\"version\":1,\"password\":\"pw-0815-4711\"}");
        server.answer(200, "");
        @SuppressWarnings("unchecked")
        Map<String, Object> config =
                (Map<String, Object>) client.call("GET", "/api/public/v1.0/groups/g/automationConfig", Map.of(), null);
        config.put("version", 2);
        assertNull(client.call("PUT", "/api/public/v1.0/groups/g/automationConfig", Map.of(), config));
        server.take();
        assertEquals(
                "{\"version\":2,\"password\":\"pw-0815-4711\"}",
                server.take().getBody().utf8());
    }

    @Test
    void a_raw_body_may_be_json_text_and_a_raw_answer_plain_text() {
        server.answer(new MockResponse.Builder()
                .setHeader("Content-Type", "text/plain")
                .body("pong")
                .build());
        assertEquals("pong", client.call("POST", "/x", Map.of(), "{\"a\":1}"));
        assertEquals("{\"a\":1}", server.take().getBody().utf8());
    }

    @Test
    void a_raw_path_cannot_lead_to_another_host() {
        assertThrows(CallRefusedException.class, () -> client.call("GET", "https://evil.example/x", Map.of(), null));
        assertThrows(CallRefusedException.class, () -> client.call("GET", "/x", Map.of(), Map.of()));
        assertEquals(0, server.count());
    }
}
