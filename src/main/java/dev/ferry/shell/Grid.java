package dev.ferry.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Choices in columns below the headings of their groups, each column read from its top to its bottom. */
final class Grid {
    private static final int GAP = 3;
    /** Less of a detail says nothing. */
    private static final int SHORTEST_DETAIL = 4;

    private static final AttributedStyle HEADING = AttributedStyle.BOLD.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle TYPED = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle DETAIL = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle CHOSEN = AttributedStyle.DEFAULT.inverse();

    /** One line of the grid: a heading, or the places of choices in {@link #choices}. */
    private record Row(String heading, List<Integer> cells) {}

    private final List<Choice> choices = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final int cell;

    /**
     * @param offered in the order of their groups
     * @param width columns of the terminal
     * @param most how many lines there may be at most; what does not fit is left out
     */
    Grid(List<Choice> offered, int width, int most) {
        int widest = offered.stream().mapToInt(Grid::width).max().orElse(1);
        cell = Math.max(1, Math.min(widest, width));
        int columns = Math.max(1, (width + GAP) / (cell + GAP));
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (Choice each : offered) {
            groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
        }
        groups.forEach((heading, group) -> {
            int left = most - rows.size() - (heading.isEmpty() ? 0 : 1);
            if (left > 0) {
                add(heading, group.subList(0, (int) Math.min(group.size(), (long) left * columns)), columns);
            }
        });
    }

    private void add(String heading, List<Choice> group, int most) {
        if (!heading.isEmpty()) {
            rows.add(new Row(heading, List.of()));
        }
        int first = choices.size();
        choices.addAll(group);
        int lines = (group.size() + most - 1) / most;
        for (int line = 0; line < lines; line++) {
            List<Integer> cells = new ArrayList<>();
            for (int i = line; i < group.size(); i += lines) {
                cells.add(first + i);
            }
            rows.add(new Row("", cells));
        }
    }

    private static int width(Choice choice) {
        int width = new AttributedString(choice.display()).columnLength();
        return choice.detail().isEmpty() ? width : width + 3 + new AttributedString(choice.detail()).columnLength();
    }

    /** What is in the grid, in the order in which Tab walks through it. */
    List<Choice> choices() {
        return choices;
    }

    /** How many lines it has. */
    int height() {
        return rows.size();
    }

    /** The line on which a choice stands. */
    int rowOf(int choice) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).cells.contains(choice)) {
                return row;
            }
        }
        return 0;
    }

    /** The choice beside this one, {@code down} lines below and {@code right} columns to the right; round the edges. */
    int beside(int choice, int down, int right) {
        int row = rowOf(choice);
        int column = rows.get(row).cells.indexOf(choice);
        if (right != 0) {
            List<Integer> cells = rows.get(row).cells;
            return cells.get(Math.floorMod(column + right, cells.size()));
        }
        do {
            row = Math.floorMod(row + down, rows.size());
        } while (rows.get(row).cells.isEmpty());
        List<Integer> cells = rows.get(row).cells;
        return cells.get(Math.min(column, cells.size() - 1));
    }

    /**
     * Lines of the grid as they are shown.
     *
     * @param first the first line
     * @param count how many
     * @param typed letters at the beginning of a choice that are shown as typed
     * @param chosen the place of the choice that is shown as chosen; -1 for none
     */
    List<AttributedString> lines(int first, int count, String typed, int chosen) {
        List<AttributedString> lines = new ArrayList<>();
        for (Row row : rows.subList(first, Math.min(rows.size(), first + count))) {
            AttributedStringBuilder line = new AttributedStringBuilder();
            if (!row.heading.isEmpty()) {
                line.append(Hint.cut(new AttributedString(row.heading, HEADING), cell));
            }
            for (int place : row.cells) {
                boolean last = row.cells.get(row.cells.size() - 1) == place;
                line.append(cell(choices.get(place), typed, place == chosen, last));
                line.append(last ? "" : " ".repeat(GAP));
            }
            lines.add(line.toAttributedString());
        }
        return lines;
    }

    private AttributedString cell(Choice choice, String typed, boolean chosen, boolean last) {
        AttributedString name = Hint.cut(new AttributedString(choice.display()), cell);
        int room = cell - name.columnLength() - 3;
        AttributedString detail = choice.detail().isEmpty() || room < SHORTEST_DETAIL
                ? AttributedString.EMPTY
                : new AttributedStringBuilder()
                        .append("(")
                        .append(Hint.cut(new AttributedString(choice.detail()), room))
                        .append(")")
                        .toAttributedString();
        int pad = cell - name.columnLength() - detail.columnLength();
        String blanks = last && detail.length() == 0 && !chosen ? "" : " ".repeat(Math.max(0, pad));
        AttributedStringBuilder text = new AttributedStringBuilder();
        if (chosen) {
            return text.append(name + blanks + detail, CHOSEN).toAttributedString();
        }
        int begun = name.toString().startsWith(typed) ? typed.length() : 0;
        return text.append(name.toString().substring(0, begun), TYPED)
                .append(name.toString().substring(begun))
                .append(blanks)
                .append(detail.toString(), DETAIL)
                .toAttributedString();
    }
}
