package dev.ferry.shell;

import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.shell.command.Command;
import dev.ferry.shell.command.Commands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The editor alone on a virtual terminal: what it knows of a text is the test's. What is entered is read and nothing else. */
final class Typing implements AutoCloseable {
    static final String PROMPT = "ferry SANDBOX writable>";

    final VirtualTerminal screen;
    final TerminalInput input;
    final AtomicBoolean hintsOn = new AtomicBoolean(true);
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private final Thread reader;

    Typing(VirtualTerminal screen, BiFunction<String, Integer, Optional<Signature>> signature, boolean coloured) {
        this(screen, signature, (text, cursor) -> Optional.empty(), coloured);
    }

    Typing(
            VirtualTerminal screen,
            BiFunction<String, Integer, Optional<Signature>> signature,
            BiFunction<String, Integer, Optional<Completions>> completions,
            boolean coloured) {
        this.screen = screen;
        Commands commands = new Commands(List.of(new Say()));
        LineParser parser = new LineParser(
                text -> text.endsWith("{") ? new Completeness.Incomplete() : new Completeness.Complete());
        input = new TerminalInput(
                screen.terminal(),
                parser,
                new Offers(commands, completions),
                new Hints(commands, signature, () -> false),
                hintsOn,
                new Prompt(RunningShell.SANDBOX, SessionMode.of(Mode.WRITABLE)),
                coloured);
        reader = new Thread(this::read, "typing");
        reader.start();
        screen.await("the prompt", text -> text.replace("\n", "").endsWith(PROMPT));
    }

    private void read() {
        try {
            @Nullable String line = input.next();
            while (line != null) {
                entered.add(line);
                line = input.next();
            }
        } catch (IllegalStateException e) {
            // A terminal that knows no control characters is closed while its reader still waits.
        }
    }

    /** The next line that was entered. */
    String entered() {
        try {
            @Nullable String line = entered.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing was entered; on the screen:\n" + screen.text());
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Types a line and Enter, and waits until it has been read. */
    void enter(String line) {
        screen.enter(line);
        entered();
        screen.awaitLast(PROMPT);
    }

    @Override
    public void close() {
        screen.type("\025\004");
        try {
            reader.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        screen.close();
    }

    private static final class Say implements Command {
        @Override
        public String name() {
            return "/say";
        }

        @Override
        public String arguments() {
            return "WORDS";
        }

        @Override
        public String purpose() {
            return "Says something.";
        }

        @Override
        public void run(String arguments) {
            throw new AssertionError("nothing is run here");
        }
    }
}
