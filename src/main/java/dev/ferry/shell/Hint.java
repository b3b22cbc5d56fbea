package dev.ferry.shell;

import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What is shown below the line that is being typed. Two hints that would look the same are equal. */
interface Hint {
    /** Nothing to say. */
    Hint NONE = new Hint() {
        @Override
        public String topic() {
            return "";
        }

        @Override
        public List<AttributedString> lines(int width, int most, boolean coloured) {
            return List.of();
        }
    };

    /** What {@code /help} explains further; empty for nothing. */
    String topic();

    /**
     * The hint as it is shown.
     *
     * @param width columns that no line exceeds; at least 10
     * @param most how many lines there is room for; at least 1
     * @param coloured whether bold and underlined letters can be seen as such
     */
    List<AttributedString> lines(int width, int most, boolean coloured);

    /** The text itself when it fits in {@code width} columns, else its beginning and {@code …}. */
    static AttributedString cut(AttributedString text, int width) {
        if (text.columnLength() <= width) {
            return text;
        }
        return new AttributedStringBuilder()
                .append(text.columnSubSequence(0, Math.max(0, width - 1)))
                .append("…")
                .toAttributedString();
    }
}
