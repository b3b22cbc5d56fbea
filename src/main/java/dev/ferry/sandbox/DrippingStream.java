package dev.ferry.sandbox;

import dev.ferry.api.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** Lets a few bytes through at a time. */
final class DrippingStream extends OutputStream {
    private static final int DROP = 16;

    private final OutputStream out;
    private final Duration pause;

    DrippingStream(OutputStream out, Duration pause) {
        this.out = out;
        this.pause = pause;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = 0; from < length; from += DROP) {
            try {
                Sleeper.REAL.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The sandbox ends.");
            }
            out.write(bytes, offset + from, Math.min(DROP, length - from));
            out.flush();
        }
    }
}
