package dev.ferry.shell;

import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The terminal of this process, and its Ctrl-C. */
final class Terminals {
    /** JLine writes its remarks through this logger; kept here so that its level is not collected with it. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private Terminals() {}

    /** Whether there is a terminal that can move its cursor: anything less gets lines without an editor. */
    static boolean wanted(Streams streams, @Nullable String type) {
        return streams.isTerminal(Stream.IN)
                && (streams.isTerminal(Stream.OUT) || streams.isTerminal(Stream.ERR))
                && type != null
                && !type.startsWith(Terminal.TYPE_DUMB);
    }

    /** Opens the terminal; data that goes to a pipe leaves standard error for the editor. */
    static Terminal open() {
        JLINE.setLevel(Level.OFF);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("ferry")
                    .system(true)
                    .systemOutput(SystemOutput.SysOutOrSysErr)
                    .providers("jni,ffm,exec")
                    .dumb(true)
                    .encoding(encoding())
                    .build();
            // Between two lines Ctrl-C has nothing to stop; the default would end the process.
            terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
            return terminal;
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be opened: " + e.getMessage(), e);
        }
    }

    /** In a container without a locale Java believes in ASCII; the terminal around it is of our century. */
    private static Charset encoding() {
        Charset locale = Charset.defaultCharset();
        return locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    }

    /** Ctrl-C as the editor's terminal tells it. */
    static Foreground.Interrupts interrupts(Terminal terminal) {
        return action -> {
            SignalHandler before = terminal.handle(Signal.INT, signal -> action.run());
            return () -> terminal.handle(Signal.INT, before);
        };
    }

    /** Ctrl-C of a process without an editor: a person's stops the line; in a pipe it ends the process, as everywhere. */
    static Foreground.Interrupts interrupts(boolean interactive) {
        return action -> {
            if (!interactive) {
                return () -> {};
            }
            Object before = Signals.register("INT", action);
            return () -> Signals.unregister("INT", before);
        };
    }
}
