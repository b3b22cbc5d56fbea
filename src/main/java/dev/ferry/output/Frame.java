package dev.ferry.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a text as compilers show it: the line, and carets under the words that are meant. It fits the width it is given: of a
 * longer line the part around the place is shown, with {@code …} where something was left out. Secrets are redacted.
 *
 * <pre>
 *     atlas.orgs.lst()
 *                ^^^
 * </pre>
 *
 * @param source one line of text
 * @param number its number, from 1
 * @param column the first letter that is meant, from 1; 0 when only the line is known
 * @param endColumn first column after the words; one caret where it is not behind {@code column}
 */
public record Frame(String source, int number, int column, int endColumn) {
    private static final String INDENT = "    ";
    private static final int NARROWEST = 8;

    /** What is drawn of the line: a letter, how wide it is, and whether it is marked. */
    private record Letter(String text, int width, boolean marked) {}

    /** A place in a whole text; a line that it does not have is an empty one. */
    public static Frame at(String text, int line, int column, int endColumn) {
        List<String> lines = text.lines().toList();
        return new Frame(line >= 1 && line <= lines.size() ? lines.get(line - 1) : "", line, column, endColumn);
    }

    /** The line and its carets, set in; without carets when the column is not known. */
    public List<String> lines(int width) {
        return drawn(INDENT, INDENT, width, true);
    }

    /** The same behind the number of the line: {@code 12 | atlas.orgs.lst()}. */
    public List<String> numbered(int width) {
        String left = "  " + number + " | ";
        return drawn(left, " ".repeat(left.length() - 2) + "| ", width, false);
    }

    private List<String> drawn(String left, String below, int width, boolean stripped) {
        List<Letter> letters = letters(stripped);
        int room = Math.max(NARROWEST, width - left.length());
        List<Letter> shown = window(letters, room);
        StringBuilder line = new StringBuilder(left);
        StringBuilder carets = new StringBuilder(below);
        for (Letter letter : shown) {
            line.append(letter.text);
            carets.append((letter.marked ? "^" : " ").repeat(letter.width));
        }
        String marks = carets.toString().stripTrailing();
        return marks.indexOf('^', below.length()) < 0
                ? List.of(line.toString().stripTrailing())
                : List.of(line.toString().stripTrailing(), marks);
    }

    private List<Letter> letters(boolean stripped) {
        String redacted = Redactor.redact(source);
        int from = column - 1;
        int to = Math.max(from + 1, endColumn - 1);
        if (!redacted.equals(source)) {
            int before = commonStart(source, redacted);
            int after = commonEnd(source, redacted, before);
            int shift = redacted.length() - source.length();
            if (from >= source.length() - after) {
                from += shift;
                to += shift;
            } else if (to > before) {
                // Something of the place itself is hidden: then all that is hidden is meant.
                from = Math.min(from, before);
                to = Math.max(to + shift, redacted.length() - after);
            }
        }
        List<Letter> letters = new ArrayList<>();
        int begin = stripped ? redacted.length() - redacted.stripLeading().length() : 0;
        for (int i = begin; i < redacted.length(); ) {
            int letter = redacted.codePointAt(i);
            String text = TerminalText.isHidden(letter) ? letter == '\t' ? " " : "\uFFFD" : Character.toString(letter);
            letters.add(new Letter(text, TextWidth.of(text), column > 0 && i >= from && i < to));
            i += Character.charCount(letter);
        }
        if (column > 0 && from >= redacted.length()) {
            // The end of the text is the place, as where a bracket is missing.
            letters.add(new Letter(" ", 1, true));
        }
        return letters;
    }

    /** The letters that fit, the marked ones among them. */
    private static List<Letter> window(List<Letter> letters, int room) {
        if (width(letters) <= room) {
            return letters;
        }
        int first = 0;
        while (first < letters.size() && !letters.get(first).marked) {
            first++;
        }
        int last = first;
        while (last < letters.size() && letters.get(last).marked) {
            last++;
        }
        int start = 0;
        if (first < letters.size() && width(letters.subList(0, last)) > room - 1) {
            // A third of the room for what stands before the place; all of it where less stands behind.
            start = first;
            int before = 0;
            int behind = width(letters.subList(first, letters.size()));
            int most = Math.max(room / 3, room - 1 - behind);
            while (start > 0 && before + letters.get(start - 1).width <= most - 1) {
                start--;
                before += letters.get(start).width;
            }
        }
        List<Letter> shown = new ArrayList<>();
        int used = 0;
        if (start > 0) {
            shown.add(new Letter("…", 1, false));
            used = 1;
        }
        for (int i = start; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            boolean rest = i + 1 < letters.size();
            if (used + letter.width > room - (rest ? 1 : 0)) {
                shown.add(new Letter("…", 1, letter.marked));
                break;
            }
            shown.add(letter);
            used += letter.width;
        }
        return shown;
    }

    private static int width(List<Letter> letters) {
        return letters.stream().mapToInt(Letter::width).sum();
    }

    private static int commonStart(String one, String other) {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonEnd(String one, String other, int start) {
        int i = 0;
        while (i < Math.min(one.length(), other.length()) - start
                && one.charAt(one.length() - 1 - i) == other.charAt(other.length() - 1 - i)) {
            i++;
        }
        return i;
    }
}
