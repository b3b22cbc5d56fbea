package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again, and after which pause. */
final class RetriesTest {
    private final WireServer server = WireServer.start();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<CallRecord> calls = new ArrayList<>();
    private final ApiClient client = new ApiClient(
            server.connection(WireServer.KEY),
            ApiClient.Settings.defaults()
                    .withClock(Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC))
                    .withSleeper(pauses::add)
                    .withCalls(calls::add));

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static MockResponse failed(int status, String... header) {
        MockResponse.Builder answer =
                WireServer.json(status, "{\"error\":" + status + "}").newBuilder();
        for (int i = 0; i < header.length; i += 2) {
            answer.setHeader(header[i], header[i + 1]);
        }
        return answer.build();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,500,2",
        "GET,502,2",
        "GET,503,2",
        "GET,504,2",
        "GET,501,1",
        "GET,404,1",
        "POST,500,1",
        "POST,502,1",
        "POST,503,1",
        "POST,504,1",
        "DELETE,500,1",
        "DELETE,503,1",
        "POST,501,1",
        "POST,409,1"
    })
    void an_error_of_the_service_is_asked_again_by_reading_calls_alone(String method, int status, int requests) {
        server.answer(failed(status));
        server.answer(200, "{\"ok\":true}");
        if (requests == 2) {
            assertNotNull(client.call(method, "/a", Map.of(), null));
        } else {
            ApiException failure = assertThrows(ApiException.class, () -> client.call(method, "/a", Map.of(), null));
            boolean open = !method.equals("GET") && status >= 500 && status != 501;
            assertEquals(open, failure instanceof OutcomeUnknownException, failure.toString());
        }
        assertEquals(requests, server.count());
        assertEquals(requests, calls.get(0).attempts());
        assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) <= 0), pauses.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"17 |", "Wed, 21 Oct 2015 07:28:17 GMT | Wed, 21 Oct 2015 07:28:00 GMT"})
    void a_change_is_sent_again_when_the_service_says_when_and_not_earlier(String after, String date) {
        server.answer(
                date == null ? failed(503, "Retry-After", after) : failed(503, "Retry-After", after, "Date", date));
        server.answer(200, "{\"ok\":true}");
        assertNotNull(client.call("POST", "/a", Map.of(), null));
        assertEquals(List.of(Duration.ofSeconds(17)), pauses);
    }

    @Test
    void a_service_that_asks_for_more_time_than_there_is_ends_the_call_at_once() {
        server.answer(failed(503, "Retry-After", "3600"));
        String message =
                String.valueOf(assertThrows(ErrorAnswerException.class, () -> client.call("POST", "/a", Map.of(), null))
                        .getMessage());
        assertTrue(message.contains("asks to wait 1h"), message);
        assertEquals(List.of(), pauses);
    }

    @Test
    void five_attempts_are_all() {
        server.answerAll(request -> failed(502));
        assertThrows(ErrorAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertEquals(5, server.count());
        assertEquals(4, pauses.size());
    }
}
