package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ferry.profile.Folders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes lines at the end of one journal, each on the disk before the next. A line that cannot be written whole is taken back. It does
 * not use a channel: a thread that is interrupted while it writes would close that for all threads.
 */
final class Appender implements AutoCloseable {
    private final Path file;
    private final RandomAccessFile out;
    private long length;
    private long lines;
    private String sum;
    private boolean broken;

    private Appender(Path file, RandomAccessFile out, Scan known) {
        this.file = file;
        this.out = out;
        this.length = known.fitting();
        this.lines = known.count();
        this.sum = known.sum();
    }

    /** Opens a journal, which may not exist; what was torn at its end goes. */
    static Appender open(Path file) throws IOException {
        RandomAccessFile out = new RandomAccessFile(Folders.makeFile(file).toFile(), "rw");
        try {
            Scan known = Scan.of(Files.readAllBytes(file));
            Appender appender = new Appender(file, out, known);
            appender.mend(known);
            return appender;
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    private void mend(Scan known) throws IOException {
        if (!known.verdict().isTrusted()) {
            throw new IOException("it was changed at line " + known.verdict().line());
        }
        if (out.length() > length) {
            out.setLength(length);
        }
        if (known.isWithoutEnd()) {
            out.seek(length);
            out.write('\n');
            length++;
        }
        if (known.verdict().state() == Verdict.State.TORN) {
            out.getFD().sync();
        }
    }

    /** The number of the line that comes next. */
    long next() {
        return lines + 1;
    }

    /**
     * Adds a line and waits until it is on the disk.
     *
     * @param json a JSON object
     */
    void append(byte[] json) throws IOException {
        if (broken) {
            throw new IOException("an earlier line could not be written");
        }
        byte[] line = Chain.line(sum, json);
        try {
            out.seek(length);
            out.write(line);
            out.getFD().sync();
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        length += line.length;
        lines++;
        sum = new String(line, line.length - 2 - Chain.START.length() - 1, Chain.START.length(), US_ASCII);
    }

    private void takeBack(IOException reason) {
        try {
            out.setLength(length);
            out.getFD().sync();
        } catch (IOException e) {
            // Nobody knows what is in the file now; nothing may be built on it.
            broken = true;
            reason.addSuppressed(e);
        }
    }

    /** Nothing is written any more. */
    void stop() {
        broken = true;
    }

    /** Keeps how far it has come, so that it is seen when something is cut off. */
    void seal() throws IOException {
        new Seal(lines, sum).writeBeside(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
