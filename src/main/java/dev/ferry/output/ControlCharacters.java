package dev.ferry.output;

import java.util.regex.Pattern;

/**
 * Characters that tell a terminal what to do instead of showing something: they would break a table, move the cursor, or
 * turn the direction of what follows, so that a name from outside could show something else than it is.
 */
final class ControlCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    /** What only changes the looks of the letters after it. */
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private ControlCharacters() {}

    /** The text on one line, with line ends and tabs spelt out. */
    static String shown(String text) {
        if (text.chars().noneMatch(ControlCharacters::isOne)) {
            return text;
        }
        var shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> shown.append(isOne(letter) ? REPLACEMENT : letter);
            }
        }
        return shown.toString();
    }

    /** The text with its lines, tabs and colours, and without everything else that commands a terminal. */
    static String tamed(String text) {
        if (text.chars().noneMatch(letter -> isOne(letter) && letter != '\n')) {
            return text;
        }
        var tamed = new StringBuilder();
        var colour = COLOUR.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean lineEnd = letter == '\n' || (letter == '\r' && text.startsWith("\n", i + 1));
            if (letter == '\033' && colour.region(i, text.length()).lookingAt()) {
                tamed.append(colour.group());
                i = colour.end() - 1;
            } else {
                tamed.append(isOne(letter) && !lineEnd && letter != '\t' ? REPLACEMENT : letter);
            }
        }
        return tamed.toString();
    }

    /** JSON with such characters as escapes; its own syntax has none of them but line ends. */
    static String escaped(String json) {
        if (json.chars().noneMatch(letter -> isOne(letter) && letter != '\n')) {
            return json;
        }
        var escaped = new StringBuilder();
        json.chars().forEach(letter -> {
            if (isOne(letter) && letter != '\n') {
                escaped.append(String.format("\\u%04x", letter));
            } else {
                escaped.append((char) letter);
            }
        });
        return escaped.toString();
    }

    private static boolean isOne(int letter) {
        return Character.isISOControl(letter)
                || letter == '\u2028'
                || letter == '\u2029'
                || (letter >= '\u202A' && letter <= '\u202E')
                || (letter >= '\u2066' && letter <= '\u2069');
    }
}
