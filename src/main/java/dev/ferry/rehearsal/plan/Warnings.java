package dev.ferry.rehearsal.plan;

import dev.ferry.api.FactTable;
import dev.ferry.api.change.Change;
import java.util.List;

/** What a person should know of a change before it is made: the table {@code warnings.tsv}. */
final class Warnings {
    private record Row(String method, String path, String when, String sentence) {
        private boolean isAbout(Change change) {
            boolean same = change.method().equals(method)
                    && change.operation()
                            .filter(known -> known.path().equals(path))
                            .isPresent();
            int equals = when.indexOf('=');
            return same
                    && (equals < 0
                            || when.substring(equals + 1)
                                    .equals(String.valueOf(
                                            Leaves.byPlace(change.body()).get(when.substring(0, equals)))));
        }
    }

    private static final List<Row> ROWS = FactTable.rows(Warnings.class, "warnings.tsv").stream()
            .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]))
            .toList();

    private Warnings() {}

    /** The sentences about a change. */
    static List<String> of(Change change) {
        return ROWS.stream()
                .filter(row -> row.isAbout(change))
                .map(Row::sentence)
                .toList();
    }
}
