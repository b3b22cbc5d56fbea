package dev.ferry.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of a command line, for commands that people copy. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/@%+=,-]+");

    /** An option and its value. */
    private static final Pattern OPTION = Pattern.compile("(--[\\w-]+=)(.*)", Pattern.DOTALL);

    private ShellWord() {}

    /** The word as a shell takes it: in quotation marks where it has to be, of an option only its value. */
    public static String of(String word) {
        Matcher option = OPTION.matcher(word);
        return PLAIN.matcher(word).matches()
                ? word
                : option.matches() ? option.group(1) + quoted(option.group(2)) : quoted(word);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
