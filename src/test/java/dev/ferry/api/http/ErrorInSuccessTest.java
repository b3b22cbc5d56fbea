package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreadableAnswerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose status says one thing and whose body says another. */
final class ErrorInSuccessTest {
    private static final String ID = "65f0000000000000000000a1";
    private static final String GROUP = "/api/atlas/v2/groups/" + ID;
    private static final String NOT_FOUND =
            "{\"detail\":\"No group exists.\",\"error\":404,\"errorCode\":\"GROUP_NOT_FOUND\",\"reason\":\"Not Found\"}";

    @TempDir
    private Path folder;

    private final WireServer server = WireServer.start();
    private final List<CallRecord> calls = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final ApiClient client = new ApiClient(
            server.connection(WireServer.KEY),
            WireServer.ONCE.withSleeper(pause -> {}).withCalls(calls::add).withChangeLog(change -> outcomes::add));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** A call, however it is made. */
    private record Way(String name, boolean changes, Call call) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object on(ApiClient client);
    }

    private static Way raw(String method, String path, @Nullable Object body) {
        return new Way("raw " + method, !method.equals("GET"), client -> client.call(method, path, Map.of(), body));
    }

    private static Way named(String operation, Map<String, Object> arguments) {
        return new Way(
                "by name " + operation,
                !operation.startsWith("get") && !operation.startsWith("list"),
                client -> client.atlasOperations("atlas.api").call(operation, arguments));
    }

    static Stream<Way> ways() {
        return Stream.of(
                raw("GET", GROUP, null),
                raw("GET", "/api/public/v1.0/unheard/of", null),
                raw("DELETE", GROUP, null),
                raw("POST", "/api/atlas/v2/groups", Map.of("name", "shop")),
                raw("PUT", GROUP + "/limits/some", Map.of("value", 3)),
                raw("PATCH", GROUP, Map.of("name", "shop")),
                named("getGroup", Map.of("groupId", ID)),
                named("listGroups", Map.of()),
                named("deleteGroup", Map.of("groupId", ID)),
                named("updateGroup", Map.of("groupId", ID, "body", Map.of("name", "shop"))),
                new Way("typed GET", false, client -> client.service(Things.class)
                        .get(ID, "a")),
                new Way("typed list", false, client -> client.service(Things.class)
                        .list()),
                new Way("typed DELETE", true, client -> client.service(Things.class)
                        .delete("a")),
                new Way("typed POST", true, client -> client.service(Things.class)
                        .create(Map.of("name", "a"))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_error_document_is_a_failure_whatever_the_status_says(Way way) {
        for (int status : new int[] {200, 201, 202}) {
            outcomes.clear();
            calls.clear();
            server.answer(status, NOT_FOUND);
            ErrorAnswerException error =
                    assertThrows(ErrorAnswerException.class, () -> way.call().on(client));
            assertEquals(404, error.status());
            assertEquals("GROUP_NOT_FOUND", error.errorCode());
            assertTrue(
                    String.valueOf(error.getMessage())
                            .endsWith("404 GROUP_NOT_FOUND: No group exists.; the answer itself had status " + status),
                    error.getMessage());
            assertEquals(404, calls.get(0).status(), "what the list of calls shows");
            assertEquals(way.changes() ? 1 : 0, outcomes.size());
            outcomes.forEach(outcome -> assertEquals(Outcome.Kind.REFUSED, outcome.kind()));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_error_of_the_service_itself_leaves_a_change_open(Way way) {
        server.answerAll(request -> WireServer.json(200, "{\"error\":500,\"detail\":\"Boom.\"}"));
        ApiException error = assertThrows(ApiException.class, () -> way.call().on(client));
        assertEquals(way.changes() ? OutcomeUnknownException.class : ErrorAnswerException.class, error.getClass());
        outcomes.forEach(outcome -> assertEquals(Outcome.Kind.UNKNOWN, outcome.kind()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorCode\":\"GROUP_NOT_FOUND\",\"detail\":\"None.\"}",
                "{\"error\":\"invalid_client\",\"error_description\":\"None.\"}",
                "{\"error\":\"boom\"}",
            })
    void an_error_document_without_a_status_leaves_a_change_open(String document) {
        server.answer(200, document);
        UnreadableAnswerException read =
                assertThrows(UnreadableAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertTrue(String.valueOf(read.getMessage()).contains("an error ("), read.getMessage());
        server.answer(200, document);
        assertThrows(OutcomeUnknownException.class, () -> client.call("DELETE", "/a", Map.of(), null));
        assertEquals(Outcome.Kind.UNKNOWN, outcomes.get(0).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorCode\":0,\"name\":\"host\"}",
                "{\"error\":null,\"id\":\"1\"}",
                "{\"error\":3,\"warnings\":1}",
                "{\"status\":\"FAILED\",\"error\":\"it broke\"}",
                "{\"id\":\"1\",\"detail\":\"a note\"}",
                "{\"reason\":\"maintenance\",\"detail\":\"a note\"}",
                "{\"results\":[{\"error\":404,\"errorCode\":\"X\"}]}",
                "[{\"error\":404,\"errorCode\":\"X\"}]",
            })
    void a_thing_of_the_api_with_such_fields_is_no_error(String document) {
        server.answer(200, document);
        client.call("PATCH", "/a", Map.of(), Map.of());
        assertEquals(Outcome.Kind.DONE, outcomes.get(0).kind());
    }

    @Test
    void an_error_document_in_an_envelope_of_success_is_an_error() {
        server.answer(200, "{\"status\":200,\"content\":" + NOT_FOUND + "}");
        assertThrows(ErrorAnswerException.class, () -> client.call("DELETE", "/a", Map.of("envelope", true), null));
    }

    @Test
    void an_error_document_in_place_of_a_file_is_an_error_and_leaves_no_file() throws Exception {
        for (String type : List.of("application/json", "application/gzip")) {
            server.answer(new MockResponse.Builder()
                    .code(200)
                    .setHeader("Content-Type", type)
                    .body(NOT_FOUND)
                    .build());
            assertThrows(ErrorAnswerException.class, () -> client.atlasOperations("atlas.api")
                    .call(
                            "downloadClusterLog",
                            Map.of(
                                    "groupId",
                                    ID,
                                    "hostName",
                                    "host",
                                    "logName",
                                    "mongodb",
                                    "to",
                                    folder.resolve("log.gz").toString())));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static MockResponse withBody(int status, String type, String body, boolean chunked) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).setHeader("Content-Type", type);
        return (chunked ? response.chunkedBody(body, 8) : response.body(body)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "204,text/html,<html>done</html>,false",
        "204,text/html,<html>done</html>,true",
        "204,application/json,{\"error\":404},false",
        "204,application/json,{\"error\":404},true",
        "204,application/json,{\"ok\",true",
        "205,text/plain,done,false",
        "205,text/plain,done,true",
    })
    void a_change_that_is_answered_without_content_is_done_whatever_body_comes(
            int status, String type, String body, boolean chunked) {
        ways().filter(Way::changes).forEach(way -> {
            outcomes.clear();
            server.answer(withBody(status, type, body, chunked));
            assertNull(way.call().on(client), way.name());
            assertEquals(Outcome.Kind.DONE, outcomes.get(0).kind(), way.name());
            assertEquals(status, outcomes.get(0).status());
            assertEquals("", outcomes.get(0).problem());
        });
        // The next call is not answered with what was left over.
        server.answer(200, "{\"id\":\"1\"}");
        assertEquals(Map.of("id", "1"), client.call("GET", "/a", Map.of(), null));
        assertFalse(calls.stream().anyMatch(call -> call.failure() != null), calls.toString());
    }

    @Test
    void a_read_that_is_answered_without_content_is_still_no_value() {
        server.answer(withBody(204, "application/json", "{\"id\":\"1\"}", false));
        assertThrows(UnreadableAnswerException.class, () -> client.service(Things.class)
                .get(ID, "a"));
    }
}
