package dev.ferry.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lets so many bytes through and then ends the connection. */
final class BreakingStream extends OutputStream {
    private final OutputStream out;
    private final boolean inChunks;
    private final boolean byReset;
    private long left;

    BreakingStream(OutputStream out, long left, boolean inChunks, boolean byReset) {
        this.out = out;
        this.left = left;
        this.inChunks = inChunks;
        this.byReset = byReset;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int allowed = (int) Math.min(length, left);
        left -= allowed;
        if (inChunks && allowed > 0) {
            out.write((Integer.toHexString(allowed) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes, offset, allowed);
        if (inChunks && allowed > 0) {
            out.write(new byte[] {'\r', '\n'});
        }
        if (left == 0) {
            end();
        }
    }

    /** Ends the connection, for a body that was over before it could break off. */
    void end() throws IOException {
        out.flush();
        throw new BrokenOff(byReset);
    }
}
