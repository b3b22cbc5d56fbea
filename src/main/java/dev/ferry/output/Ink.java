package dev.ferry.output;

/**
 * The few ways text is set off on a terminal. Colour never carries a meaning of its own: the word is always there too.
 */
public enum Ink {
    /** Headings. */
    BOLD("1"),
    /** Remarks beside the point. */
    DIM("2"),
    /** Errors, and environments where mistakes hurt. */
    RED("31"),
    /** What is done. */
    GREEN("32"),
    /** Warnings. */
    YELLOW("33"),
    /** Names. */
    CYAN("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /**
     * The text in this ink.
     *
     * @param coloured {@link Streams#isColoured} of the stream it goes to; without colour the text stays as it is
     */
    public String on(String text, boolean coloured) {
        return coloured && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[m" : text;
    }
}
