package dev.ferry.output;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** How many columns a text takes on a terminal, where a letter may take none, one or two. */
public final class TextWidth {
    private TextWidth() {}

    /** Columns of {@code text}, which has no control characters. */
    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            width += of(letter);
            i += Character.charCount(letter);
        }
        return width;
    }

    /** The text itself when it fits in {@code width} columns, else its beginning and {@code …}. */
    static String cut(String text, int width) {
        // No letter takes more than two columns, so most texts need not be measured.
        if (text.length() * 2 <= width || of(text) <= width) {
            return text;
        }
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int letter = text.codePointAt(i);
            if (used + of(letter) > width - 1) {
                break;
            }
            used += of(letter);
            i += Character.charCount(letter);
        }
        return text.substring(0, i) + (width > 0 ? "…" : "");
    }

    /** The text in lines of at most {@code width} columns, broken at blanks; a wider word has a line of its own. */
    public static List<String> wrap(String text, int width) {
        if (width == Integer.MAX_VALUE || of(text) <= width) {
            return List.of(text);
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int of(int letter) {
        return letter < 127 ? 1 : Ink.isMark(letter) ? 0 : Math.max(0, WCWidth.wcwidth(letter));
    }
}
