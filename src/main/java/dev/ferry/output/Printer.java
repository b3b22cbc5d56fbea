package dev.ferry.output;

import dev.ferry.output.Streams.Stream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints any value in one {@link Format}: data to standard output or into a file, remarks about it (what did not fit, that
 * there is nothing) to standard error.
 *
 * <pre>{@code
 * Printer printer = new Printer(streams, Format.TABLE);
 * printer.print(atlas.orgs.list());              // a table
 * printer.as(Format.JSONL).print(events);        // a line for each, as the pages arrive
 * }</pre>
 *
 * <p>{@code null} prints nothing in any format. The elements of a list are read one by one and not kept, in every
 * format, unless they are to be sorted; a table and CSV look at the first hundred before they write. No secret is ever
 * printed: see {@link Tree}.
 */
public final class Printer {
    private final Streams streams;
    private final Format format;
    private final Arrangement arrangement;

    /** A printer for {@code streams}, whose standard output decides on width and colour. */
    public Printer(Streams streams, Format format) {
        this(streams, format, Arrangement.NONE);
    }

    private Printer(Streams streams, Format format, Arrangement arrangement) {
        this.streams = streams;
        this.format = format;
        this.arrangement = arrangement;
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
        return new Printer(streams, other, arrangement);
    }

    /** The same printer for some columns, another order, fewer records. */
    public Printer arranged(Arrangement wanted) {
        return new Printer(streams, format, wanted);
    }

    /**
     * Prints a value.
     *
     * @throws ClosedOutputException when the reader of standard output has gone
     * @throws java.io.UncheckedIOException when standard output cannot be written to, a full disk for instance
     * @throws OutputException when it cannot be arranged as it should: there is no such column
     */
    public void print(@Nullable Object value) {
        streams.out().flush();
        // Each text of the value is redacted on its own; redacting lines of JSON again could only break its syntax.
        print(value, streams.unredactedOut()::print, this::remark);
    }

    /**
     * Hands over, piece by piece, what {@link #print} would write to this standard output: as wide, and in the same
     * colours, the remarks at its end.
     *
     * @param text takes text as it is, line ends included
     */
    public void print(@Nullable Object value, Consumer<String> text) {
        print(
                value,
                text,
                sentence -> text.accept(Ink.DIM.on(Redactor.redact(sentence), streams.isColoured(Stream.OUT)) + "\n"));
    }

    private void print(@Nullable Object value, Consumer<String> text, Consumer<String> remarks) {
        var looks = new Page.Looks(
                streams.width(Stream.OUT),
                streams.isColoured(Stream.OUT),
                streams.canDraw(Stream.OUT),
                List.of(),
                List.of(),
                null);
        write(value, new Page(text, remarks, looks.arranged(arrangement), streams::choiceOf), elements -> elements);
    }

    /**
     * Writes into a file what would be printed, in UTF-8, without colour and as wide as it is; the file is there in whole or
     * as it was before. How many rows there are is said on standard error.
     *
     * @throws OutputException when the file is there already, or cannot be written
     */
    public void write(@Nullable Object value, FileTarget target) {
        List<String> above = target.append() ? FormerText.header(format, target.path()) : List.of();
        var rows = new AtomicLong(-1);
        WholeFile.write(target, text -> {
            String before = target.append() ? FormerText.separator(format, target.path()) : "";
            var page = new Page(
                    part -> text.accept(part),
                    this::remark,
                    Page.Looks.PLAIN.arranged(arrangement).below(above),
                    streams::choiceOf);
            text.accept(before);
            write(value, page, elements -> counted(elements, rows));
        });
        String count =
                rows.get() < 0 ? "Written to " : rows.get() + (rows.get() == 1 ? " row" : " rows") + " written to ";
        remark(count + target.path());
    }

    /** The text {@link #print} would write to a terminal of endless width without colour. */
    public String render(@Nullable Object value) {
        var text = new StringBuilder();
        var page = new Page(text::append, remark -> {}, Page.Looks.PLAIN.arranged(arrangement), streams::choiceOf);
        write(value, page, elements -> elements);
        return text.toString();
    }

    /** Sees the elements of a list on their way. */
    private interface Onlooker {
        Iterator<?> along(Iterator<?> elements);
    }

    private void write(@Nullable Object value, Page page, Onlooker onlooker) {
        Object shown = value;
        while (shown instanceof Printable || shown instanceof Optional) {
            shown = shown instanceof Printable printable ? printable.toPrint() : ((Optional<?>) shown).orElse(null);
        }
        if (shown != null) {
            Object arranged = arrangement.equals(Arrangement.NONE) ? shown : arrangement.of(shown);
            Iterator<?> elements = Elements.of(arranged);
            format.layout().write(elements == null ? arranged : onlooker.along(elements), page);
        }
    }

    private static Iterator<?> counted(Iterator<?> elements, AtomicLong rows) {
        rows.set(0);
        return new Iterator<@Nullable Object>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public @Nullable Object next() {
                rows.incrementAndGet();
                return elements.next();
            }
        };
    }

    private void remark(String sentence) {
        boolean coloured = streams.isColoured(Stream.ERR);
        TextWidth.wrap(Redactor.redact(sentence), streams.width(Stream.ERR))
                .forEach(line -> streams.err().println(Ink.DIM.on(line, coloured)));
    }
}
