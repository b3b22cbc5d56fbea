package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    private static final String PROMPT = RunningShell.PROMPT;
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    /** Scripts count it down to say that they have begun. */
    public static volatile CountDownLatch begun = new CountDownLatch(1);

    @TempDir
    Path state;

    @Test
    void ctrl_c_stops_a_sleep() throws InterruptedException {
        stops("sleep 60_000");
    }

    @Test
    void ctrl_c_stops_a_tight_loop() throws InterruptedException {
        stops("while (true) { }");
    }

    @Test
    void a_second_ctrl_c_leaves_behind_what_does_not_listen_and_the_next_line_runs() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            begin(shell, "while (true) { try { sleep(60_000) { false } } catch (ignored) { } }");
            shell.screen.type("\003");
            shell.screen.await("Stopping");
            shell.screen.type("\003");
            shell.screen.await("Left behind");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    private void stops(String line) throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            begin(shell, line);
            long pressed = System.nanoTime();
            shell.screen.type("\003");
            shell.screen.await("Interrupted");
            shell.screen.awaitLast(PROMPT);
            Duration took = Duration.ofNanos(System.nanoTime() - pressed);
            assertTrue(took.compareTo(AT_ONCE) < 0, "took " + took);
            assertFalse(shell.screen.text().contains("Exception"), shell.screen.text());
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    private static void begin(RunningShell shell, String line) throws InterruptedException {
        begun = new CountDownLatch(1);
        shell.screen.enter(InterruptTest.class.getName() + ".begun.countDown(); " + line);
        assertTrue(begun.await(20, TimeUnit.SECONDS), "the line runs");
    }
}
