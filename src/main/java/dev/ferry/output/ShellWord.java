package dev.ferry.output;

import java.util.regex.Pattern;

/** A word of a command line, for commands that people copy. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/@%+=,-]+");

    private ShellWord() {}

    /** The word as a shell takes it: in quotation marks where it has to be. */
    public static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
