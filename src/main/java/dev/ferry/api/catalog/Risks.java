package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each operation may do: the table {@code risks.tsv} for those that need a word, their verb for the rest. */
public final class Risks {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private Risks() {}

    private static final class Table {
        private static final Map<String, Risk> ROWS = new HashMap<>();

        static {
            for (String[] row : FactTable.rows(Risks.class, "risks.tsv")) {
                ROWS.put(row[0] + " " + row[1], Risk.valueOf(row[2]));
            }
        }
    }

    /**
     * What a request may do.
     *
     * @param operation what it calls; empty for a path that no table knows
     * @param body what it sends, as maps and lists; null for nothing
     */
    public static Risk of(String method, Optional<Operation> operation, @Nullable Object body) {
        if (READING.contains(method)) {
            return Risk.READS;
        }
        return operation
                .map(known -> Table.ROWS.getOrDefault(method + " " + known.path(), Risk.CHANGES))
                .orElse(Risk.CHANGES);
    }
}
