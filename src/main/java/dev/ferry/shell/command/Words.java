package dev.ferry.shell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a command: separated by blanks, with quotes around what contains some. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }

    /** The word that is being typed at the end of a text; empty after a blank. */
    public static String last(String text) {
        int start = text.length();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    /** A file as people type it: a tilde is the home folder. */
    public static Path path(String word) {
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(word.equals("~") || word.startsWith("~/") ? home + word.substring(1) : word);
    }
}
