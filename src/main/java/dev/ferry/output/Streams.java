package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard input, output and error of one command, and what is known of each: whether it is a terminal, whether to use
 * colour, how wide it is.
 *
 * <p>Standard output is for data only; prompts, progress, warnings and hints go to standard error. Both are redacted and
 * written in UTF-8, each line as soon as it is complete. A write to standard output throws
 * {@link ClosedOutputException} when its reader has gone, and {@link java.io.UncheckedIOException} with a sentence for
 * people when the disk is full, unless the work {@linkplain #goOnWithoutOutput goes on without output}; a standard error that
 * cannot be written to is ignored.
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

    private static final int UNKNOWN_TERMINAL = 80;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream unredactedOut;
    private final StatusLine status;
    private final Map<String, String> environment;
    private final Set<Stream> terminals;
    private final IntSupplier window;
    private final String formatChoice;
    private final Map<Thread, Streams> diverted;
    private final LostOutput lost;

    private Streams(
            InputStream in,
            PrintStream out,
            PrintStream err,
            PrintStream unredactedOut,
            StatusLine status,
            Map<String, String> environment,
            Set<Stream> terminals,
            IntSupplier window,
            String formatChoice,
            Map<Thread, Streams> diverted,
            LostOutput lost) {
        this.lost = lost;
        this.in = in;
        this.out = out;
        this.err = err;
        this.unredactedOut = unredactedOut;
        this.status = status;
        this.environment = environment;
        this.terminals = terminals;
        this.window = window;
        this.formatChoice = formatChoice;
        this.diverted = diverted;
    }

    /**
     * The streams of this process.
     *
     * <p>Which of them are terminals is told by the launcher in the system property {@code ferry.terminals} (some of
     * {@code in,out,err}); without it the operating system is asked.
     */
    public static Streams system(Map<String, String> environment) {
        return of(
                // A plain FileInputStream asks for its position when it is read to its end, which no pipe has.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                environment,
                Terminals.ofThisProcess());
    }

    /**
     * Streams at hand: those of a test, or of the shell's terminal.
     *
     * @param environment the variables that decide on colour and width
     * @param terminals which of the three are terminals
     */
    public static Streams of(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment,
            Set<Stream> terminals) {
        var status = new StatusLine(err);
        var lost = new LostOutput();
        boolean terminal = terminals.contains(Stream.OUT);
        var data = new StyledStream(new Outlet(out, status, terminal, lost), terminal);
        var rest = new StyledStream(new ErrorOutlet(err, status), terminals.contains(Stream.ERR));
        return new Streams(
                terminals.contains(Stream.IN) ? new TypedLines(in, status) : in,
                new PrintStream(new RedactedStream(data), true, UTF_8),
                new PrintStream(new RedactedStream(rest), true, UTF_8),
                new PrintStream(data, true, UTF_8),
                status,
                Map.copyOf(environment),
                Set.copyOf(terminals),
                () -> 0,
                "-o ",
                new ConcurrentHashMap<>(),
                lost);
    }

    /**
     * The same streams in a window whose width may change.
     *
     * @param columns asked each time something is fitted; 0 means unknown
     */
    public Streams withWidth(IntSupplier columns) {
        return new Streams(
                in, out, err, unredactedOut, status, environment, terminals, columns, formatChoice, diverted, lost);
    }

    /**
     * The same streams for somebody who is not at a command line.
     *
     * @param words what stands before the name of a format to choose it, such as {@code "/set output "}; remarks on
     *     what a format leaves out say so instead of {@code -o}
     */
    public Streams withFormatChoice(String words) {
        return new Streams(in, out, err, unredactedOut, status, environment, terminals, window, words, diverted, lost);
    }

    /**
     * The same streams, with what goes to standard output on standard error, each line after a word that says what to think of it: for
     * a run whose own data is not what was asked for.
     */
    public Streams aside(String word) {
        Set<Stream> same = new HashSet<>(terminals);
        same.remove(Stream.OUT);
        if (terminals.contains(Stream.ERR)) {
            same.add(Stream.OUT);
        }
        // Before the mark: what goes over several lines is not known again behind the word of each.
        PrintStream marked = new PrintStream(Redactor.stream(new MarkedLines(err, word + " ")), true, UTF_8);
        IntSupplier narrower = () -> width(Stream.ERR) - word.length() - 1;
        return new Streams(
                in,
                marked,
                marked,
                marked,
                status,
                environment,
                Set.copyOf(same),
                narrower,
                formatChoice,
                diverted,
                lost);
    }

    /** The same streams without any colour, as {@code --no-color} asks. */
    public Streams withoutColour() {
        var plain = new HashMap<>(environment);
        plain.put("NO_COLOR", "1");
        return new Streams(
                in,
                out,
                err,
                unredactedOut,
                status,
                Map.copyOf(plain),
                terminals,
                window,
                formatChoice,
                diverted,
                lost);
    }

    /**
     * Sends what one thread writes to other streams from now on, whoever holds these ones, until it is called again with
     * null. Holds for all streams made from the same ones.
     */
    public void divert(Thread writer, @Nullable Streams other) {
        if (other == null) {
            diverted.remove(writer);
        } else {
            diverted.put(writer, other);
        }
    }

    /** Streams for {@link #divert}: both outputs go into one sink, as plain text that fits the window of these. */
    public Streams into(OutputStream sink) {
        var plain = new HashMap<>(environment);
        plain.put("NO_COLOR", "1");
        return of(
                        InputStream.nullInputStream(),
                        sink,
                        sink,
                        plain,
                        terminals.contains(Stream.OUT) ? Set.of(Stream.OUT) : Set.of())
                .withWidth(window)
                .withFormatChoice(formatChoice);
    }

    /** The streams that the calling thread writes to: these, unless it was diverted. */
    Streams here() {
        return diverted.getOrDefault(Thread.currentThread(), this);
    }

    /** Ends the line that has been begun on the terminal, if one has: what comes next starts at the left. */
    public void endLine() {
        if (status.isLineBegun()) {
            err.println();
        }
    }

    /** A variable of the environment, such as {@code EDITOR}; empty when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Standard input. */
    public InputStream in() {
        return here().in;
    }

    /** Standard output, for data only; redacted. */
    public PrintStream out() {
        return here().out;
    }

    /** Standard error, for prompts, progress, warnings and hints; redacted. */
    public PrintStream err() {
        return here().err;
    }

    /**
     * Tells on standard error, as {@code ferry: <sentence>}, what somebody who waits should know; from any thread.
     *
     * @param sentence one sentence, without a line break
     */
    public void notice(String sentence) {
        status().notice("ferry: " + TerminalText.line(Redactor.redact(sentence)));
    }

    /**
     * Lets an editor write notices while it reads a line, so that they do not break it. Holds for all streams made from
     * the same ones.
     *
     * @param editor writes the line above the one that is being typed; while none is, does the other thing, and begins none meanwhile
     */
    public void noticesAbove(BiConsumer<String, Runnable> editor) {
        status.editor(editor);
    }

    /**
     * Standard output without redaction, for the one thing that has to be shown as it is: credentials the sandbox has
     * just made up.
     */
    public PrintStream unredactedOut() {
        return here().unredactedOut;
    }

    /**
     * Lets work go on when standard output cannot be written any more: what is written from then on is dropped, and one notice on
     * standard error says so. Holds for all streams made from the same ones, until it is called again.
     *
     * @param condition asked at a write that fails, on the thread that writes; false lets that write throw
     */
    public void goOnWithoutOutput(BooleanSupplier condition) {
        lost.goOnWhen(condition);
    }

    /**
     * What is wrong with standard output when work went on without it, in one sentence; empty when nothing is missing that has a
     * reader: one that closes its end of a pipe has had enough.
     */
    public Optional<String> lostOutput() {
        return lost.reason()
                .map(reason -> "The output is incomplete: standard output could not be written (" + reason + ").");
    }

    /** Whether this stream is a terminal. */
    public boolean isTerminal(Stream stream) {
        return here().terminals.contains(stream);
    }

    /** Whether somebody can be asked: the question is seen on standard error and answered on standard input. */
    public boolean isInteractive() {
        return isTerminal(Stream.IN) && isTerminal(Stream.ERR);
    }

    /**
     * Whether to write colour to this stream. {@code NO_COLOR} forbids it, {@code FORCE_COLOR} and
     * {@code CLICOLOR_FORCE} ask for it even in a pipe, in this order (<a href="https://no-color.org">no-color.org</a>,
     * <a href="https://bixense.com/clicolors/">bixense.com/clicolors</a>); otherwise a terminal that is not
     * {@code dumb} gets it.
     */
    public boolean isColoured(Stream stream) {
        if (here() != this) {
            return here().isColoured(stream);
        }
        if (!variable("NO_COLOR").isEmpty()) {
            return false;
        }
        return isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") || canMove(stream);
    }

    /**
     * Columns of this stream: those of the window, else {@code COLUMNS}, else 80; {@link Integer#MAX_VALUE} when it is
     * no terminal, since nothing is cut there.
     */
    public int width(Stream stream) {
        if (!isTerminal(stream)) {
            return Integer.MAX_VALUE;
        }
        int columns = here().window.getAsInt();
        if (columns <= 0 && variable("COLUMNS").matches("[1-9]\\d{0,4}")) {
            columns = Integer.parseInt(variable("COLUMNS"));
        }
        return columns > 0 ? columns : UNKNOWN_TERMINAL;
    }

    /** Whether a line that is already on this stream can be written over. */
    boolean canMove(Stream stream) {
        return isTerminal(stream) && !variable("TERM").equals("dumb");
    }

    /**
     * Whether this stream shows characters for drawing lines. Ferry writes UTF-8 everywhere; that it is not understood is
     * known only of a dumb terminal and where the locale names another set.
     */
    boolean canDraw(Stream stream) {
        String locale = List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
                .map(this::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("UTF-8")
                .toUpperCase(Locale.ROOT);
        boolean dumb = isTerminal(stream) && variable("TERM").equals("dumb");
        return !dumb && (locale.contains("UTF-8") || locale.contains("UTF8"));
    }

    /** The words that choose this format, wherever the reader of these streams is. */
    String choiceOf(Format format) {
        return formatChoice + format;
    }

    StatusLine status() {
        return here().status;
    }

    private boolean isSet(String name) {
        String value = variable(name);
        return !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }
}
