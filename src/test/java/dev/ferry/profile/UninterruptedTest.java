package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptedTest {
    @TempDir
    Path folder;

    private final AtomicInteger times = new AtomicInteger();

    @AfterEach
    void the_next_test_is_not_interrupted() {
        var unused = Thread.interrupted();
    }

    @Test
    void what_an_interrupt_cuts_off_is_written_whole_and_the_interrupt_counts_afterwards() throws IOException {
        Path file = folder.resolve("kept");

        int written = Uninterrupted.get(() -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (times.incrementAndGet() == 1) {
                    Thread.currentThread().interrupt();
                }
                return channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            }
        });

        assertEquals(3, written);
        assertEquals(3, Files.size(file));
        assertEquals(2, times.get());
        assertTrue(Thread.interrupted());
    }

    @Test
    void an_interrupt_that_a_pause_has_taken_is_not_lost() throws IOException {
        String value = Uninterrupted.get(() -> {
            if (times.incrementAndGet() == 1) {
                throw new ClosedByInterruptException();
            }
            return "done";
        });

        assertEquals("done", value);
        assertTrue(Thread.interrupted());
    }

    @Test
    void nobody_is_interrupted_who_was_not() throws IOException {
        assertEquals("done", Uninterrupted.get(() -> "done"));
        assertFalse(Thread.interrupted());
    }
}
