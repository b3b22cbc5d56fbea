package dev.ferry.shell.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a job has written so far: the last million bytes of it, and at once to whoever is attached. */
final class JobOutput extends OutputStream {
    private static final int MOST = 1_000_000;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;
    private @Nullable PrintStream reader;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        kept.write(bytes, from, length);
        if (reader != null) {
            reader.write(bytes, from, length);
            reader.flush();
        }
        if (kept.size() > 2 * MOST) {
            byte[] all = kept.toByteArray();
            int start = all.length - MOST;
            while (start < all.length && all[start - 1] != '\n') {
                start++;
            }
            kept.reset();
            kept.write(all, start, all.length - start);
            cut = true;
        }
    }

    /** Everything that is kept. */
    synchronized String text() {
        return (cut ? "… the beginning is not kept\n" : "") + kept.toString(StandardCharsets.UTF_8);
    }

    /** The last line that says something. */
    synchronized String lastLine() {
        return text().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }

    /** From now on also writes to {@code screen}, first of all what is kept. */
    synchronized void attach(PrintStream screen) {
        screen.print(text());
        screen.flush();
        reader = screen;
    }

    synchronized void detach() {
        reader = null;
    }
}
