package dev.ferry.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values with a header, lines ending in LF. Nested values are JSON; anything but records has one column,
 * {@code value}. The header is made from the first {@value Columns#SAMPLE} records, then each is written as it is read;
 * a field that first appears later is named in a remark.
 */
final class CsvText {
    private final Page page;
    private final List<String> columns;
    private final Set<String> late = new LinkedHashSet<>();

    private CsvText(Page page, List<String> columns) {
        this.page = page;
        this.columns = columns;
    }

    static void write(Object value, Page page) {
        Iterator<?> elements = Elements.of(value);
        if (elements == null) {
            elements = List.of(value).iterator();
        }
        var sample = new ArrayList<Map<?, ?>>();
        while (sample.size() < Columns.SAMPLE && elements.hasNext()) {
            sample.add(fields(elements.next()));
        }
        if (sample.isEmpty()) {
            page.remarks().accept("no results");
            return;
        }
        List<String> chosen = page.looks().columns();
        var csv = new CsvText(page, chosen.isEmpty() ? Columns.all(sample) : chosen);
        csv.header();
        sample.forEach(csv::row);
        while (elements.hasNext()) {
            csv.row(fields(elements.next()));
        }
        if (!csv.late.isEmpty()) {
            page.remarks()
                    .accept("… fields without a column: " + String.join(", ", csv.late) + "; "
                            + page.choice().apply(Format.JSONL) + " shows them");
        }
    }

    private static Map<?, ?> fields(@Nullable Object element) {
        Object tree = Tree.of(element);
        if (tree instanceof Map<?, ?> map) {
            return map;
        }
        Map<String, @Nullable Object> single = new HashMap<>();
        single.put("value", tree);
        return single;
    }

    /** What is added to a file has the columns of the file, whose header is there. */
    private void header() {
        List<String> above = page.looks().header();
        if (above.isEmpty()) {
            line(columns);
        } else if (!above.equals(columns)) {
            throw new OutputException("The columns there are other ones: " + String.join(", ", above) + "; these are "
                    + String.join(", ", columns) + ". Choose the same ones with `columns:`.");
        }
    }

    private void row(Map<?, ?> row) {
        line(columns.stream().map(column -> text(row.get(column))).toList());
        for (Object name : row.keySet()) {
            if (!columns.contains(name)) {
                late.add(String.valueOf(name));
            }
        }
    }

    private void line(List<String> fields) {
        var text = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text)
                .writeRecord(fields);
        page.data().accept(text.toString());
    }

    private static String text(@Nullable Object tree) {
        if (tree == null) {
            return "";
        }
        return tree instanceof Map || tree instanceof List ? JsonText.compact(tree) : tree.toString();
    }
}
