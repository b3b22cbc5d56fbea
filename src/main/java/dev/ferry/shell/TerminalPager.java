package dev.ferry.shell;

import dev.ferry.output.OutputException;
import dev.ferry.output.PagedText;
import dev.ferry.output.Pager;
import dev.ferry.output.Streams;
import dev.ferry.profile.ChildVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Pages a text on the terminal: with the user's {@code $PAGER}, else with one that is built in. What fits on the screen is
 * printed. While it is shown, Ctrl-C means what {@code q} does.
 */
final class TerminalPager implements Pager {
    private final Terminal terminal;
    private final Streams streams;
    private final Supplier<Runnable> quiet;

    /** @param quiet keeps everything else off the screen, until what it returns is run */
    TerminalPager(Terminal terminal, Streams streams, Supplier<Runnable> quiet) {
        this.terminal = terminal;
        this.streams = streams;
        this.quiet = quiet;
    }

    @Override
    public void show(Consumer<Consumer<String>> text) {
        try (PagedText paged = PagedText.of(text)) {
            Optional<String> whole = paged.within(terminal.getHeight() - 1, terminal.getWidth());
            if (whole.isPresent()) {
                streams.unredactedOut().print(whole.get());
            } else {
                page(paged);
            }
            paged.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("Interrupted.");
        } catch (IOException e) {
            throw new OutputException("The pager failed: " + e.getMessage() + ".");
        }
    }

    private void page(PagedText paged) throws IOException, InterruptedException {
        streams.unredactedOut().flush();
        Runnable loud = quiet.get();
        Thread reader = Thread.currentThread();
        String own = streams.variable("PAGER");
        SignalHandler before =
                terminal.handle(Signal.INT, own.isBlank() ? signal -> reader.interrupt() : SignalHandler.SIG_IGN);
        try {
            if (own.isBlank()) {
                builtIn(paged);
            } else {
                external(own, paged);
            }
        } finally {
            terminal.handle(Signal.INT, before);
            // The key that ended it has done its work.
            Thread.interrupted();
            loud.run();
        }
    }

    private void builtIn(PagedText paged) throws InterruptedException, IOException {
        Less less = new Less(terminal, Path.of(""));
        less.chopLongLines = true;
        less.ignoreCaseCond = true;
        less.quiet = true;
        less.veryQuiet = true;
        try {
            less.run(new Text(paged));
        } catch (IOException e) {
            // Its thread was interrupted while it waited for a key or for the rest of the text.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    /** As other tools start it: through a shell, since people write options into the variable. */
    private static void external(String command, PagedText paged) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", command))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        ChildVariables.withoutSecrets(builder.environment());
        builder.environment().putIfAbsent("LESS", "RS");
        Process process = builder.start();
        try (InputStream text = paged.open();
                OutputStream in = process.getOutputStream()) {
            text.transferTo(in);
        } catch (IOException e) {
            // It was left before it had read everything.
        }
        process.waitFor();
    }

    /** The text as the built-in pager wants it. */
    private record Text(PagedText paged) implements Source {
        @Override
        public String getName() {
            return "q leaves, / searches, h helps";
        }

        @Override
        public InputStream read() {
            return paged.open();
        }

        @Override
        public @Nullable Long lines() {
            return null;
        }
    }
}
