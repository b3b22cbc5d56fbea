package dev.ferry.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The last stretch of standard output: makes the status line step aside, and turns a failed write into an exception that
 * {@link java.io.PrintStream} does not swallow, unless the work goes on without output.
 */
final class Outlet extends OutputStream {
    /** What the systems say when the reader of a pipe has gone. */
    private static final List<String> GONE =
            List.of("Broken pipe", "The pipe is being closed", "The pipe has been ended", "Stream closed");

    private final OutputStream sink;
    private final StatusLine status;
    private final boolean terminal;
    private final LostOutput lost;

    Outlet(OutputStream sink, StatusLine status, boolean terminal, LostOutput lost) {
        this.lost = lost;
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
        if (lost.isDropping()) {
            return;
        }
        try {
            if (terminal) {
                status.makeWay(sink, data, from, length);
            } else {
                // Whoever reads slowly at the other end of a pipe must not hold up what is said on the terminal.
                status.hide();
                sink.write(data, from, length);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void flush() {
        if (lost.isDropping()) {
            return;
        }
        try {
            sink.flush();
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
        boolean gone = GONE.stream().anyMatch(reason::contains);
        RuntimeException failure = gone
                ? new ClosedOutputException(e)
                : new UncheckedIOException(
                        "Cannot write to standard output: " + reason + ". What was printed so far is incomplete.", e);
        lost.accept(failure, gone ? null : reason).ifPresent(sentence -> status.notice("ferry: " + sentence));
    }
}
