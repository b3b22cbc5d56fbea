package dev.ferry.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.suite.Until;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a reader and the pages fetched ahead of it get along. */
@Timeout(120)
final class PageWalkTest {
    private static final int SIZE = 4;

    private record Thing(String id, String name) implements Named {}

    private final AtomicInteger highest = new AtomicInteger(1);
    private final AtomicInteger requests = new AtomicInteger();

    /** A list of pages of four numbers, counted from 1. */
    private Page<Integer> page(int number, int pages) {
        requests.incrementAndGet();
        highest.accumulateAndGet(number, Math::max);
        return new Page<>(numbers((number - 1) * SIZE + 1, number * SIZE), pages * SIZE, next(number, pages));
    }

    private static @Nullable Integer next(int number, int pages) {
        return number < pages ? number + 1 : null;
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static <T> Listing<T> listing(IntFunction<Page<T>> pages) {
        return Listing.paged(pages, 1, pages.apply(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS), "it did not happen");
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void the_next_page_is_fetched_from_the_middle_of_the_first_page_on() {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(1);
        Iterator<Integer> elements = listing(number -> {
                    if (number > 1) {
                        (number == 2 ? second : third).countDown();
                    }
                    return page(number, 3);
                })
                .iterator();
        elements.next();
        elements.next();
        assertEquals(1, second.getCount());
        elements.next();
        await(second);
        elements.next();
        assertEquals(1, third.getCount());
        assertEquals(5, elements.next());
        await(third);
    }

    @Test
    void a_reader_of_the_first_elements_costs_one_request() throws Exception {
        Listing<Integer> listing = listing(number -> page(number, 3));
        assertEquals(1, listing.iterator().next());
        assertEquals(1, listing.getAt(0));
        assertEquals(2, listing.getAt(1));
        // Whatever had been asked for before this is there after it.
        PageThreads.fetch(pagesOf(new Page<>(List.of(), null, null)), 1).get();
        assertEquals(1, highest.get());
    }

    private static <T> PageWalk.Pages<T> pagesOf(Page<T> only) {
        return new PageWalk.Pages<>() {
            @Override
            public Page<T> page(int number) {
                return only;
            }

            @Override
            public int expectedLast() {
                return 1;
            }
        };
    }

    @Test
    void no_more_than_one_page_is_fetched_ahead_and_each_page_once() {
        int read = 0;
        for (Integer element : listing(number -> page(number, 50))) {
            assertEquals(++read, element);
            assertTrue(highest.get() <= (read - 1) / SIZE + 2, "page " + highest + " for element " + read);
        }
        assertEquals(50 * SIZE, read);
        assertEquals(50, requests.get());
    }

    @Test
    void a_page_that_has_been_read_is_forgotten() throws Exception {
        ReferenceQueue<List<Integer>> forgotten = new ReferenceQueue<>();
        List<WeakReference<List<Integer>>> all = new ArrayList<>();
        Iterator<Integer> elements = listing(number -> {
                    Page<Integer> page = page(number, 10);
                    synchronized (all) {
                        all.add(new WeakReference<>(page.elements(), forgotten));
                    }
                    return page;
                })
                .iterator();
        while (elements.next() < 6 * SIZE + 1) {}
        int gone = 0;
        for (int attempt = 0; gone < 5; attempt++) {
            assertTrue(attempt < 20, gone + " pages were forgotten");
            System.gc();
            gone += forgotten.remove(1000) == null ? 0 : 1;
        }
        assertEquals(6 * SIZE + 2, elements.next());
    }

    @Test
    void parallel_pages_are_on_their_way_at_once_and_come_in_order() {
        CyclicBarrier four = new CyclicBarrier(4);
        Listing<Integer> listing = listing(number -> {
            if (number > 1) {
                try {
                    four.await(60, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("page " + number + " was alone", e);
                }
            }
            return page(number, 21);
        });
        int read = 0;
        for (Integer element : listing.parallel(4)) {
            assertEquals(++read, element);
            assertTrue(highest.get() <= (read - 1) / SIZE + 5, "page " + highest + " for element " + read);
        }
        assertEquals(21 * SIZE, read);
        assertEquals(21, requests.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12})
    void parallel_pages_end_where_the_list_ends_whatever_it_said_at_first(int pages) {
        Listing<Integer> listing = listing(number -> {
            Page<Integer> page = page(Math.min(number, pages), pages);
            List<Integer> elements = number > pages ? List.<Integer>of() : page.elements();
            return new Page<>(elements, 8 * SIZE, page.next());
        });
        assertEquals(numbers(1, pages * SIZE), listing.parallel(4).toList());
    }

    @Test
    void parallel_without_a_count_reads_one_page_ahead() {
        Listing<Integer> listing = listing(number -> {
            Page<Integer> page = page(number, 6);
            return new Page<>(page.elements(), null, page.next());
        });
        assertEquals(numbers(1, 6 * SIZE), listing.parallel(8).toList());
        assertEquals(6, requests.get());
        assertThrows(IllegalArgumentException.class, () -> listing.parallel(0));
        assertThrows(IllegalArgumentException.class, () -> listing.parallel(17));
    }

    @Test
    void a_page_that_failed_too_early_is_asked_for_again_alone() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicReference<@Nullable Thread> fetcher = new AtomicReference<>();
        CountDownLatch failing = new CountDownLatch(1);
        Iterator<Integer> elements = listing(number -> {
                    if (number == 2 && broken.getAndSet(false)) {
                        fetcher.set(Thread.currentThread());
                        failing.countDown();
                        throw new IllegalStateException("gone");
                    }
                    return page(number, 3);
                })
                .iterator();
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            read.add(elements.next());
        }
        await(failing);
        Thread thread = Objects.requireNonNull(fetcher.get());
        Until.holds("the page has failed", () -> !Until.isIn(thread, FutureTask.class, "run"));
        elements.forEachRemaining(read::add);
        assertEquals(numbers(1, 3 * SIZE), read);
        assertEquals(3, requests.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_page_that_cannot_be_had_fails_where_it_is_reached_and_is_there_when_asked_for_again(int atOnce) {
        AtomicBoolean broken = new AtomicBoolean(true);
        Iterator<Integer> elements = listing(number -> {
                    if (number == 3 && broken.get()) {
                        throw new IllegalStateException("gone");
                    }
                    return page(number, 6);
                })
                .parallel(atOnce)
                .iterator();
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < 2 * SIZE; i++) {
            read.add(elements.next());
        }
        assertThrows(IllegalStateException.class, elements::hasNext);
        assertThrows(IllegalStateException.class, elements::next);
        broken.set(false);
        elements.forEachRemaining(read::add);
        assertEquals(numbers(1, 6 * SIZE), read);
    }

    @Test
    void a_failure_that_was_waited_for_leads_to_the_line_that_reads() {
        Thread reader = Thread.currentThread();
        Iterator<Integer> elements = listing(number -> {
                    if (number == 2) {
                        assertNotSame(reader, Thread.currentThread(), "the page is fetched by another thread");
                        Until.waitsForTask(reader);
                        throw new IllegalStateException("gone");
                    }
                    return page(number, 3);
                })
                .iterator();
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> elements.forEachRemaining(element -> {}));
        assertTrue(Arrays.stream(failure.getStackTrace()).anyMatch(frame -> frame.getMethodName()
                .contains("a_failure_that_was_waited_for_leads_to_the_line_that_reads")));
    }

    @Test
    void an_interrupt_of_the_reader_gives_up_the_page_it_waits_for() {
        Thread reader = Thread.currentThread();
        CountDownLatch cancelled = new CountDownLatch(1);
        Iterator<Integer> elements = listing(number -> {
                    if (Thread.currentThread() == reader) {
                        if (reader.isInterrupted()) {
                            throw new IllegalStateException("refused by the reader's own thread");
                        }
                        return page(number, 3);
                    }
                    try {
                        Until.waitsForTask(reader);
                        reader.interrupt();
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        cancelled.countDown();
                    }
                    return page(number, 3);
                })
                .iterator();
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> elements.forEachRemaining(element -> {}));
        assertEquals("refused by the reader's own thread", refused.getMessage());
        assertTrue(Thread.interrupted());
        await(cancelled);
        assertEquals(SIZE + 1, elements.next());
    }

