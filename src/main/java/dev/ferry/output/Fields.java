package dev.ferry.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as {@code name  value} lines, nested records below their name and indented, nested lists of records as
 * tables.
 */
final class Fields {
    private static final int INDENT = 2;

    /** A longer name does not push all values to the right. */
    private static final int WIDEST_NAME = 32;

    private Fields() {}

    static void write(Map<?, ?> tree, Page page) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        tree.forEach((name, value) -> {
            if (!Columns.isHidden(String.valueOf(name))) {
                fields.put(Cell.scalar(name), value);
            }
        });
        int width = fields.keySet().stream()
                .mapToInt(TextWidth::of)
                .filter(columns -> columns <= WIDEST_NAME)
                .max()
                .orElse(0);
        fields.forEach((name, value) -> writeField(name, width, value, page));
    }

    private static void writeField(String name, int width, @Nullable Object value, Page page) {
        String label = Ink.CYAN.on(name, page.coloured());
        String padded = label + " ".repeat(Math.max(0, width - TextWidth.of(name))) + "  ";
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            page.line(label);
            write(map, page.indented(INDENT));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            writeList(label, padded, list, page);
        } else if (value instanceof String text && text.contains("\n")) {
            page.line(label);
            text.lines().forEach(line -> page.indented(INDENT).line(Cell.scalar(line)));
        } else {
            page.line((padded + (value instanceof Map || value instanceof List ? "" : Cell.scalar(value)))
                    .stripTrailing());
        }
    }

    private static void writeList(String label, String padded, List<?> list, Page page) {
        Page inner = page.indented(INDENT);
        var records = new ArrayList<Map<?, ?>>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> map) {
                records.add(map);
            }
        }
        if (records.size() == list.size()) {
            page.line(label);
            Table table = Table.fitting(records, Columns.forPeople(records, null), inner);
            table.header();
            records.forEach(table::row);
            table.remark();
            return;
        }
        String joined = Cell.isFlat(list) ? Cell.joined(list) : "";
        if (!joined.isEmpty() && joined.length() <= page.width() - Math.min(page.width(), padded.length())) {
            page.line(padded + joined);
        } else {
            page.line(label);
            list.forEach(element -> inner.line(Cell.whole(element)));
        }
    }
}
