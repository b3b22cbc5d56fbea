package dev.ferry.api.failure;

import dev.ferry.api.FactTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What error codes and statuses mean and what to do about them. The table of codes, {@code errors.tsv}, has those of the list
 * that both services share, those of the token endpoint and those of the sandbox; it is read when the first error is told.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/reference/api-errors/">Atlas error codes</a>
 */
public final class Hints {
    /**
     * What is known of an error.
     *
     * @param name the code, or the status where no code stands beside it
     * @param status the HTTP status it comes with
     * @param meaning what it means, in sentences
     * @param next what to do, as the end of a sentence
     * @param line what to type for that; empty when there is nothing
     * @param calls what answers with it: {@code *} for any call, {@code body} for any with a body, {@code {name}} for any with that
     *     in its path, else calls such as {@code atlas.projects.migrate}
     */
    public record Hint(String name, int status, String meaning, String next, String line, List<String> calls) {
        public Hint {
            calls = List.copyOf(calls);
        }
    }

    private static final class Codes {
        private static final Map<String, Hint> TABLE = new LinkedHashMap<>();

        static {
            for (String[] row : FactTable.rows(Hints.class, "errors.tsv")) {
                List<String> calls = row[5].isEmpty() ? List.of() : Arrays.asList(row[5].split("; ", -1));
                TABLE.put(row[0], new Hint(row[0], Integer.parseInt(row[1]), row[2], row[3], row[4], calls));
            }
        }
    }

    private static final class Statuses {
        private static final Map<Integer, Hint> TABLE = new LinkedHashMap<>();

        static {
            for (String[] row : FactTable.rows(Hints.class, "statuses.tsv")) {
                int status = Integer.parseInt(row[0]);
                TABLE.put(status, new Hint(row[0], status, row[1], row[2], "", List.of("*")));
            }
        }
    }

    private Hints() {}

    /** What is known of an error code, such as {@code GROUP_NOT_FOUND}. */
    public static Optional<Hint> code(String code) {
        return Optional.ofNullable(Codes.TABLE.get(code));
    }

    /** All codes that are known. */
    public static Collection<Hint> codes() {
        return Collections.unmodifiableCollection(Codes.TABLE.values());
    }

    /** All statuses that are known. */
    public static Collection<Hint> statuses() {
        return Collections.unmodifiableCollection(Statuses.TABLE.values());
    }

    static @Nullable String forError(int status, @Nullable String errorCode) {
        Hint hint = errorCode != null ? Codes.TABLE.get(errorCode) : Statuses.TABLE.get(status);
        return hint == null ? null : hint.next();
    }
}
