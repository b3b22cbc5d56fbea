package dev.ferry.help;

import dev.ferry.javadoc.JavadocText;
import java.util.ArrayList;
import java.util.List;

/** Two columns of text: a name, and what there is to say about it. */
public final class Rows {
    private Rows() {}

    /** A text filled to the width. */
    public static List<String> filled(String text, int width) {
        return JavadocText.filled(text, width);
    }

    /** One row, with the right column filled to the width and hanging below itself. */
    public static List<String> row(String name, String text, int nameWidth, int width) {
        List<String> lines = new ArrayList<>();
        String left = "  " + name;
        List<String> right = JavadocText.filled(text, Math.max(20, width - nameWidth));
        if (left.length() >= nameWidth) {
            lines.add(left);
            left = "";
        }
        for (String line : right) {
            lines.add((left + " ".repeat(nameWidth - left.length()) + line).stripTrailing());
            left = "";
        }
        return lines;
    }
}
