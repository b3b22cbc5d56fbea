package dev.ferry.output;

import dev.ferry.output.Streams.Stream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints any value in one {@link Format}: data to standard output, remarks about it (what did not fit, that there is
 * nothing) to standard error.
 *
 * <pre>{@code
 * Printer printer = new Printer(streams, Format.TABLE);
 * printer.print(atlas.orgs.list());              // a table
 * printer.as(Format.JSONL).print(events);        // a line for each, as the pages arrive
 * }</pre>
 *
 * <p>{@code null} prints nothing in any format. The elements of a list are read one by one and not kept, in every
 * format; a table and CSV look at the first hundred before they write. No secret is ever printed: see {@link Tree}.
 */
public final class Printer {
    private final Streams streams;
    private final Format format;

    /** A printer for {@code streams}, whose standard output decides on width and colour. */
    public Printer(Streams streams, Format format) {
        this.streams = streams;
        this.format = format;
    }

    /** The format it prints in. */
    public Format format() {
        return format;
    }

    /** The streams it prints to. */
    public Streams streams() {
        return streams;
    }

    /** The same printer with another format. */
    public Printer as(Format other) {
        return new Printer(streams, other);
    }

    /**
     * Prints a value.
     *
     * @throws ClosedOutputException when the reader of standard output has gone
     * @throws java.io.UncheckedIOException when standard output cannot be written to, a full disk for instance
     */
    public void print(@Nullable Object value) {
        streams.out().flush();
        // Each text of the value is redacted on its own; redacting lines of JSON again could only break its syntax.
        write(
                value,
                new Page(
                        streams.unredactedOut()::print,
                        this::remark,
                        streams.width(Stream.OUT),
                        streams.isColoured(Stream.OUT),
                        streams.canDraw(Stream.OUT),
                        streams::choiceOf));
    }

    /** The text {@link #print} would write to a terminal of endless width without colour. */
    public String render(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, new Page(text::append, remark -> {}, Integer.MAX_VALUE, false, true, streams::choiceOf));
        return text.toString();
    }

    private void write(@Nullable Object value, Page page) {
        Object shown = value;
        while (shown instanceof Printable || shown instanceof Optional) {
            shown = shown instanceof Printable printable ? printable.toPrint() : ((Optional<?>) shown).orElse(null);
        }
        if (shown != null) {
            format.layout().write(shown, page);
        }
    }

    private void remark(String sentence) {
        streams.err().println(Ink.DIM.on(Redactor.redact(sentence), streams.isColoured(Stream.ERR)));
    }
}
