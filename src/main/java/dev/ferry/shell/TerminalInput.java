package dev.ferry.shell;

import dev.ferry.output.TerminalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Lines from JLine's editor. */
final class TerminalInput implements Input {
    private static final Map<LineReader.Option, Boolean> OPTIONS = Map.of(
            // An exclamation mark is Groovy's "not", no event of a shell's history.
            LineReader.Option.DISABLE_EVENT_EXPANSION, true,
            LineReader.Option.INSERT_TAB, false);
    private static final Map<String, Object> VARIABLES = Map.of(
            LineReader.SECONDARY_PROMPT_PATTERN, "%P > ",
            LineReader.INDENTATION, 0,
            LineReader.BLINK_MATCHING_PAREN, 0,
            LineReader.BELL_STYLE, "none",
            LineReader.FEATURES_MAX_BUFFER_SIZE, 20_000);

    private final Terminal terminal;
    private final Editor reader;
    private final Prompt prompt;
    private final boolean coloured;
    private volatile @Nullable LineReader asker;
    private @Nullable String prefilled;

    /** @param hints says below the line what the call at the cursor is; not asked while {@code hintsOn} is false */
    TerminalInput(
            Terminal terminal,
            LineParser parser,
            Offers offers,
            Hints hints,
            AtomicBoolean hintsOn,
            Prompt prompt,
            boolean coloured) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.coloured = coloured;
        reader = new Editor(terminal, offers, hints, hintsOn, coloured);
        reader.setParser(parser);
        reader.setHistory(new SafeHistory());
        reader.setHighlighter(new Colours());
        OPTIONS.forEach(reader::option);
        reader.option(LineReader.Option.DISABLE_HIGHLIGHTER, !coloured);
        VARIABLES.forEach(reader::setVariable);
        PrefixSearch.bind(reader);
    }

    /** Writes above the line that is being typed, be it an answer; does the other thing while none is. */
    void writeAbove(String line, Runnable otherwise) {
        @Nullable LineReader asking = asker;
        if (asking != null && asking.isReading()) {
            asking.printAbove(line);
        } else {
            reader.printAbove(line, otherwise);
        }
    }

    /** Keeps the history in a file; says why when it cannot. */
    Optional<String> keepHistory(Path file) {
        return SafeHistory.keep(reader, file);
    }

    @Override
    public @Nullable String next() {
        while (true) {
            try {
                String shown = coloured
                        ? prompt.text().toAnsi(terminal)
                        : prompt.text().toString();
                @Nullable String begun = prefilled != null ? prefilled : reader.takeUp();
                prefilled = null;
                return reader.readLine(literal(shown), null, (Character) null, begun);
            } catch (UserInterruptException e) {
                // Ctrl-C at a line: the line is dropped and the next one begins.
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public @Nullable String ask(String question) {
        @Nullable LineReader asking = asker;
        if (asking == null) {
            // A reader of its own: an answer is no line of the history and Tab has nothing to offer.
            asking = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            asker = asking;
        }
        try {
            return asking.readLine(literal(TerminalText.line(question)));
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    /** JLine reads patterns behind a percent sign of a prompt, among them one that hides what follows. */
    private static String literal(String prompt) {
        return prompt.replace("%", "%%");
    }

    @Override
    public boolean prefill(String text) {
        prefilled = text;
        return true;
    }

    @Override
    public List<String> history() {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : reader.getHistory()) {
            lines.add(entry.line());
        }
        return lines;
    }

    @Override
    public boolean interactive() {
        return true;
    }
}
