package dev.ferry.output;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The keys of a terminal: whoever types Enter leaves the cursor at the start of a line, which the status line has to know. */
final class TypedLines extends FilterInputStream {
    private final StatusLine status;

    TypedLines(InputStream keys, StatusLine status) {
        super(keys);
        this.status = status;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            status.written((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            status.written(bytes[from + read - 1]);
        }
        return read;
    }
}
