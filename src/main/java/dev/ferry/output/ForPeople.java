package dev.ferry.output;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layout for people: many records as a table, one record as fields, anything else as its text. */
final class ForPeople {
    private ForPeople() {}

    static void write(Object value, Page page) {
        if (value instanceof Outline outline) {
            OutlineText.write(outline, page);
            return;
        }
        Iterator<?> elements = Elements.of(value);
        if (elements != null) {
            writeList(elements, page);
        } else if (Tree.of(value) instanceof Map<?, ?> map) {
            Fields.write(map, page);
        } else {
            page.line(text(value));
        }
    }

    /** A table is laid out from the first records; the others are written as they are read. */
    private static void writeList(Iterator<?> elements, Page page) {
        List<@Nullable Object> sample = new ArrayList<>();
        while (sample.size() < Columns.SAMPLE && elements.hasNext()) {
            sample.add(Tree.ofKnown(elements.next()));
        }
        if (sample.isEmpty()) {
            page.remarks().accept("no results");
            return;
        }
        var records = new ArrayList<Map<?, ?>>();
        for (Object tree : sample) {
            if (tree instanceof Map<?, ?> map) {
                records.add(map);
            }
        }
        if (records.size() < sample.size()) {
            sample.forEach(tree -> writeLine(tree, page));
            elements.forEachRemaining(element -> writeLine(Tree.ofKnown(element), page));
            return;
        }
        Table table = Table.fitting(records, page);
        table.header();
        records.forEach(table::row);
        while (elements.hasNext()) {
            Object tree = Tree.ofKnown(elements.next());
            if (tree instanceof Map<?, ?> row) {
                table.row(row);
            } else {
                writeLine(tree, page);
            }
        }
        table.remark();
    }

    private static void writeLine(@Nullable Object tree, Page page) {
        page.line(tree instanceof String text ? text : Cell.whole(tree));
    }

    /** Text is shown as it is, with the line ends and the colours somebody gave it. */
    private static String text(Object value) {
        Object tree = Tree.of(value);
        return tree instanceof String text ? text : Cell.whole(tree);
    }
}
