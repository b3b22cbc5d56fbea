package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Listing;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.suite.Until;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which pages of what size go over the wire. */
@Timeout(120)
final class PagerTest {
    private final WireServer server = WireServer.start();
    private final ApiClient client = server.client();
    private final Things things = client.service(Things.class);

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** Things numbered from 1 on, cut into pages as the request says or else into pages of this size. */
    private void serve(int total, int usual) {
        server.answerAll(request -> answer(request, total, usual));
    }

    private static MockResponse answer(RecordedRequest request, int total, int usual) {
        HttpUrl url = request.getUrl();
        int size = number(url, "itemsPerPage", usual);
        int page = number(url, "pageNum", 1);
        String results = IntStream.rangeClosed((page - 1) * size + 1, Math.min(page * size, total))
                .mapToObj(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
        String next = page * size < total
                ? "{\"rel\":\"next\",\"href\":\"https://x.example/things?pageNum=" + (page + 1) + "\"}"
                : "";
        return WireServer.json(
                200, "{\"links\":[" + next + "],\"results\":[" + results + "],\"totalCount\":" + total + "}");
    }

    private static int number(HttpUrl url, String name, int otherwise) {
        String text = url.queryParameter(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    private List<String> asked() {
        return IntStream.range(0, server.count()).mapToObj(i -> server.next()).toList();
    }

    private static List<String> read(Listing<Things.Thing> listing) {
        return listing.stream().map(Things.Thing::id).toList();
    }

    @Test
    void a_reader_who_goes_on_gets_the_largest_pages() {
        serve(1234, 100);
        assertEquals(ids(1, 1234), read(things.list()));
        assertEquals(
                List.of(
                        "GET /api/atlas/v2/things",
                        "GET /api/atlas/v2/things?itemsPerPage=500&pageNum=1",
                        "GET /api/atlas/v2/things?itemsPerPage=500&pageNum=2",
                        "GET /api/atlas/v2/things?itemsPerPage=500&pageNum=3"),
                asked());
    }

    @Test
    void a_size_that_somebody_chose_is_kept() {
        serve(250, 100);
        assertEquals(ids(1, 250), read(things.list(Map.of("itemsPerPage", 100))));
        assertEquals(
                List.of(
                        "GET /api/atlas/v2/things?itemsPerPage=100",
                        "GET /api/atlas/v2/things?itemsPerPage=100&pageNum=2",
                        "GET /api/atlas/v2/things?itemsPerPage=100&pageNum=3"),
                asked());
    }

    @Test
    void a_service_that_cuts_other_pages_is_followed() {
        serve(5, 2);
        assertEquals(ids(1, 5), read(things.list()));
        assertEquals(
                List.of(
                        "GET /api/atlas/v2/things",
                        "GET /api/atlas/v2/things?pageNum=2",
                        "GET /api/atlas/v2/things?pageNum=3"),
                asked());
    }

    @Test
    void a_short_list_costs_one_request_and_one_of_just_a_page_too() {
        serve(100, 100);
        assertEquals(ids(1, 100), read(things.list()));
        assertEquals(1, server.count());
    }

    @Test
    void parallel_pages_are_asked_for_once_each() {
        serve(10_000, 100);
        assertEquals(ids(1, 10_000), read(things.list().parallel(4)));
        assertEquals(21, server.count());
    }

    @Test
    void a_list_that_has_become_shorter_than_its_first_page_ends_there() {
        serve(150, 100);
        Listing<Things.Thing> listing = things.list();
        serve(30, 100);
        assertEquals(ids(1, 100), read(listing));
    }

    @Test
    void a_page_that_failed_can_be_asked_for_again_and_nothing_is_lost() {
        server.answerAll(request -> request.getUrl().queryParameter("pageNum") == null
                ? answer(request, 250, 100)
                : WireServer.json(404, "{\"error\":404,\"errorCode\":\"GONE\"}"));
        var elements = things.list().iterator();
        for (int i = 1; i <= 100; i++) {
            assertEquals(String.valueOf(i), elements.next().id());
        }
        assertThrows(ErrorAnswerException.class, elements::hasNext);
        serve(250, 100);
        assertEquals("101", elements.next().id());
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_page_at_once() {
        Thread reader = Thread.currentThread();
        CountDownLatch end = new CountDownLatch(1);
        server.answerAll(request -> {
            if (request.getUrl().queryParameter("pageNum") != null) {
                Until.waitsForTask(reader);
                reader.interrupt();
                try {
                    end.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return answer(request, 250, 100);
        });
        try {
            Listing<Things.Thing> listing = things.list();
            CallInterruptedException interrupted =
                    assertThrows(CallInterruptedException.class, () -> listing.forEach(thing -> {}));
            assertTrue(String.valueOf(interrupted.getMessage()).contains("interrupted"), interrupted.getMessage());
            assertTrue(Thread.interrupted());
        } finally {
            end.countDown();
        }
    }
}
