package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.suite.Lateness;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    private static final String PROMPT = RunningShell.PROMPT;
    private static final Duration AT_ONCE = Duration.ofMillis(250);

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
            // Nothing between the beginning and the sleep may hear it either.
            begin(shell, "while (true) { try {", "while (true) { Thread.sleep(60_000) } } catch (ignored) { } }");
            shell.screen.type("\003");
            shell.screen.await("Stopping");
            shell.screen.type("\003");
            shell.screen.await("Left behind");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    @Test
    void ctrl_c_stops_a_call_that_gets_no_answer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Connection connection = new Connection(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                    new ApiKey("public", Secret.of("the-private-key")),
                    null);
            ApiClient client = new ApiClient(connection, ApiClient.Settings.defaults());
            try (RunningShell shell = new RunningShell(
                            state, session -> session.atlas(() -> new Atlas(client)), RunningShell.SANDBOX, Map.of());
                    Lateness machine = Lateness.watch()) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("atlas.orgs");
                // The call has left once the server has it; it never answers.
                Socket call = silent.accept();
                assertTrue(call.getInputStream().read() >= 0);
                long pressed = System.nanoTime();
                shell.screen.type("\003");
                shell.screen.await("Stopping");
                shell.screen.await("the prompt", text -> text.split(PROMPT, -1).length == 3);
                Duration took = Duration.ofNanos(System.nanoTime() - pressed);
                assertTrue(took.compareTo(machine.allow(AT_ONCE)) < 0, "took " + took);
                call.close();
            }
        }
    }

    @Test
    void a_line_that_takes_long_shows_that_it_runs_and_nothing_of_it_stays() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            begin(shell, "sleep 60_000");
            shell.screen.await("running, Ctrl-C stops it 1s");
            shell.screen.type("\003");
            shell.screen.await("Interrupted");
            assertFalse(shell.screen.awaitLast(PROMPT).contains("running"));
        }
    }

    @Test
    void a_wait_that_is_stopped_says_what_goes_on() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            begin(shell, "await('the copy') { false }");
            shell.screen.await("⠋ the copy");
            shell.screen.type("\003");
            shell.screen.await("the copy: interrupted", text -> text.replace("\n", "")
                    .contains("What was started goes on at the service."));
        }
    }

    private void stops(String line) throws InterruptedException {
        try (RunningShell shell = new RunningShell(state);
                Lateness machine = Lateness.watch()) {
            shell.screen.awaitLast(PROMPT);
            begin(shell, line);
            long pressed = System.nanoTime();
            shell.screen.type("\003");
            shell.screen.await("Interrupted");
            shell.screen.awaitLast(PROMPT);
            Duration took = Duration.ofNanos(System.nanoTime() - pressed);
            assertTrue(took.compareTo(machine.allow(AT_ONCE)) < 0, "took " + took);
            assertFalse(shell.screen.text().contains("Exception"), shell.screen.text());
            shell.screen.enter("6 * 7");
            shell.screen.await("\n42\n");
        }
    }

    private static void begin(RunningShell shell, String line) throws InterruptedException {
        begin(shell, "", line);
    }

    /** The test goes on between the two parts. */
    private static void begin(RunningShell shell, String before, String line) throws InterruptedException {
        begun = new CountDownLatch(1);
        shell.screen.enter(
                (before + " ").stripLeading() + InterruptTest.class.getName() + ".begun.countDown(); " + line);
        assertTrue(begun.await(60, TimeUnit.SECONDS), "the line runs");
    }
}
