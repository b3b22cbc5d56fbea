package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import dev.ferry.api.Timespan;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which change leaves which {@link Trace}: a table for those that need it, and two rules for the rest. A thing that was deleted
 * cannot be read any more; one that was changed shows what was sent.
 */
public final class Traces {
    private static final Set<String> WRITES = Set.of("PUT", "PATCH");
    private static final String OR = " or ";
    private static final String SINCE = ">=";
    private static final String HARMLESS = "harmless";

    private final Catalogs catalogs;

    /** The traces of the operations in these catalogs. */
    public Traces(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    private static final class Table {
        private static final Map<String, String[]> ROWS = new HashMap<>();

        static {
            for (String[] row : FactTable.rows(Traces.class, "aftermath.tsv")) {
                ROWS.put(row[0] + " " + row[1], row);
            }
        }
    }

    /** The rows of the table, as verb and template of a path. */
    static Set<String> rows() {
        return Table.ROWS.keySet();
    }

    /** The trace of an operation; empty when no rule knows one. */
    public Optional<Trace> of(Operation change) {
        String[] row = Table.ROWS.get(change.method() + " " + change.path());
        if (row != null) {
            return Optional.of(trace(row, change));
        }
        Optional<Operation> read = reading(change.path());
        if (change.method().equals("DELETE")) {
            return read.map(same -> new Trace(same.path(), Trace.Kind.GONE, List.of(), false, "", Trace.SOON, false));
        }
        return WRITES.contains(change.method()) && change.takesBody()
                ? read.map(same -> new Trace(
                        change.path(),
                        Trace.Kind.SHOWS,
                        List.of(List.of(Trace.Condition.BODY)),
                        newestAnswer(change).equals(newestAnswer(same)),
                        "",
                        Trace.SOON,
                        false))
                : Optional.empty();
    }

    /** The path to read for a look at what a change may have changed: its own, or the nearest above it that can be read. */
    public Optional<String> near(Operation change) {
        String path = change.path();
        while (path.lastIndexOf('/') > 0) {
            int verb = path.indexOf(':', path.lastIndexOf('/'));
            path = verb < 0 ? path : path.substring(0, verb);
            if (reading(path).isPresent()) {
                return Optional.of(path);
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private Optional<Operation> reading(String path) {
        return catalogs.of("GET", path);
    }

    private static String newestAnswer(Operation operation) {
        return String.valueOf(operation.answers().get(operation.newest().orElse(Operation.UNVERSIONED)));
    }

    private static Trace trace(String[] row, Operation change) {
        Trace.Kind kind = Trace.Kind.of(row[3]);
        List<List<Trace.Condition>> signs = row[4].isEmpty()
                ? List.of()
                : Arrays.stream(row[4].split(OR)).map(Traces::sign).toList();
        boolean gives = kind != Trace.Kind.GONE && !newestAnswer(change).equals("-");
        Duration settles = row[6].isEmpty() ? Trace.SOON : Timespan.of(row[6]);
        return new Trace(row[2], kind, signs, gives, row[5], settles, row[7].equals(HARMLESS));
    }

    private static List<Trace.Condition> sign(String cell) {
        return Arrays.stream(cell.split(",")).map(Traces::condition).toList();
    }

    private static Trace.Condition condition(String cell) {
        if (cell.equals(Trace.Condition.BODY.field())) {
            return Trace.Condition.BODY;
        }
        if (cell.contains(SINCE)) {
            return new Trace.Condition(cell.substring(0, cell.indexOf(SINCE)), Trace.Condition.SENT);
        }
        int equals = cell.indexOf('=');
        return new Trace.Condition(cell.substring(0, equals), cell.substring(equals + 1));
    }
}
