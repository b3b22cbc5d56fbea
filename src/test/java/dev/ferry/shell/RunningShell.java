package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.names.Names;
import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Session;
import dev.ferry.shell.command.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A shell that runs on a virtual terminal, as it would for a person. */
final class RunningShell implements AutoCloseable {
    static final String PROMPT = "ferry SANDBOX writable>";
    static final Profile SANDBOX = new Profile("sandbox", "SANDBOX", false, null, null);

    final VirtualTerminal screen;
    private final CompletableFuture<Integer> exit;

    RunningShell(Path state) {
        this(state, UnaryOperator.identity(), SANDBOX, Map.of());
    }

    RunningShell(Path state, UnaryOperator<Session.Builder> sides) {
        this(state, sides, SANDBOX, Map.of());
    }

    RunningShell(Path state, UnaryOperator<Session.Builder> sides, Profile profile, Map<String, String> environment) {
        this(new VirtualTerminal(100, 40), state, sides, profile, environment);
    }

    RunningShell(
            VirtualTerminal screen,
            Path state,
            UnaryOperator<Session.Builder> sides,
            Profile profile,
            Map<String, String> environment) {
        this(screen, state, sides, profile, environment, Names.off());
    }

    RunningShell(
            VirtualTerminal screen,
            Path state,
            UnaryOperator<Session.Builder> sides,
            Profile profile,
            Map<String, String> environment,
            Names names) {
        this(
                screen,
                state,
                sides,
                profile,
                environment,
                names,
                SessionMode.of(profile.readOnly() ? Mode.READ_ONLY : Mode.WRITABLE));
    }

    RunningShell(
            VirtualTerminal screen,
            Path state,
            UnaryOperator<Session.Builder> sides,
            Profile profile,
            Map<String, String> environment,
            Names names,
            SessionMode mode) {
        this.screen = screen;
        Streams streams = Streams.of(
                screen.terminal().input(),
                screen.terminal().output(),
                screen.terminal().output(),
                environment,
                Set.of(Stream.IN, Stream.OUT, Stream.ERR));
        Setup setup = new Setup(
                profile,
                mode,
                new Folders(state, state, state),
                streams,
                session -> new Interpreter(sides.apply(session).build()),
                failure -> 1,
                Format.TABLE,
                prompt -> Confirmation.of(prompt, false, List.of()),
                Watch.of(false, false),
                // Most tests look at the last line of the screen: those of the hints turn them on.
                new AtomicBoolean("on".equals(environment.get("FERRY_HINTS"))),
                () -> names,
                List::of);
        Shell shell = new Shell(setup, screen.terminal());
        exit = CompletableFuture.supplyAsync(shell::run, task -> new Thread(task, "shell").start());
    }

    /** The exit code, once the shell has been left. */
    int exitCode() {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), exit::join);
    }

    @Override
    public void close() {
        // Ctrl-U drops what is being typed, Ctrl-D leaves, Ctrl-C stops what still runs: the reader must be gone before
        // its terminal.
        for (String keys : new String[] {"\025\004", "\003", "\004"}) {
            if (!exit.isDone()) {
                screen.type(keys);
                exit.copy().completeOnTimeout(-1, 2, TimeUnit.SECONDS).join();
            }
        }
        screen.close();
    }
}
