package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that lets a hundred calls a minute through, and what a client makes of it. */
final class RateBudgetTest {
    private static final int LIMIT = 100;

    /** The service's side of the limit, on the same clock. */
    private static final class Limit {
        private final VirtualTime time;
        private final boolean headers;
        private Instant next;
        private int tokens = LIMIT;
        private int refusals;

        Limit(VirtualTime time, boolean headers) {
            this.time = time;
            this.headers = headers;
            this.next = time.instant().plusSeconds(60);
        }

        synchronized MockResponse answer() {
            while (!time.instant().isBefore(next)) {
                tokens = LIMIT;
                next = next.plusSeconds(60);
            }
            boolean refused = tokens == 0;
            long wait = Duration.between(time.instant(), next).toSeconds();
            tokens = refused ? 0 : tokens - 1;
            refusals += refused ? 1 : 0;
            MockResponse.Builder answer = WireServer.json(
                            refused ? 429 : 200,
                            refused
                                    ? "{\"error\":429,\"errorCode\":\"RATE_LIMITED_TOKEN_BUCKET\",\"parameters\":[\"a\","
                                            + wait + ",100,100,60]}"
                                    : "{\"ok\":true}")
                    .newBuilder();
            if (headers) {
                answer.setHeader("RateLimit-Limit", "100").setHeader("RateLimit-Remaining", String.valueOf(tokens));
            }
            return refused
                    ? answer.setHeader("Retry-After", String.valueOf(wait)).build()
                    : answer.build();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,true,1", "1,false,1", "32,true,1", "32,false,32"})
    void a_burst_of_500_calls_ends_without_a_refusal_after_the_first_ones(int threads, boolean headers, int most)
            throws Exception {
        VirtualTime time = new VirtualTime();
        Limit limit = new Limit(time, headers);
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (WireServer server = WireServer.start();
                ApiClient client = new ApiClient(
                        server.connection(WireServer.KEY),
                        // On the clock that all share, the pauses of the others make a call that gets no processor old.
                        ApiClient.Settings.defaults()
                                .withTimeLimit(Duration.ofHours(1))
                                .withClock(time)
                                .withSleeper(time)
                                .withNotices(notices::add))) {
            server.answerAll(request -> limit.answer());
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(pool.submit(() -> client.call("GET", "/a", Map.of(), null)));
            }
            for (Future<Object> call : calls) {
                assertEquals(Map.of("ok", true), call.get(30, TimeUnit.SECONDS));
            }
            assertTrue(limit.refusals >= 1 && limit.refusals <= most, limit.refusals + " refusals");
            assertEquals(500 + limit.refusals, server.count());
            assertTrue(
                    notices.get(0).startsWith("the rate limit of other calls is reached; going on in"), notices.get(0));
        } finally {
            pool.shutdownNow();
        }
    }
}
