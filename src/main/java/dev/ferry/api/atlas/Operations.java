package dev.ferry.api.atlas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/">Atlas Administration API</a>
 */
public final class Operations {
    private static final String RESOURCE = "operations.tsv";

    private final Map<String, Operation> byId = new TreeMap<>();
    private final Map<String, Operation> byCall = new HashMap<>();

    private Operations(List<Operation> operations) {
        for (Operation operation : operations) {
            byId.put(operation.id(), operation);
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

    /** Every operation, by name. */
    public List<Operation> all() {
        return List.copyOf(byId.values());
    }

    /** The operation with this name. */
    public Optional<Operation> withId(String id) {
        return Optional.ofNullable(byId.get(id));
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
        InputStream resource = Operations.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("The program is incomplete: " + RESOURCE + " is missing.");
        }
        List<Operation> operations = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.readLine(); // the heading
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                operations.add(operation(line.split("\t", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of operations cannot be read.", e);
        }
        return operations;
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
