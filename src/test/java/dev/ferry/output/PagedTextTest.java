package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class PagedTextTest {
    @Test
    void a_short_text_is_there_as_a_whole_and_a_long_one_is_not() throws InterruptedException {
        try (var paged = PagedText.of(text -> text.accept("漢\n\033[1mb\033[m\n"))) {
            assertEquals(Optional.of("漢\n\033[1mb\033[m\n"), paged.within(2, 80));
            assertEquals(Optional.empty(), paged.within(1, 80));
        }
        try (var paged = PagedText.of(text -> text.accept("x".repeat(30) + "\n"))) {
            assertEquals(Optional.empty(), paged.within(2, 10));
            assertTrue(paged.within(3, 10).isPresent());
        }
    }

    @Test
    void the_beginning_can_be_read_while_an_endless_text_is_being_made_which_then_waits() throws Exception {
        var made = new AtomicInteger();
        var ended = new CountDownLatch(1);
        try (var paged = PagedText.of(text -> {
            try {
                while (true) {
                    text.accept("line " + made.getAndIncrement() + "\n");
                }
            } finally {
                ended.countDown();
            }
        })) {
            assertEquals(Optional.empty(), paged.within(40, 80));
            var lines = new BufferedReader(new InputStreamReader(paged.open(), UTF_8));
            for (int i = 0; i < 20_000; i++) {
                assertEquals("line " + i, lines.readLine());
            }
            assertTrue(made.get() < 20_000 + 15_000, "far ahead: " + made);
            // Going back costs nothing and asks for nothing.
            assertEquals("line 0", new BufferedReader(new InputStreamReader(paged.open(), UTF_8)).readLine());
        }
        assertTrue(ended.await(60, TimeUnit.SECONDS), "goes on though nobody reads");
    }

    @Test
    void a_line_is_shown_as_soon_as_it_is_there() throws Exception {
        var next = new CountDownLatch(1);
        try (var paged = PagedText.of(text -> {
            text.accept("first\n");
            try {
                next.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            text.accept("second\n");
        })) {
            var lines = new BufferedReader(new InputStreamReader(paged.open(), UTF_8));
            assertEquals("first", lines.readLine());
            next.countDown();
            assertEquals("second", lines.readLine());
        }
    }

    @Test
    void what_the_making_failed_with_is_thrown_to_the_reader() throws Exception {
        try (var paged = PagedText.of(text -> {
            text.accept("first\n");
            throw new IllegalStateException("the network is gone");
        })) {
            assertEquals(Optional.of("first\n"), paged.within(10, 80));
            assertEquals(
                    "the network is gone",
                    assertThrows(IllegalStateException.class, paged::check).getMessage());
        }
    }

    @Test
    void nothing_of_it_stays_on_the_disk() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        // Another run of this test may be at the same place.
        String canary = "canary-of-a-page-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        try (var paged = PagedText.of(text -> text.accept(canary + "\n"))) {
            assertEquals(canary + "\n", new String(paged.open().readAllBytes(), UTF_8));
            // Its name is gone already, so that not even a crash leaves it.
            try (var files = Files.list(folder)) {
                assertFalse(files.anyMatch(file -> contains(file, canary)));
            }
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return file.getFileName().toString().startsWith("ferry-page")
                    && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
