package dev.ferry.output;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a layout writes on.
 *
 * @param data takes text as it is, line ends included
 * @param remarks takes one sentence about the data, for people only
 * @param looks how it is to look
 * @param choice the words with which the reader chooses a format
 */
record Page(Consumer<String> data, Consumer<String> remarks, Looks looks, Function<Format, String> choice) {
    /**
     * How a page looks.
     *
     * @param width columns there are; {@link Integer#MAX_VALUE} when nothing is to be cut
     * @param coloured whether data may be coloured
     * @param drawing whether there are characters for drawing lines
     * @param columns the columns somebody chose, or none
     * @param header the columns that stand above already, because this goes on with what was written before
     * @param title a line above a table, or null
     */
    record Looks(
            int width,
            boolean coloured,
            boolean drawing,
            List<String> columns,
            List<String> header,
            @Nullable String title) {
        /** Nothing is cut and nothing is coloured. */
        static final Looks PLAIN = new Looks(Integer.MAX_VALUE, false, true, List.of(), List.of(), null);

        Looks arranged(Arrangement arrangement) {
            return new Looks(
                    arrangement.wide() ? Integer.MAX_VALUE : width,
                    coloured,
                    drawing,
                    arrangement.columns(),
                    header,
                    arrangement.title());
        }

        Looks below(List<String> columnsAbove) {
            return new Looks(width, coloured, drawing, columns, columnsAbove, title);
        }

        private Looks narrower(int by) {
            int left = width == Integer.MAX_VALUE ? width : Math.max(1, width - by);
            return new Looks(left, coloured, drawing, List.of(), List.of(), null);
        }
    }

    void line(String text) {
        data.accept(text + "\n");
    }

    int width() {
        return looks.width();
    }

    boolean coloured() {
        return looks.coloured();
    }

    boolean isEndless() {
        return looks.width() == Integer.MAX_VALUE;
    }

    /** The same page with a margin on the left. */
    Page indented(int columns) {
        String margin = " ".repeat(columns);
        return new Page(text -> data.accept(margin + text), remarks, looks.narrower(columns), choice);
    }
}