    @Test
    void an_iterator_that_is_forgotten_is_gone_though_its_page_never_comes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ReferenceQueue<Iterator<Integer>> gone = new ReferenceQueue<>();
        WeakReference<Iterator<Integer>> forgotten = new WeakReference<>(started(asked, end), gone);
        try {
            await(asked);
            for (int attempt = 0; gone.remove(100) == null; attempt++) {
                assertTrue(attempt < 200, "the iterator was not forgotten");
                System.gc();
            }
            assertTrue(forgotten.refersTo(null));
        } finally {
            end.countDown();
        }
    }

    private Iterator<Integer> started(CountDownLatch asked, CountDownLatch end) {
        Iterator<Integer> elements = listing(number -> {
                    if (number == 2) {
                        asked.countDown();
                        await(end);
                    }
                    return page(number, 3);
                })
                .iterator();
        while (elements.next() < SIZE) {}
        return elements;
    }

    private static Page<Thing> things(int number, int pages, String... ids) {
        return new Page<>(
                Arrays.stream(ids).map(id -> new Thing(id, "thing " + id)).toList(), null, next(number, pages));
    }

    private static String ids(Iterable<Thing> things) {
        StringBuilder ids = new StringBuilder();
        things.forEach(thing -> ids.append(thing.id()));
        return ids.toString();
    }

    @Test
    void an_element_that_is_pushed_over_the_border_comes_once() {
        // Something was inserted at the front while the first page was read.
        assertEquals(
                "abcde",
                ids(listing(number -> number == 1 ? things(1, 2, "a", "b", "c") : things(2, 2, "c", "d", "e"))));
    }

    @Test
    void an_element_that_changed_meanwhile_comes_as_it_is_now_too() {
        Thing changed = new Thing("c", "renamed");
        List<Thing> all = listing(number -> number == 1
                        ? things(1, 2, "a", "b", "c")
                        : new Page<>(List.of(changed, new Thing("d", "thing d")), null, null))
                .toList();
        assertEquals(5, all.size());
        assertEquals(changed, all.get(3));
    }

    @Test
    void an_element_that_slides_back_over_the_border_is_not_seen() {
        // 'a' was deleted while the first page was read: 'd' is on that page now.
        assertEquals(
                "abcef", ids(listing(number -> number == 1 ? things(1, 2, "a", "b", "c") : things(2, 2, "e", "f"))));
    }

    @Test
    void elements_without_an_id_are_never_taken_for_the_same() {
        assertEquals(
                List.of("x", "x", "x"),
                listing(number -> new Page<>(number == 1 ? List.of("x", "x") : List.of("x"), null, next(number, 2)))
                        .toList());
    }

    @Test
    void a_list_that_repeats_its_page_for_ever_ends_with_a_sentence_and_shows_the_page_once() {
        List<Thing> read = new ArrayList<>();
        LookupException endless =
                assertThrows(LookupException.class, () -> listing(number -> things(number, Integer.MAX_VALUE, "a", "b"))
                        .forEach(read::add));
        assertEquals("ab", ids(read));
        assertEquals(
                "the list does not end: up to page 11 there has been nothing new for 10 pages;"
                        + " the elements read so far may not be all of them",
                endless.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_list_of_empty_or_repeated_pages_without_ids_ends_too(int size) {
        List<Integer> page = numbers(1, size);
        Listing<Integer> listing = listing(number -> {
            requests.incrementAndGet();
            return new Page<>(page, null, number + 1);
        });
        assertTrue(assertThrows(LookupException.class, listing::toList)
                .getMessage()
                .startsWith("the list does not end"));
        assertTrue(requests.get() <= 13, requests + " requests");
        assertNotNull(listing.toString());
    }
}
