package dev.ferry.output;

import java.io.IOException;
import java.io.OutputStream;

/** The last stretch of standard error: makes the status line step aside. Errors are left to the print stream above. */
final class ErrorOutlet extends OutputStream {
    private final OutputStream sink;
    private final StatusLine status;

    ErrorOutlet(OutputStream sink, StatusLine status) {
        this.sink = sink;
        this.status = status;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
        status.makeWay(sink, data, from, length);
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }
}
