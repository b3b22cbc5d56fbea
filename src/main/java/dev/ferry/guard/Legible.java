package dev.ferry.guard;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Texts as a person can tell them apart. A character that cannot be seen, or that looks like another one, is written as its code, a
 * backslash, {@code u} and four digits; everything else stays as it is. Where a text mixes scripts, letters that look like Latin ones count among them.
 */
final class Legible {
    /** What a person types without reading. */
    private static final Set<String> HABITS = Set.of("y", "yes", "n", "no");

    /** Scripts with letters that look like Latin ones. */
    private static final Set<UnicodeScript> LOOK_ALIKES = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    private Legible() {}

    /** The text with codes for what a person cannot see or mistakes for something else. */
    static String of(String text) {
        boolean latin = text.codePoints().anyMatch(each -> UnicodeScript.of(each) == UnicodeScript.LATIN);
        boolean composed = Normalizer.isNormalized(text, Normalizer.Form.NFC);
        StringBuilder legible = new StringBuilder();
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int letter = text.codePointAt(i);
            length = Character.charCount(letter);
            boolean atEnd = i == 0 || i + length == text.length() || text.charAt(i - 1) == ' ';
            boolean asCode = letter == '\\'
                    || (letter == ' ' && atEnd)
                    || (isMark(letter) && (i == 0 || text.charAt(i - 1) == ' ' || !composed))
                    || isHidden(letter)
                    || isStyled(letter)
                    || (latin && LOOK_ALIKES.contains(UnicodeScript.of(letter)));
            if (asCode) {
                text.substring(i, i + length).chars().forEach(each -> legible.append(code(each)));
            } else {
                legible.appendCodePoint(letter);
            }
        }
        return legible.toString();
    }

    /**
     * What a person types to confirm that this name is meant: the name itself, or its {@linkplain #of legible form} where it differs. A
     * name that is typed out of habit is typed as a code.
     */
    static String typed(String name) {
        return HABITS.contains(name.toLowerCase(Locale.ROOT)) ? code(name.charAt(0)) + name.substring(1) : of(name);
    }

    /** Whether a name can be read and typed as it is. */
    static boolean isPlain(String name) {
        return typed(name).equals(name);
    }

    private static String code(int letter) {
        return String.format(Locale.ROOT, "\\u%04x", letter);
    }

    private static boolean isHidden(int letter) {
        if (letter == ' ') {
            return false;
        }
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
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
                        || (letter >= 0xFE00 && letter <= 0xFE0F)
                        || letter == 0xFFA0
                        || (letter >= 0xE0000 && letter <= 0xE0FFF);
        };
    }

    /** Whether it changes the letter before it. */
    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Whether it is a letter or digit of ASCII in another style. */
    private static boolean isStyled(int letter) {
        return letter >= 0x80
                && Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                        .codePoints()
                        .allMatch(each -> each < 0x80 && Character.isLetterOrDigit(each));
    }
}
