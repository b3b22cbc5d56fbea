package dev.ferry.profile.toml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts how far a parser has read that tells no place. */
final class CountingReader extends FilterReader {
    /** Characters read so far. */
    int read;

    CountingReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        if (c >= 0) {
            read++;
        }
        return c;
    }

    /** One at a time, so that the count is that of the parser. */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int c = read();
        if (c < 0) {
            return -1;
        }
        buffer[offset] = (char) c;
        return 1;
    }
}
