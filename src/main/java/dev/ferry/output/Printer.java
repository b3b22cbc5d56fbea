package dev.ferry.output;

import org.jspecify.annotations.Nullable;

/** Prints any value in one {@link Format} to standard output. */
public final class Printer {
    private final Streams streams;
    private final Format format;

    /** A printer that writes data to {@code streams.out()} and remarks to {@code streams.err()}. */
    public Printer(Streams streams, Format format) {
        this.streams = streams;
        this.format = format;
    }

    /** The format it prints in. */
    public Format format() {
        return format;
    }

    /** The same printer with another format. */
    public Printer as(Format other) {
        return new Printer(streams, other);
    }

    /** Prints a value; {@code null} prints nothing. */
    public void print(@Nullable Object value) {
        if (value != null) {
            streams.out().println(value);
        }
    }

    /** What {@link #print} would write to standard output when that is no terminal. */
    public String render(@Nullable Object value) {
        return String.valueOf(value);
    }
}
