package dev.ferry.shell;

import dev.ferry.output.Secret;
import java.util.Iterator;
import org.jline.reader.History;

/** The line that somebody may be about to type again. */
final class PastLines {
    /** Fewer letters fit too many lines. */
    private static final int FEWEST = 2;

    private PastLines() {}

    /** How the newest line of the history that begins with {@code typed} goes on; empty when there is none. */
    static String goingOn(History history, String typed) {
        // A line that begins with a blank is not to be kept, so nothing kept is shown with it either.
        if (typed.length() < FEWEST || typed.startsWith(" ") || history.isEmpty()) {
            return "";
        }
        Iterator<History.Entry> lines = history.reverseIterator(history.last());
        while (lines.hasNext()) {
            String line = lines.next().line();
            // What stood in place of the dots is not known any more.
            if (line.length() > typed.length() && line.startsWith(typed) && !line.contains(Secret.MASK)) {
                return line.substring(typed.length());
            }
        }
        return "";
    }

    /** Where the first word of a text ends, with what stands before it. */
    static int endOfWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
