package dev.ferry.profile.toml;

/**
 * A place in a text, as editors count.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(int line, int column) {
    /** The place of an index into the text; one past its end is allowed. */
    static Place of(String text, int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, text.codePointCount(start, Math.min(index, text.length())) + 1);
    }

    /** {@code line 3, column 5}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
