package dev.ferry.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The last stretch of standard output: makes the status line step aside, and turns a failed write into an exception that
 * {@link java.io.PrintStream} does not swallow.
 */
final class Outlet extends OutputStream {
    /** What the systems say when the reader of a pipe has gone. */
    private static final List<String> GONE =
            List.of("Broken pipe", "The pipe is being closed", "The pipe has been ended", "Stream closed");

    private final OutputStream sink;
    private final StatusLine status;
    private final boolean terminal;

    Outlet(OutputStream sink, StatusLine status, boolean terminal) {
        this.sink = sink;
        this.status = status;
        this.terminal = terminal;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) {
        try {
            if (terminal) {
                status.makeWay(sink, data, from, length);
            } else {
                // Whoever reads slowly at the other end of a pipe must not hold up what is said on the terminal.
                status.hide();
                sink.write(data, from, length);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            sink.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return GONE.stream().anyMatch(reason::contains)
                ? new ClosedOutputException(e)
                : new UncheckedIOException(
                        "Cannot write to standard output: " + reason + ". What was printed so far is incomplete.", e);
    }
}
