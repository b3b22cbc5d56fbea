package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text that is made while it is looked at, on a thread of its own that waits when it is well ahead of the reader. What was
 * made is kept in a file for the owner alone, which is gone as soon as nobody has it open, so that going back costs no
 * memory.
 */
public final class PagedText implements AutoCloseable {
    /** How far the maker may be ahead, bytes: a few hundred lines. */
    private static final long AHEAD = 64 * 1024;

    /** So many characters are written to the file at once. */
    private static final int PIECE = 8 * 1024;

    private final FileChannel kept;
    private final Thread maker;
    private final StringBuilder fresh = new StringBuilder();
    private long made;
    private long read;
    private boolean waiting;
    private boolean finished;
    private boolean closed;
    private @Nullable Throwable failure;

    private PagedText(FileChannel kept, Consumer<Consumer<String>> text) {
        this.kept = kept;
        this.maker = new Thread(() -> make(text), "ferry-page");
        maker.setDaemon(true);
    }

    /**
     * Begins to make a text.
     *
     * @param text hands it over piece by piece
     */
    public static PagedText of(Consumer<Consumer<String>> text) {
        try {
            Path file = Files.createTempFile("ferry-page", ".txt");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            var paged = new PagedText(channel, text);
            paged.maker.start();
            return paged;
        } catch (IOException e) {
            throw new OutputException("There is no room for the text to be paged: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Waits until it is known whether the text fits into so many lines.
     *
     * @return the whole text when it does
     * @throws InterruptedException when nobody waits any more
     */
    public Optional<String> within(int lines, int columns) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = made()) {
            var part = new byte[4096];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                bytes.write(part, 0, count);
                if (lines(bytes.toString(UTF_8), columns) > lines) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toString(UTF_8));
    }

    /**
     * The text from its beginning as a terminal shows it, in UTF-8; waits where the rest is still being made. Any number of readers may
     * follow each other.
     */
    public InputStream open() {
        Reader text = new InputStreamReader(made(), UTF_8);
        return new InputStream() {
            private final char[] part = new char[PIECE];
            private ByteBuffer shown = ByteBuffer.allocate(0);

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                while (!shown.hasRemaining()) {
                    int count = text.read(part);
                    if (count < 0) {
                        return -1;
                    }
                    shown = UTF_8.encode(StyledStream.onTerminal(new String(part, 0, count)));
                }
                int count = Math.min(length, shown.remaining());
                shown.get(bytes, from, count);
                return count;
            }
        };
    }

    private InputStream made() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = readAt(at, ByteBuffer.wrap(bytes, from, length));
                at += Math.max(0, count);
                return count;
            }
        };
    }

    /** Throws what the making of the text ended with, if it failed. */
    public void check() {
        Throwable thrown;
        synchronized (this) {
            thrown = failure;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        } else if (thrown instanceof Error error) {
            throw error;
        }
    }

    /** Stops the making, and waits until it has stopped, so that nothing is asked for afterwards. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        maker.interrupt();
        try {
            maker.join(1000);
            kept.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Consumer<Consumer<String>> text) {
        Throwable thrown = null;
        try {
            text.accept(this::take);
        } catch (Throwable e) {
            // It belongs to whoever reads, on another thread.
            thrown = e;
        }
        synchronized (this) {
            finished = true;
            failure = closed ? null : thrown;
            notifyAll();
        }
    }

    private synchronized void take(String part) {
        try {
            while (made > read + AHEAD && !closed) {
                wait();
            }
            if (closed) {
                throw new CancellationException("nobody reads on");
            }
            fresh.append(part);
            if (fresh.length() > PIECE) {
                keep();
            }
            if (waiting) {
                notifyAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody reads on");
        } catch (IOException e) {
            throw new OutputException("The text cannot be kept for paging: " + e.getMessage() + ".", e);
        }
    }

    /** What has just been made goes to the file. */
    private void keep() throws IOException {
        ByteBuffer bytes = UTF_8.encode(fresh.toString());
        fresh.setLength(0);
        while (bytes.hasRemaining()) {
            made += kept.write(bytes, made);
        }
    }

    private synchronized int readAt(long at, ByteBuffer into) throws IOException {
        read = Math.max(read, at);
        notifyAll();
        try {
            waiting = true;
            while (at >= made && fresh.isEmpty() && !finished) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the reader has gone");
        } finally {
            waiting = false;
        }
        if (at >= made) {
            keep();
        }
        return at >= made ? -1 : kept.read(into, at);
    }

    private static long lines(String text, int columns) {
        return text.lines()
                .mapToLong(line -> 1 + Math.max(0, TextWidth.of(line) - 1) / Math.max(1, columns))
                .sum();
    }
}
