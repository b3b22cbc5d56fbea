package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import dev.ferry.profile.Folders;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations as a table: an operation a row, its columns the components of {@link Operation} in their order, after a row with
 * their names; lines that start with {@code #} are remarks. A cell with several values has commas between them.
 * {@code sunset} pairs a version with a day ({@code 2023-01-01:2027-07-01}), {@code bodies} and {@code answers} pair it with a
 * schema ({@code 2023-01-01=AlertView}); {@code query} is {@code name:type}, with a star after the name where it is required;
 * {@code headers} is {@code name=Header:type}. {@code deprecated} is {@code y} or {@code n}.
 */
final class OperationTable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "shortId",
            "tag",
            "method",
            "path",
            "versions",
            "sunset",
            "roles",
            "query",
            "headers",
            "bodies",
            "answers",
            "success",
            "deprecated");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private OperationTable() {}

    /** A table that comes with the program. */
    static List<Operation> shipped(String name) {
        // The first row is the heading.
        return FactTable.rows(OperationTable.class, name).stream()
                .skip(1)
                .map(OperationTable::operation)
                .toList();
    }

    /** A table of somebody's own. */
    static List<Operation> read(Path file) {
        List<Operation> operations = new ArrayList<>();
        List<String> lines = lines(file);
        boolean heading = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (heading) {
                heading = false;
                if (!Arrays.asList(cells).equals(COLUMNS)) {
                    throw wrong(file, i, "the columns have to be " + String.join(", ", COLUMNS));
                }
            } else {
                operations.add(checked(file, i, cells));
            }
        }
        return operations;
    }

    private static Operation checked(Path file, int line, String[] cells) {
        if (cells.length != COLUMNS.size()) {
            throw wrong(file, line, "a row has " + COLUMNS.size() + " cells, this one has " + cells.length);
        }
        if (cells[0].isEmpty()) {
            throw wrong(file, line, "the operation has no id");
        }
        if (!METHODS.contains(cells[3])) {
            throw wrong(file, line, "'" + cells[3] + "' is no verb of " + cells[0]);
        }
        if (!cells[4].startsWith("/")) {
            throw wrong(file, line, "the path of " + cells[0] + " does not begin with a slash");
        }
        try {
            Operation operation = operation(cells);
            operation.sunset().values().forEach(LocalDate::parse);
            return operation;
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            throw wrong(file, line, "a cell of " + cells[0] + " is not written as in the table that comes with Ferry");
        }
    }

    private static SettingsException wrong(Path file, int line, String problem) {
        return new SettingsException(file + ", line " + (line + 1) + ": " + problem + ".");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes a table that {@link #read} reads. */
    static void write(Path file, List<Operation> operations) {
        String text = Stream.concat(
                        Stream.of(String.join("\t", COLUMNS)),
                        operations.stream().map(OperationTable::row))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Folders.write(file, text);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String row(Operation operation) {
        return Stream.of(
                        operation.id(),
                        operation.shortId().equals(operation.id()) ? "" : operation.shortId(),
                        operation.tag(),
                        operation.method(),
                        operation.path(),
                        String.join(",", operation.versions()),
                        joined(operation.sunset(), ":"),
                        String.join(",", operation.roles()),
                        operation.query().stream()
                                .map(each -> each.name() + (each.required() ? "*:" : ":") + each.type())
                                .collect(Collectors.joining(",")),
                        operation.headers().stream()
                                .map(each -> each.name() + "=" + each.header() + ":" + each.type())
                                .collect(Collectors.joining(",")),
                        joined(operation.bodies(), "="),
                        joined(operation.answers(), "="),
                        operation.success().stream().map(String::valueOf).collect(Collectors.joining(",")),
                        operation.deprecated() ? "y" : "n")
                .map(cell -> cell.replaceAll("[\\t\\r\\n]", " "))
                .collect(Collectors.joining("\t"));
    }

    private static String joined(Map<String, String> pairs, String separator) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + separator + pair.getValue())
                .collect(Collectors.joining(","));
    }

    private static Operation operation(String[] cells) {
        return new Operation(
                cells[0],
                cells[1].isEmpty() ? cells[0] : cells[1],
                cells[2],
                cells[3],
                cells[4],
                list(cells[5]),
                pairs(cells[6], ':'),
                list(cells[7]),
                list(cells[8]).stream().map(OperationTable::query).toList(),
                list(cells[9]).stream().map(OperationTable::header).toList(),
                pairs(cells[10], '='),
                pairs(cells[11], '='),
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

    private static SortedMap<String, String> pairs(String cell, char separator) {
        if (cell.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String pair : list(cell)) {
            int at = pair.indexOf(separator);
            pairs.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Collections.unmodifiableSortedMap(pairs);
    }
}
