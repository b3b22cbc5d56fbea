package dev.ferry.output;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a layout writes on.
 *
 * @param data takes text as it is, line ends included
 * @param remarks takes one sentence about the data, for people only
 * @param width columns there are; {@link Integer#MAX_VALUE} when nothing is to be cut
 * @param coloured whether data may be coloured
 * @param drawing whether there are characters for drawing lines
 * @param choice the words with which the reader chooses a format
 */
record Page(
        Consumer<String> data,
        Consumer<String> remarks,
        int width,
        boolean coloured,
        boolean drawing,
        Function<Format, String> choice) {
    void line(String text) {
        data.accept(text + "\n");
    }

    boolean isEndless() {
        return width == Integer.MAX_VALUE;
    }

    /** The same page with a margin on the left. */
    Page indented(int columns) {
        String margin = " ".repeat(columns);
        return new Page(
                text -> data.accept(margin + text),
                remarks,
                isEndless() ? width : Math.max(1, width - columns),
                coloured,
                drawing,
                choice);
    }
}
