package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal with keys and a screen, in memory: what a person types goes in as bytes, what is on the screen comes out as text. */
public final class VirtualTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ScreenTerminal screen;
    private final LineDisciplineTerminal terminal;
    private final StringBuilder written = new StringBuilder();

    public VirtualTerminal(int columns, int rows) {
        this("xterm", columns, rows);
    }

    VirtualTerminal(String type, int columns, int rows) {
        screen = new ScreenTerminal(columns, rows);
        try {
            terminal = new LineDisciplineTerminal("virtual", type, new Glass(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        terminal.setSize(new Size(columns, rows));
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Presses keys; {@code \t}, {@code \r} and control characters are what they are on a keyboard. */
    public void type(String keys) {
        try {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Presses keys and Enter. */
    public void enter(String line) {
        type(line + "\r");
    }

    /** Pastes as a terminal with bracketed paste does. */
    void paste(String text) {
        type("\033[200~" + text.replace('\n', '\r') + "\033[201~");
    }

    void resize(int columns, int rows) {
        synchronized (screen) {
            screen.setSize(columns, rows);
        }
        terminal.setSize(new Size(columns, rows));
        terminal.raise(Terminal.Signal.WINCH);
    }

    /** What is on the screen now, without the blanks at the ends of lines. */
    public String text() {
        synchronized (screen) {
            return screen.toString()
                    .lines()
                    .map(String::stripTrailing)
                    .reduce("", (a, b) -> a + b + "\n")
                    .strip();
        }
    }

    /** Every byte that was ever written to the screen. */
    String written() {
        synchronized (screen) {
            return written.toString();
        }
    }

    /** Waits until this text is on the screen. */
    public String await(String expected) {
        return await("\"" + expected + "\"", text -> text.contains(expected));
    }

    /** Waits until the screen ends with this, as it does with a prompt. */
    public String awaitLast(String end) {
        return await("\"" + end + "\" at the end", text -> text.endsWith(end));
    }

    String await(String what, Predicate<String> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (screen) {
            while (true) {
                String text = text();
                if (condition.test(text)) {
                    return text;
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return fail("Not on the screen: " + what + "\n--- screen:\n" + text + "\n---");
                }
                try {
                    screen.wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private final class Glass extends OutputStream {
        private final java.io.ByteArrayOutputStream pending = new java.io.ByteArrayOutputStream();

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (screen) {
                pending.write(bytes, offset, length);
                String text = pending.toString(StandardCharsets.UTF_8);
                if (text.endsWith("\uFFFD")) {
                    // Half a character: the rest is on its way.
                    return;
                }
                pending.reset();
                written.append(text);
                screen.write(text);
                screen.notifyAll();
            }
        }
    }
}
