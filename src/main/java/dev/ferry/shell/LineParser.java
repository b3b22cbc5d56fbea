package dev.ferry.shell;

import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.shell.command.Commands;
import dev.ferry.shell.command.Jobs;
import dev.ferry.shell.command.Redirect;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine whether Enter ends the input, by Groovy's own parser. JLine's parser knows shells: it waits for more after {@code 1 // don't} and takes {@code x = 1 +} for a whole line.
 */
final class LineParser implements Parser {
    private final Function<String, Completeness> completeness;

    LineParser(Function<String, Completeness> completeness) {
        this.completeness = completeness;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && needsMore(line)) {
            throw new EOFError(-1, -1, "The input goes on.");
        }
        return new Whole(line, cursor);
    }

    /** Whether the input is only the beginning of something. */
    boolean needsMore(String text) {
        // What the shell takes for itself at the end of a line would make Groovy wait for more.
        String line = Jobs.background(text).orElse(text);
        String groovy = Redirect.of(line).map(Redirect::groovy).orElse(line);
        return !text.isBlank()
                && !Commands.isCommand(text)
                && completeness.apply(groovy) instanceof Completeness.Incomplete;
    }

    /** Nothing in Groovy's text is an escape to JLine. */
    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** A line as one word: JLine need not cut it. */
    private record Whole(String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return line;
        }

        @Override
        public int wordCursor() {
            return cursor;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(line);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor;
        }

        @Override
        public int rawWordLength() {
            return line.length();
        }
    }
}
