package dev.ferry.cli;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.CatalogDifference;
import dev.ferry.api.catalog.CatalogDifference.Change;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.OpenApiDocument;
import dev.ferry.api.catalog.ShapeDifference;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.output.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two states of the catalog, as rows to print: one for each thing that differs. */
final class CatalogChanges {
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";
    private static final String CHANGED = "changed";

    private CatalogChanges() {}

    /** What a document says otherwise than the catalog in use. */
    static List<Map<String, @Nullable Object>> rows(Catalogs current, OpenApiDocument document) {
        return rows(
                CatalogDifference.between(current.atlas(), new Catalog(document.operations())),
                current.shapes(),
                new Shapes(document.shapes()));
    }

    static List<Map<String, @Nullable Object>> rows(CatalogDifference difference, Shapes older, Shapes newer) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        difference.added().forEach(each -> rows.add(row(ADDED, each.id(), "operation", Set.of(), Set.of(each.line()))));
        difference
                .removed()
                .forEach(each -> rows.add(row(REMOVED, each.id(), "operation", Set.of(each.line()), Set.of())));
        difference.changed().forEach((name, changes) -> changes.forEach(each -> rows.add(row(name, each))));
        ShapeDifference.between(older, newer).forEach((name, change) -> rows.add(row(name, change)));
        return rows;
    }

    private static Map<String, @Nullable Object> row(String name, Change change) {
        return row(CHANGED, name, change.what(), change.before(), change.after());
    }

    private static Map<String, @Nullable Object> row(
            String change, String name, String what, Set<String> before, Set<String> after) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("change", change);
        row.put("name", name);
        row.put("what", what);
        row.put("before", List.copyOf(before));
        row.put("after", List.copyOf(after));
        return row;
    }

    /** Prints them; a table has a line for each, without brackets around what differs. */
    static void print(List<Map<String, @Nullable Object>> rows, CommandLineInterface ferry, GlobalOptions options) {
        if (options.format != Format.TABLE) {
            ferry.printer(options).print(rows);
        } else if (!rows.isEmpty()) {
            ferry.printer(options)
                    .print(rows.stream().map(CatalogChanges::plain).toList());
        }
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(row);
        plain.replaceAll((column, value) -> value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : value);
        return plain;
    }

    /** How many there are of each kind. */
    static String summary(List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return "nothing";
        }
        List<String> parts = new ArrayList<>();
        for (String change : List.of(ADDED, REMOVED, CHANGED)) {
            long count = rows.stream()
                    .filter(row -> change.equals(row.get("change")))
                    .map(row -> row.get("name"))
                    .distinct()
                    .count();
            if (count > 0) {
                parts.add(count + " " + change);
            }
        }
        return String.join(", ", parts);
    }
}
