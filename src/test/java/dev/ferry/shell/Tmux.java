package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.fail;

import dev.ferry.suite.Needs;
import dev.ferry.suite.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A real terminal: a server of tmux of our own with one window. */
public final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path socket;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** Starts a command in a new window, and listens to what it writes. */
    public Tmux(Path folder, int columns, int rows, String command) throws IOException, InterruptedException {
        socket = folder.resolve("tmux");
        Path pipe = folder.resolve("written");
        run(List.of("mkfifo", pipe.toString()));
        // The window waits for its listener, so that nothing is written unseen.
        tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "read go; " + command + "; echo left: $?; read end");
        tmux("pipe-pane", "cat > '" + pipe + "'");
        Thread listener = new Thread(() -> listen(pipe), "tmux-listener");
        listener.setDaemon(true);
        listener.start();
        keys("Enter");
    }

    /** Leaves the calling test out where there is no tmux. */
    public static void needed() {
        Needs.program("tmux");
    }

    /** Types text as it is. */
    public void type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-l", text);
    }

    /** Presses keys by their names: {@code Enter}, {@code Tab}, {@code C-c}. */
    public void keys(String... names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(names));
        tmux(command.toArray(String[]::new));
    }

    public String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p").stripTrailing();
    }

    /** What is on the screen and what has scrolled off it, broken lines put together. */
    public String everything() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p", "-J", "-S", "-");
    }

    /** Every byte that the command has written so far. */
    public String written() {
        synchronized (written) {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    /** Waits until the screen shows this. */
    public String await(String text) throws IOException, InterruptedException {
        return await(text, screen -> screen.contains(text));
    }

    /** Waits until the screen ends with this. */
    public String awaitLast(String text) throws IOException, InterruptedException {
        return await(text + " at the end", screen -> screen.endsWith(text));
    }

    public String await(String what, Predicate<String> condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (written) {
            while (true) {
                String screen = screen();
                if (condition.test(screen)) {
                    return screen;
                }
                if (System.nanoTime() > end) {
                    return fail("Not on the screen: " + what + "\n--- screen:\n" + screen + "\n---");
                }
                // Tmux hands on what was written before it draws it: a moment later the screen has it for certain.
                written.wait(100);
            }
        }
    }

    private void listen(Path pipe) {
        try (InputStream in = Files.newInputStream(pipe)) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (written) {
                    written.write(buffer, 0, count);
                    written.notifyAll();
                }
            }
        } catch (IOException e) {
            // The window is closed; whoever waits will see what was on it.
        }
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Signals.byDefault(command))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + out);
        }
        return out;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        tmux("kill-server");
    }
}
