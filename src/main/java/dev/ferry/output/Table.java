package dev.ferry.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as aligned columns: numbers to the right, everything else to the left.
 *
 * <p>Widths come from a sample. On a page of limited width the last columns are left out and long values are cut until
 * the rest fits, and {@link #remark} says so; identifiers stay whole. On an endless page nothing is cut.
 */
final class Table {
    private static final String GAP = "  ";

    /** A column is not cut below this: identifiers have 24 letters. */
    private static final int NARROWEST = 24;

    /** One column: its name, width, and whether it holds numbers. */
    private record Column(String name, int width, boolean numeric) {
        Column withWidth(int columns) {
            return new Column(name, columns, numeric);
        }

        String pad(String text) {
            String blanks = " ".repeat(Math.max(0, width - TextWidth.of(text)));
            return numeric ? blanks + text : text + blanks;
        }
    }

    private final Page page;
    private final List<Column> columns;
    private final List<String> leftOut;
    private boolean cut;

    private Table(Page page, List<Column> columns, List<String> leftOut) {
        this.page = page;
        this.columns = columns;
        this.leftOut = leftOut;
    }

    /** A table for records like those of {@code sample}, which are not written yet. */
    static Table fitting(List<? extends Map<?, ?>> sample, Page page) {
        var columns = new ArrayList<Column>();
        for (String name : Columns.forPeople(sample)) {
            columns.add(column(name, sample, page));
        }
        var leftOut = new ArrayList<String>();
        while (columns.size() > 1 && narrowest(columns) > page.width()) {
            leftOut.add(0, columns.remove(columns.size() - 1).name());
        }
        return new Table(page, shared(columns, page.width()), List.copyOf(leftOut));
    }

    /** The names of the columns. */
    void header() {
        line(columns.stream().map(Column::name).toList(), page.coloured());
    }

    /** One record. */
    void row(Map<?, ?> row) {
        line(columns.stream().map(column -> text(row.get(column.name()), page)).toList(), false);
    }

    /** Says what did not fit, if anything. */
    void remark() {
        var remarks = new ArrayList<String>();
        if (!leftOut.isEmpty()) {
            remarks.add(leftOut.size()
                    + (leftOut.size() == 1 ? " more column: " : " more columns: ")
                    + String.join(", ", leftOut));
        }
        if (cut) {
            remarks.add("long values are cut");
        }
        if (!remarks.isEmpty()) {
            page.remarks()
                    .accept("… " + String.join("; ", remarks) + "; "
                            + page.choice().apply(Format.JSON) + " shows everything");
        }
    }

    private static Column column(String name, List<? extends Map<?, ?>> sample, Page page) {
        int width = TextWidth.of(name);
        boolean numeric = true;
        for (Map<?, ?> row : sample) {
            Object value = row.get(name);
            width = Math.max(width, TextWidth.of(text(value, page)));
            numeric &= value == null || value instanceof Number;
        }
        return new Column(name, width, numeric);
    }

    private static int narrowest(List<Column> columns) {
        return columns.stream()
                        .mapToInt(column -> Math.min(column.width(), NARROWEST))
                        .sum()
                + gaps(columns);
    }

    private static int gaps(List<Column> columns) {
        return GAP.length() * (columns.size() - 1);
    }

    /** What is left after each column has the least it needs goes to those that need more, from left to right. */
    private static List<Column> shared(List<Column> columns, int width) {
        int left = width - Math.min(width, narrowest(columns));
        var shared = new ArrayList<Column>();
        for (Column column : columns) {
            int least = Math.min(Math.min(column.width(), NARROWEST), width);
            int more = Math.min(left, column.width() - least);
            left -= more;
            shared.add(column.withWidth(least + more));
        }
        return List.copyOf(shared);
    }

    private static String text(@Nullable Object value, Page page) {
        return page.isEndless() ? Cell.whole(value) : Cell.brief(value);
    }

    private void line(List<String> texts, boolean bold) {
        var line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String text = texts.get(i);
            String fitted = page.isEndless() ? text : TextWidth.cut(text, column.width());
            cut |= !fitted.equals(text);
            line.append(i == 0 ? "" : GAP).append(column.pad(fitted));
        }
        page.line(Ink.BOLD.on(line.toString().stripTrailing(), bold));
    }
}
