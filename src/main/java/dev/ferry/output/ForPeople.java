package dev.ferry.output;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layout for people: many records as a table, one record as fields, an outline as a tree, anything else as its text. */
final class ForPeople {
    private ForPeople() {}

    static void write(Object value, Page page) {
        String title = page.looks().title();
        if (title != null) {
            page.line(Ink.BOLD.on(Cell.scalar(Redactor.redact(title)), page.coloured()));
        }
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
            writeLine(Tree.of(value), page);
        }
    }

    /** A table is laid out from the first records; the others are written as they are read. */
    private static void writeList(Iterator<?> elements, Page page) {
        var sample = new ArrayList<Object>();
        Class<?> type = null;
        var records = new ArrayList<Map<?, ?>>();
        while (sample.size() < Columns.SAMPLE && elements.hasNext()) {
            Object element = elements.next();
            if (element instanceof Outline outline) {
                OutlineText.write(outline, page);
                elements.forEachRemaining(each -> write(each, page));
                return;
            }
            Object tree = Tree.ofKnown(element);
            sample.add(tree);
            if (tree instanceof Map<?, ?> map) {
                records.add(map);
                type = element.getClass();
            }
        }
        if (sample.isEmpty()) {
            page.remarks().accept("no results");
            return;
        }
        if (records.size() < sample.size()) {
            sample.forEach(tree -> writeLine(tree, page));
            elements.forEachRemaining(element -> writeLine(Tree.ofKnown(element), page));
            return;
        }
        List<String> chosen = page.looks().columns();
        Table table = Table.fitting(
                records, chosen.isEmpty() ? Columns.forPeople(records, type) : Columns.chosen(chosen), page);
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

    /** Text is shown as it is, with the line ends and the colours somebody gave it. */
    private static void writeLine(@Nullable Object tree, Page page) {
        page.line(tree instanceof String text ? text : Cell.whole(tree));
    }
}
