package dev.ferry.api.atlas;

import dev.ferry.api.FactTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All operations of the Atlas Administration API v2, as a table. It is read once, on first use.
 *
 * <p>The table is {@code operations.tsv}, an operation a row. Its columns are the components of {@link Operation} in their
 * order. A cell with several values has commas between them; {@code sunset} pairs a version with a day
 * ({@code 2023-01-01:2027-07-01}), {@code bodies} and {@code answers} pair it with a schema
 * ({@code 2023-01-01=AlertView}), {@code query} is {@code name:type}, with a star after the name where it is required.
 *
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/">Atlas Administration API</a>
 */
public final class Operations {
    private final Map<String, Operation> byCall = new HashMap<>();

    private Operations(List<Operation> operations) {
        for (Operation operation : operations) {
            byCall.put(key(operation.method(), operation.path()), operation);
        }
    }

    private static final class Loaded {
        private static final Operations TABLE = new Operations(read());
    }

    /** The table. */
    public static Operations table() {
        return Loaded.TABLE;
    }

    /**
     * The operation behind a verb and a path. Only the place of a path's parameters counts, not what they are called.
     *
     * @param path a path with {@code {name}} for its parameters, with or without the leading slash
     */
    public Optional<Operation> of(String method, String path) {
        return Optional.ofNullable(byCall.get(key(method, path)));
    }

    private static String key(String method, String path) {
        return method + " " + (path.startsWith("/") ? "" : "/") + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static List<Operation> read() {
        // The first row is the heading.
        return FactTable.rows(Operations.class, "operations.tsv").stream()
                .skip(1)
                .map(Operations::operation)
                .toList();
    }

    private static Operation operation(String[] cells) {
        return new Operation(
                cells[0],
                cells[1].isEmpty() ? cells[0] : cells[1],
                cells[2],
                cells[3],
                cells[4],
                list(cells[5]),
                pairs(cells[6], ":"),
                list(cells[7]),
                list(cells[8]).stream().map(Operations::query).toList(),
                pairs(cells[9], "="),
                pairs(cells[10], "="),
                list(cells[11]).stream().map(Integer::valueOf).toList(),
                cells[12].equals("y"));
    }

    private static Operation.Query query(String cell) {
        int colon = cell.indexOf(':');
        boolean required = cell.charAt(colon - 1) == '*';
        return new Operation.Query(
                cell.substring(0, required ? colon - 1 : colon), cell.substring(colon + 1), required);
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(","));
    }

    private static SortedMap<String, String> pairs(String cell, String separator) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String pair : list(cell)) {
            int at = pair.indexOf(separator);
            pairs.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Collections.unmodifiableSortedMap(pairs);
    }
}
