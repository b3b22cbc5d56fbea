package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Operations as a table: an operation a row, its columns the components of {@link Operation} in their order, after a row with
 * their names. A cell with several values has commas between them. {@code sunset} pairs a version with a day
 * ({@code 2023-01-01:2027-07-01}), {@code bodies} and {@code answers} pair it with a schema ({@code 2023-01-01=AlertView});
 * {@code query} is {@code name:type}, with a star after the name where it is required; {@code headers} is
 * {@code name=Header:type}.
 */
final class OperationTable {
    private OperationTable() {}

    /** A table that comes with the program. */
    static List<Operation> shipped(String name) {
        // The first row is the heading.
        return FactTable.rows(OperationTable.class, name).stream()
                .skip(1)
                .map(OperationTable::operation)
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
                list(cells[8]).stream().map(OperationTable::query).toList(),
                list(cells[9]).stream().map(OperationTable::header).toList(),
                pairs(cells[10], "="),
                pairs(cells[11], "="),
                list(cells[12]).stream().map(Integer::valueOf).toList(),
                cells[13].equals("y"));
    }

    private static Operation.Query query(String cell) {
        int colon = cell.indexOf(':');
        boolean required = cell.charAt(colon - 1) == '*';
        return new Operation.Query(
                cell.substring(0, required ? colon - 1 : colon), cell.substring(colon + 1), required);
    }

    private static Operation.Header header(String cell) {
        int equals = cell.indexOf('=');
        int colon = cell.indexOf(':');
        return new Operation.Header(
                cell.substring(0, equals), cell.substring(equals + 1, colon), cell.substring(colon + 1));
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
