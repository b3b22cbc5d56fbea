package dev.ferry.rehearsal.plan;

import dev.ferry.output.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Lines with labels, each text in a column of its own that fits a width. */
final class Card {
    private static final String INDENT = "   ";
    private static final int LABEL = 10;
    private static final int NARROWEST = 20;

    private final int room;
    private final List<String> lines = new ArrayList<>();

    Card(int width) {
        this.room = width == Integer.MAX_VALUE ? width : Math.max(NARROWEST, width - INDENT.length() - LABEL);
    }

    /** A label and its text; nothing where there is no text. */
    void add(String label, String text) {
        if (text.isEmpty()) {
            return;
        }
        String left = INDENT + (label + " ".repeat(LABEL)).substring(0, LABEL);
        for (String line : broken(text, room)) {
            lines.add((left + line).stripTrailing());
            left = INDENT + " ".repeat(LABEL);
        }
    }

    List<String> lines() {
        return lines;
    }

    /** Broken at blanks, and a word that is wider than the room where the room ends: a path, the name of a host. */
    static List<String> broken(String text, int room) {
        List<String> lines = new ArrayList<>();
        for (String line : TextWidth.wrap(text, room)) {
            String rest = line;
            while (TextWidth.of(rest) > room) {
                int end = rest.length();
                while (TextWidth.of(rest.substring(0, end)) > room) {
                    end = rest.offsetByCodePoints(end, -1);
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            lines.add(rest);
        }
        return lines;
    }
}
