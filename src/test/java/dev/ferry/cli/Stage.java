package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.sandbox.Sandboxes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A home, a new sandbox in another process behind a gate, and Ferry in processes of its own that work on it. */
final class Stage implements AutoCloseable {
    private static final int PATIENCE = 120;

    private final Path home;
    private final Installed ferry;
    private final Path cache;
    private final Sandboxes.Another sandbox;
    private final Gate gate;
    private boolean keys;

    /**
     * A new one.
     *
     * @param ferry what is run
     * @param home a folder that is nobody else's
     * @param cache shared with others: what Ferry can make again
     * @param speed how many seconds pass in the sandbox in one
     */
    Stage(Installed ferry, Path home, Path cache, Sandboxes sandboxes, double speed) throws IOException {
        this.ferry = ferry;
        this.home = home;
        this.cache = cache;
        this.sandbox = sandboxes.next(speed);
        this.gate = new Gate(sandbox.url());
    }

    /** From now on with keys in the place of service accounts. */
    void useKeys() {
        keys = true;
    }

    Gate gate() {
        return gate;
    }

    /** How a process has ended, and what it printed. */
    record Ended(int code, String out, String err) {
        /** Whether a signal has ended it. */
        boolean isKilled() {
            return code == 128 + 9;
        }
    }

    /** A process that is under way. What it prints is no file: a limit on its files does not concern it. */
    static final class Ferrying {
        private final Process process;
        private boolean unread;

        private Ferrying(Process process) {
            this.process = process;
        }

        Process process() {
            return process;
        }

        /** Waits for its end; it prints less than a pipe holds. */
        Ended ended() throws IOException, InterruptedException {
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), "it does not end");
            String out = unread ? "" : text(process.getInputStream());
            return new Ended(process.exitValue(), out, text(process.getErrorStream()));
        }

        /** From now on no one reads what it prints, as behind {@code head -1}. */
        void closeOutput() throws IOException {
            unread = true;
            process.getInputStream().close();
        }

        /** From now on none of its files can be longer than this: for it the disk is full there. */
        void limitFiles(long bytes) throws IOException, InterruptedException {
            Process limited = new ProcessBuilder(
                            "prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":unlimited")
                    .inheritIO()
                    .start();
            assertEquals(0, limited.waitFor());
        }

        /** SIGKILL, and it is gone. */
        void kill() {
            // The process itself would close what it has printed.
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }

        private static String text(InputStream in) throws IOException {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Ferrying start(List<String> java, List<String> args) throws IOException {
        return start(java, args, builder -> {});
    }

    /** The same, with its streams as they are set here. */
    Ferrying start(List<String> java, List<String> args, Consumer<ProcessBuilder> streams) throws IOException {
        ProcessBuilder builder = ferry.command(java, args);
        builder.environment().putAll(keys ? sandbox.keys() : sandbox.accounts());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put("MCLI_OPS_MANAGER_URL", gate.url());
        builder.environment().put("MONGODB_ATLAS_BASE_URL", gate.url());
        streams.accept(builder);
        return new Ferrying(builder.directory(home.toFile()).start());
    }

    Ended run(String... args) throws IOException, InterruptedException {
        return start(List.of(), List.of(args)).ended();
    }

    /** What Ferry keeps. */
    Path state() {
        return home.resolve(".local/state/ferry");
    }

    /** The journals there are. */
    List<Path> journals() throws IOException {
        Path runs = state().resolve("runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(each -> each.resolve("journal.jsonl"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    @Override
    public void close() {
        gate.close();
    }
}
