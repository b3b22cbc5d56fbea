package dev.ferry.output;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records as aligned columns: numbers to the right, everything else to the left.
 *
 * <p>Widths come from a sample. On a page of limited width empty columns and those that matter least are left out, and long
 * values are cut until the rest fits; {@link #remark} says so. Identifiers stay whole. On an endless page everything is
 * there.
 */
final class Table {
    private static final String GAP = "  ";

    /** A column is not cut below this: identifiers have 24 letters. */
    private static final int NARROWEST = 24;

    /** What is left of the first column where the second one would not fit otherwise. */
    private static final int NAME_ALONE = 12;

    /** One column: its name, width, and whether it holds numbers. */
    private record Column(String name, int width, boolean numeric) {
        Column withWidth(int columns) {
            return new Column(name, columns, numeric);
        }

        int least() {
            return Math.min(width, NARROWEST);
        }

        String pad(String text) {
            String blanks = " ".repeat(Math.max(0, width - TextWidth.of(text)));
            return numeric ? blanks + text : text + blanks;
        }
    }

    private final Page page;
    private final List<Column> columns;
    private final List<String> leftOut;
    private final List<String> empty;
    private final Set<String> late = new LinkedHashSet<>();
    private boolean cut;

    private Table(Page page, List<Column> columns, List<String> leftOut, List<String> empty) {
        this.page = page;
        this.columns = columns;
        this.leftOut = leftOut;
        this.empty = empty;
    }

    /** A table for records like those of {@code sample}, which are not written yet. */
    static Table fitting(List<? extends Map<?, ?>> sample, Columns wanted, Page page) {
        List<Column> all = wanted.byImportance().stream()
                .map(name -> column(name, sample, page))
                .toList();
        List<String> empty = page.isEndless() || wanted.chosen()
                ? List.of()
                : wanted.shown().stream()
                        .filter(name -> sample.stream()
                                .allMatch(row -> text(name, row.get(name), page).isEmpty()))
                        .toList();
        List<Column> filled =
                all.stream().filter(column -> !empty.contains(column.name())).toList();
        List<Column> kept = kept(filled, page.width());
        List<Column> shown = wanted.shown().stream()
                .flatMap(name -> kept.stream().filter(column -> column.name().equals(name)))
                .toList();
        List<String> leftOut = filled.stream()
                .map(Column::name)
                .filter(name -> shown.stream().noneMatch(column -> column.name().equals(name)))
                .toList();
        return new Table(page, shared(shown, page.width()), leftOut, empty);
    }

    /** The names of the columns. */
    void header() {
        line(columns.stream().map(Column::name).toList(), page.coloured());
    }

    /** One record. */
    void row(Map<?, ?> row) {
        line(
                columns.stream()
                        .map(column -> text(column.name(), row.get(column.name()), page))
                        .toList(),
                false);
        for (Map.Entry<?, ?> field : row.entrySet()) {
            String name = String.valueOf(field.getKey());
            if (!isKnown(name) && !text(name, field.getValue(), page).isEmpty()) {
                late.add(name);
            }
        }
    }

    /** Says what did not fit, if anything. */
    void remark() {
        var remarks = new ArrayList<String>();
        if (!leftOut.isEmpty()) {
            remarks.add(leftOut.size()
                    + (leftOut.size() == 1 ? " more column: " : " more columns: ")
                    + String.join(", ", leftOut));
        }
        if (!late.isEmpty()) {
            remarks.add("later records also have " + String.join(", ", late));
        }
        if (cut) {
            remarks.add("long values are cut");
        }
        List<String> nothing =
                empty.stream().filter(name -> !late.contains(name)).toList();
        boolean hidden = !remarks.isEmpty();
        if (!nothing.isEmpty()) {
            remarks.add("nothing in " + String.join(", ", nothing));
        }
        if (!remarks.isEmpty()) {
            page.remarks()
                    .accept("… " + String.join("; ", remarks)
                            + (hidden ? "; " + page.choice().apply(Format.JSON) + " shows everything" : ""));
        }
    }

    private boolean isKnown(String name) {
        return Columns.isHidden(name)
                || leftOut.contains(name)
                || columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private static Column column(String name, List<? extends Map<?, ?>> sample, Page page) {
        int width = TextWidth.of(name);
        boolean numeric = true;
        for (Map<?, ?> row : sample) {
            Object value = row.get(name);
            width = Math.max(width, TextWidth.of(text(name, value, page)));
            numeric &= value == null || value instanceof Number;
        }
        return new Column(name, width, numeric);
    }

    /** The first column, and of the others as many as fit, the most important first. */
    private static List<Column> kept(List<Column> byImportance, int width) {
        var kept = new ArrayList<Column>();
        int used = 0;
        for (Column column : byImportance) {
            if (kept.isEmpty()) {
                // A name gives way to what matters next, down to where it is hardly one.
                int next = byImportance.size() == 1
                        ? 0
                        : GAP.length() + byImportance.get(1).least();
                used = Math.min(column.least(), Math.max(NAME_ALONE, width - next));
                kept.add(column);
            } else if (used + GAP.length() + column.least() <= width) {
                used += GAP.length() + column.least();
                kept.add(column);
            }
        }
        return kept;
    }

    /** What is left after each column has the least it needs goes to those that need more, from left to right. */
    private static List<Column> shared(List<Column> columns, int width) {
        int others = columns.stream()
                .skip(1)
                .mapToInt(column -> GAP.length() + column.least())
                .sum();
        var shared = new ArrayList<Column>();
        for (Column column : columns) {
            boolean first = shared.isEmpty();
            int least = first ? Math.max(1, Math.min(column.least(), width - others)) : column.least();
            shared.add(column.withWidth(least));
        }
        int left = width - total(shared);
        for (int i = 0; i < shared.size() && left > 0; i++) {
            int more = Math.min(left, columns.get(i).width() - shared.get(i).width());
            shared.set(i, shared.get(i).withWidth(shared.get(i).width() + more));
            left -= more;
        }
        return List.copyOf(shared);
    }

    private static int total(List<Column> columns) {
        return columns.stream().mapToInt(Column::width).sum() + GAP.length() * Math.max(0, columns.size() - 1);
    }

    private static String text(String name, @Nullable Object value, Page page) {
        return page.isEndless() ? Cell.whole(value) : Cell.brief(name, value);
    }

    private void line(List<String> texts, boolean bold) {
        var line = new StringBuilder();
        // What comes after the sample may be wider: rather a crooked line than a number that is cut.
        int spare = page.width() - total(columns);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String text = texts.get(i);
            String fitted = page.isEndless() ? text : TextWidth.cut(text, column.width() + Math.max(0, spare));
            cut |= !fitted.equals(text);
            spare -= Math.max(0, TextWidth.of(fitted) - column.width());
            line.append(i == 0 ? "" : GAP).append(column.pad(fitted));
        }
        page.line(Ink.BOLD.on(line.toString().stripTrailing(), bold));
    }
}
