package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The one line at the bottom of a terminal that says what is going on; it makes room before anything else is written, and
 * is not shown while a line on the terminal has only been begun, since it would write over it. Of several that want to
 * show something the last one may.
 */
final class StatusLine {
    private static final String ERASE = "\r\033[K";

    private final OutputStream terminal;
    private final List<Object> owners = new ArrayList<>();
    private boolean visible;
    private boolean lineBegun;
    private BiConsumer<String, Runnable> editor = (text, otherwise) -> otherwise.run();

    StatusLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** From now on the line belongs to {@code owner}. */
    synchronized void enter(Object owner) {
        hide();
        owners.add(owner);
    }

    /** Takes what {@code owner} showed away; the line belongs to whom it belonged before. */
    synchronized void leave(Object owner) {
        hide();
        owners.remove(owner);
    }

    /** Who can write above a line that is being typed; see {@link Streams#noticesAbove}. */
    synchronized void editor(BiConsumer<String, Runnable> writer) {
        editor = writer;
    }

    /** Writes a line that was not asked for now: above the line that is being typed, or on a line of its own where none is. */
    void notice(String line) {
        BiConsumer<String, Runnable> writer;
        synchronized (this) {
            writer = editor;
        }
        // Not while holding the lock of this: an editor has one of its own, and takes it first.
        String shown = StyledStream.onTerminal(line);
        writer.accept(shown, () -> tell(shown));
    }

    /** Whether the line belongs to {@code owner} now. */
    synchronized boolean belongsTo(Object owner) {
        return !owners.isEmpty() && owners.get(owners.size() - 1) == owner;
    }

    /** Shows {@code text} in place of what the line showed before. */
    synchronized void show(String text) {
        if (!lineBegun) {
            visible = true;
            write(ERASE + StyledStream.onTerminal(text));
        }
    }

    /** Takes the line away, if there is one. */
    synchronized void hide() {
        if (visible) {
            visible = false;
            write(ERASE);
        }
    }

    /** Whether the cursor stands behind something that was written without a line end. */
    synchronized boolean isLineBegun() {
        return lineBegun;
    }

    /** Writes something else to the terminal, whole and with no status line in its way, whoever else writes meanwhile. */
    synchronized void makeWay(OutputStream sink, byte[] data, int from, int length) throws IOException {
        hide();
        sink.write(data, from, length);
        if (length > 0) {
            written(data[from + length - 1]);
        }
    }

    /** The terminal itself has shown what was typed, up to this. */
    synchronized void written(byte last) {
        lineBegun = last != '\n';
    }

    /** Writes a line that nobody asked for now: on a line of its own, even where another has only been begun. */
    private synchronized void tell(String line) {
        hide();
        write((lineBegun ? "\n" : "") + line + "\n");
        lineBegun = false;
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(UTF_8));
            terminal.flush();
        } catch (IOException e) {
            // A terminal that has gone cannot be told so, and the work itself goes on.
            visible = false;
        }
    }
}
