package dev.ferry.guard;

import dev.ferry.output.TerminalText;
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
                legible.append(TerminalText.codes(letter));
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
        return HABITS.contains(name.toLowerCase(Locale.ROOT))
                ? TerminalText.codes(name.charAt(0)) + name.substring(1)
                : of(name);
    }

    /** Whether a name can be read and typed as it is. */
    static boolean isPlain(String name) {
        return typed(name).equals(name);
    }

    /** Whether there is nothing to see, or a blank that is not that of the keyboard, or a sign that depends on the font. */
    private static boolean isHidden(int letter) {
        int type = Character.getType(letter);
        return TerminalText.isHidden(letter)
                || (type == Character.SPACE_SEPARATOR && letter != ' ')
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
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
