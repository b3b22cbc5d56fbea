package dev.ferry.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Groovy text and where it came from.
 *
 * @param name what people call it: the path as typed, {@code standard input}, {@code -e}
 * @param text the Groovy text
 * @param firstLine the line of {@code name} on which {@code text} starts, from 1; a fence of a page starts further down
 * @param stored whether the text is in a file already, so that its compiled form may be written to one too; what was
 *     typed may hold what must not be
 */
public record Source(String name, String text, int firstLine, boolean stored) {

    /** A text that is in no file of its own. */
    public Source(String name, String text, int firstLine) {
        this(name, text, firstLine, false);
    }

    public Source {
        if (firstLine < 1) {
            throw new IllegalArgumentException("Lines are counted from 1, not from " + firstLine + ".");
        }
    }

    /** The text of a file, read as UTF-8. */
    public static Source file(Path path) throws IOException {
        return new Source(path.toString(), Files.readString(path), 1, true);
    }

    /** Everything the stream still holds, read as UTF-8. */
    public static Source standardInput(InputStream in) throws IOException {
        return new Source("standard input", new String(in.readAllBytes(), StandardCharsets.UTF_8), 1);
    }

    /** The argument of {@code -e}. */
    public static Source expression(String text) {
        return new Source("-e", text, 1);
    }

    /** What was typed at the prompt. */
    public static Source line(String text) {
        return new Source("input", text, 1);
    }

    /** The last part of the name's path: short enough for a message. */
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
