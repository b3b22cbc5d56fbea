package dev.ferry.output;

import java.util.Locale;

/**
 * Text from outside as a terminal may show it. A terminal obeys some characters instead of showing them, and shows nothing for others, so
 * that a name could wipe the screen, write the clipboard, forge a row or look like another name. Each of them is replaced by one
 * character that can be seen.
 *
 * <p>Replaced are the categories Cc, Cf, Zl and Zp of Unicode and what else has nothing to see (fillers, variation selectors, tags), but
 * for a selector behind a symbol, which makes it an emoji, and for the characters that Ferry itself uses for {@link Ink}.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Technical Report 36, Unicode Security Considerations</a>
 */
public final class TerminalText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int FIRST_BEYOND_ASCII = 0x7F;

    private TerminalText() {}

    /** The text on one line, with line ends and tabs spelt out. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(TerminalText::isHidden)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int letter = text.codePointAt(i);
            length = Character.charCount(letter);
            switch (letter) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> append(line, letter);
            }
        }
        return line.toString();
    }

    /** The same with each hidden character as one other, so that places in it stay what they are; lines and tabs stay. */
    public static String lines(String text) {
        if (text.codePoints().noneMatch(letter -> isHidden(letter) && letter != '\n' && letter != '\t')) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int letter = text.codePointAt(i);
            length = Character.charCount(letter);
            boolean lineEnd = letter == '\n' || (letter == '\r' && text.startsWith("\n", i + 1));
            if (lineEnd || letter == '\t' || Ink.isMark(letter)) {
                lines.appendCodePoint(letter);
            } else {
                append(lines, letter);
            }
        }
        return lines.toString();
    }

    private static void append(StringBuilder text, int letter) {
        boolean emoji = isSelector(letter)
                && !text.isEmpty()
                && Character.getType(text.codePointBefore(text.length())) == Character.OTHER_SYMBOL;
        if (emoji || !isHidden(letter)) {
            text.appendCodePoint(letter);
        } else {
            text.append(REPLACEMENT);
        }
    }

    /** JSON with such characters as escapes; its own syntax has none of them but line ends. */
    static String escaped(String json) {
        if (json.codePoints().noneMatch(letter -> isHidden(letter) && letter != '\n')) {
            return json;
        }
        StringBuilder escaped = new StringBuilder();
        json.codePoints().forEach(letter -> {
            if (isHidden(letter) && letter != '\n') {
                escaped.append(codes(letter));
            } else {
                escaped.appendCodePoint(letter);
            }
        });
        return escaped.toString();
    }

    /** As escapes of JSON and Groovy: a backslash, {@code u} and four digits for each UTF-16 unit. */
    public static String codes(int letter) {
        StringBuilder codes = new StringBuilder();
        for (char unit : Character.toChars(letter)) {
            codes.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return codes.toString();
    }

    /** Whether a terminal obeys this character, or shows nothing for it. */
    public static boolean isHidden(int letter) {
        if (letter < FIRST_BEYOND_ASCII) {
            return letter < ' ';
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            // Letters, marks and a symbol without anything to see.
            default ->
                letter == 0x034F
                        || letter == 0x115F
                        || letter == 0x1160
                        || letter == 0x17B4
                        || letter == 0x17B5
                        || (letter >= 0x180B && letter <= 0x180F)
                        || letter == 0x2800
                        || letter == 0x3164
                        || isSelector(letter)
                        || Ink.isMark(letter)
                        || letter == 0xFFA0
                        || (letter >= 0xE0000 && letter <= 0xE0FFF);
        };
    }

    private static boolean isSelector(int letter) {
        return letter >= 0xFE00 && letter <= 0xFE0F;
    }
}
