package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Begins every line with the same words. */
final class MarkedLines extends OutputStream {
    private final OutputStream sink;
    private final byte[] mark;
    private boolean inLine;

    MarkedLines(OutputStream sink, String mark) {
        this.sink = sink;
        this.mark = mark.getBytes(UTF_8);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int start = offset;
        while (start < end) {
            int next = start;
            while (next < end && bytes[next] != '\n') {
                next++;
            }
            next = Math.min(end, next + 1);
            if (!inLine) {
                sink.write(mark);
            }
            sink.write(bytes, start, next - start);
            inLine = bytes[next - 1] != '\n';
            start = next;
        }
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }
}
