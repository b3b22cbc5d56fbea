package dev.ferry.output;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few ways text is set off on a terminal. Colour never carries a meaning of its own: the word is always there too.
 *
 * <p>Inside of Ferry an ink is a character that no text may have (a noncharacter of Unicode), and not the escape sequence that a terminal
 * obeys: {@link StyledStream} alone writes those. So an escape sequence in a text is never one of ours.
 */
public enum Ink {
    /** Headings. */
    BOLD('\uFDD1', "1"),
    /** Remarks beside the point. */
    DIM('\uFDD2', "2"),
    /** Errors, and environments where mistakes hurt. */
    RED('\uFDD3', "31"),
    /** What is done. */
    GREEN('\uFDD4', "32"),
    /** Warnings. */
    YELLOW('\uFDD5', "33"),
    /** Names. */
    CYAN('\uFDD6', "36");

    private static final char END = '\uFDD0';
    private static final char LAST = '\uFDEF';
    private static final Ink[] ALL = values();
    private static final Pattern SEQUENCE = Pattern.compile("\033\\[([0-9;]*)m");

    private final char mark;
    private final String code;

    Ink(char mark, String code) {
        this.mark = mark;
        this.code = code;
    }

    /**
     * The text in this ink.
     *
     * @param coloured {@link Streams#isColoured} of the stream it goes to; without colour the text stays as it is
     */
    public String on(String text, boolean coloured) {
        return coloured && !text.isEmpty() ? mark + text + END : text;
    }

    /** A text of our own, or of a library that made it of our words, with its escape sequences as inks; those of other looks are left out. */
    public static String of(String ansi) {
        return SEQUENCE.matcher(ansi)
                .replaceAll(sequence -> Matcher.quoteReplacement(
                        sequence.group(1).matches("0?")
                                ? String.valueOf(END)
                                : Arrays.stream(ALL)
                                        .filter(ink -> ink.code.equals(sequence.group(1)))
                                        .map(ink -> String.valueOf(ink.mark))
                                        .findFirst()
                                        .orElse("")));
    }

    /** Whether it is one of the characters that stand for inks. */
    static boolean isMark(int letter) {
        return letter >= END && letter <= LAST;
    }

    /** The text with the escape sequences that a terminal obeys. */
    static String obeyed(String text) {
        if (text.chars().noneMatch(Ink::isMark)) {
            return text;
        }
        StringBuilder obeyed = new StringBuilder();
        text.chars().forEach(letter -> {
            if (!isMark(letter)) {
                obeyed.append((char) letter);
            } else if (letter == END) {
                obeyed.append("\033[m");
            } else {
                Arrays.stream(ALL)
                        .filter(ink -> ink.mark == letter)
                        .forEach(ink -> obeyed.append("\033[").append(ink.code).append('m'));
            }
        });
        return obeyed.toString();
    }
}
