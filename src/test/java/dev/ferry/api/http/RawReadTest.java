package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.failure.ErrorAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a read was answered, told as the service said it. */
final class RawReadTest {
    private final List<RawRead> told = new ArrayList<>();

    @Test
    void a_read_is_told_with_its_query_version_and_what_no_record_keeps() {
        try (WireServer server = WireServer.start();
                ApiClient client = client(server)) {
            server.answerAll(request -> WireServer.json(200, "{\"results\":[{\"id\":\"1\",\"new\":null}],\"x\":2}"));
            var unused = new Atlas(client).get(Map.of("version", "2023-01-01", "name", "x"), "/orgs");
            new Atlas(client).getOrgs().list().toList();
            assertEquals("/api/atlas/v2/orgs?name=x", told.get(0).path());
            assertEquals("2023-01-01", told.get(0).version());
            Map<?, ?> body = (Map<?, ?>) told.get(1).body();
            assertEquals(2L, ((Number) body.get("x")).longValue());
            assertEquals(true, ((Map<?, ?>) ((List<?>) body.get("results")).get(0)).containsKey("new"));
        }
    }

    @Test
    void an_error_is_an_answer_too_and_a_change_is_no_read() {
        try (WireServer server = WireServer.start();
                ApiClient client = client(server)) {
            server.answerAll(request -> request.getMethod().equals("GET")
                    ? WireServer.json(404, "{\"error\":404}")
                    : WireServer.json(200, "{}"));
            Atlas atlas = new Atlas(client);
            assertThrows(ErrorAnswerException.class, () -> atlas.get("/orgs"));
            client.call("POST", "/api/atlas/v2/groups", Map.of(), Map.of("name", "x"));
            assertEquals(1, told.size());
            assertEquals(404, told.get(0).status());
        }
    }

    private ApiClient client(WireServer server) {
        return new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withReads(told::add));
    }
}
