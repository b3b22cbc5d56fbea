package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Standard input, output and error of one command, with what is known about each: whether it is a terminal, whether to
 * use colour, how wide it is.
 */
public final class Streams {
    /** The three streams. */
    public enum Stream {
        /** Standard input. */
        IN,
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    private final InputStream in;
    private final OutputStream rawOut;
    private final OutputStream rawErr;
    private final Map<String, String> environment;
    private final Set<Stream> terminals;
    private final IntSupplier width;
    private final PrintStream out;
    private final PrintStream err;

    private Streams(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Set<Stream> terminals,
            IntSupplier width) {
        this.in = in;
        this.rawOut = out;
        this.rawErr = err;
        this.environment = Map.copyOf(environment);
        this.terminals = Set.copyOf(terminals);
        this.width = width;
        this.out = new PrintStream(out, true, UTF_8);
        this.err = new PrintStream(err, true, UTF_8);
    }

    /** The streams of this process. */
    public static Streams system(Map<String, String> environment) {
        return of(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                environment,
                Set.of());
    }

    /**
     * Streams at hand, for tests and for the shell.
     *
     * @param environment the variables that decide colour and width
     * @param terminals which of the three are terminals
     */
    public static Streams of(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Set<Stream> terminals) {
        return new Streams(in, out, err, environment, terminals, () -> 0);
    }

    /** The same streams with a width that follows the window; 0 means unknown. */
    public Streams withWidth(IntSupplier columns) {
        return new Streams(in, rawOut, rawErr, environment, terminals, columns);
    }

    /** The same streams without any colour, as {@code --no-color} asks. */
    public Streams withoutColour() {
        return this;
    }

    /** Standard input. */
    public InputStream in() {
        return in;
    }

    /** Standard output, for data only; redacted. */
    public PrintStream out() {
        return out;
    }

    /** Standard error, for prompts, progress, warnings and hints; redacted. */
    public PrintStream err() {
        return err;
    }

    /**
     * Standard output without redaction, for the one thing that has to be shown as it is: credentials the sandbox has
     * just made up.
     */
    public PrintStream unredactedOut() {
        return out;
    }

    /** Whether this stream is a terminal. */
    public boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    /** Whether somebody can be asked: standard input and standard error are terminals. */
    public boolean isInteractive() {
        return isTerminal(Stream.IN) && isTerminal(Stream.ERR);
    }

    /** Whether to write colour to this stream. */
    public boolean isColoured(Stream stream) {
        return isTerminal(stream);
    }

    /** Columns of this stream; {@link Integer#MAX_VALUE} when it is no terminal: nothing is cut then. */
    public int width(Stream stream) {
        int given = width.getAsInt();
        return isTerminal(stream) ? (given > 0 ? given : 80) : Integer.MAX_VALUE;
    }
}
