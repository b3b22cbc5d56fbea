package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The one line at the bottom of a terminal that says what is going on; it makes room before anything else is written. */
final class StatusLine {
    private static final String ERASE = "\r\033[K";

    private final OutputStream terminal;
    private boolean visible;

    StatusLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Shows {@code text} in place of what the line showed before. */
    synchronized void show(String text) {
        visible = true;
        write(ERASE + text);
    }

    /** Takes the line away, if there is one. */
    synchronized void hide() {
        if (visible) {
            visible = false;
            write(ERASE);
        }
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
