package dev.ferry.cli;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.output.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Operations as rows to print: few columns for people, all facts for programs. */
final class CatalogRows {
    private CatalogRows() {}

    /** Adds the wanted operations of one API, whose calls begin with {@code prefix}. */
    static void add(
            List<Map<String, @Nullable Object>> rows,
            String prefix,
            Catalog catalog,
            Predicate<Operation> wanted,
            Format format) {
        catalog.operations().stream()
                .filter(wanted)
                .map(each -> format == Format.TABLE
                        ? row(prefix + each.shortId(), each)
                        : facts(prefix + each.shortId(), each))
                .forEach(rows::add);
    }

    private static Map<String, @Nullable Object> row(String call, Operation operation) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("call", call);
        row.put("tag", operation.tag());
        row.put("request", operation.shortLine());
        row.put("version", operation.newest().orElse(null));
        return row;
    }

    /** Everything the table knows about an operation. */
    static Map<String, @Nullable Object> facts(String call, Operation operation) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("call", call);
        facts.put("id", operation.id());
        facts.put("tag", operation.tag());
        facts.put("method", operation.method());
        facts.put("path", operation.path());
        facts.put("versions", operation.versions());
        facts.put("sunset", operation.sunset());
        facts.put("deprecated", operation.deprecated());
        facts.put("roles", operation.roles());
        facts.put("arguments", operation.arguments());
        facts.put("bodies", operation.bodies());
        facts.put("answers", operation.answers());
        return facts;
    }
}
