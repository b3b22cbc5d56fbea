package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each operation may do: the table {@code risks.tsv} for those that need a word, their verb for the rest. A path that no table of
 * operations knows is held against the table of risks by what follows the API and its version, so that an older version of an API, or a
 * call that is documented elsewhere, is not taken for harmless; a DELETE of which nothing is known is severe. A path that a server may
 * read in several ways is as severe as the worst of them, and never counts as one that only asks.
 */
public final class Risks {
    /** Stands for a body that is sent, but cannot be read here: it may say anything. */
    public static final Object UNREADABLE = new Object();

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern API = Pattern.compile("^/api/(?:atlas|public)/v[\\d.]+(?=/)");

    private Risks() {}

    /**
     * What the table says of a call.
     *
     * @param method verb
     * @param path template of the path
     * @param when the field of the body that makes it so, as {@code dropDestinationData=true}; empty when it always is
     * @param because of a severe call what cannot be undone, as a sentence; of an ordinary DELETE why it is one
     */
    public record Row(String method, String path, Risk risk, String when, String because) {
        private static final String NOT = "!=";

        boolean holds(@Nullable Object body) {
            if (when.isEmpty() || body == UNREADABLE) {
                return true;
            }
            int equals = when.indexOf('=');
            if (equals < 0) {
                return !found(body, when).isEmpty();
            }
            boolean not = when.contains(NOT);
            String value = when.substring(equals + 1);
            List<Object> values = found(body, when.substring(0, not ? equals - 1 : equals));
            // A service may take a text for a truth value; better one question too many.
            return not
                    ? values.isEmpty() || values.stream().anyMatch(each -> !isText(each, value))
                    : values.stream().anyMatch(each -> isText(each, value));
        }

        private static boolean isText(Object value, String text) {
            return value.toString().strip().equalsIgnoreCase(text);
        }

        /** What stands at a dotted path, in every element of lists on the way; nothing for null and empty lists. */
        private static List<Object> found(@Nullable Object value, String path) {
            if (value instanceof Collection<?> list) {
                return list.stream().flatMap(each -> found(each, path).stream()).toList();
            }
            if (path.isEmpty()) {
                return value == null ? List.of() : List.of(value);
            }
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            return value instanceof Map<?, ?> map
                    ? found(map.get(name), dot < 0 ? "" : path.substring(dot + 1))
                    : List.of();
        }
    }

    private static final class Table {
        private static final List<Row> ROWS = new ArrayList<>();
        private static final Map<String, List<Row>> BY_TEMPLATE = new HashMap<>();
        private static final PathTree TAILS = new PathTree();

        static {
            for (String[] cells : FactTable.rows(Risks.class, "risks.tsv")) {
                Row row = new Row(cells[0], cells[1], Risk.valueOf(cells[2]), cells[3], cells[4]);
                ROWS.add(row);
                BY_TEMPLATE
                        .computeIfAbsent(key(row.method, row.path), any -> new ArrayList<>())
                        .add(row);
                // What only asks in one version of an API may not in another.
                if (row.risk == Risk.SEVERE) {
                    TAILS.add(template(row));
                }
            }
        }

        private static Operation template(Row row) {
            return new Operation(
                    row.path,
                    row.path,
                    "",
                    row.method,
                    API.matcher(row.path).replaceFirst(""),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Collections.unmodifiableSortedMap(new TreeMap<>()),
                    Collections.unmodifiableSortedMap(new TreeMap<>()),
                    List.of(),
                    false);
        }
    }

    /** The rows of the table. */
    public static List<Row> rows() {
        return Collections.unmodifiableList(Table.ROWS);
    }

    /** Whether a call with this verb changes nothing whatever else it is; the only place that says so. */
    public static boolean reads(String method) {
        return READING.contains(method.toUpperCase(Locale.ROOT));
    }

    /**
     * What a request may do.
     *
     * @param path its path, from the host
     * @param operation what it calls; empty for a path that no table knows
     * @param body what it sends, as maps and lists; null for nothing, {@link #UNREADABLE} for what is neither
     */
    public static Risk of(String method, String path, Optional<Operation> operation, @Nullable Object body) {
        String verb = method.toUpperCase(Locale.ROOT);
        if (reads(verb)) {
            return Risk.READS;
        }
        Risk risk = row(verb, path, operation, body).map(Row::risk).orElse(usual(verb));
        return risk == Risk.ASKS && !Readings.isPlain(path) ? usual(verb) : risk;
    }

    /** Of a severe request what cannot be undone, as a sentence; empty where nobody has written it down. */
    public static String loss(String method, String path, Optional<Operation> operation, @Nullable Object body) {
        return row(method.toUpperCase(Locale.ROOT), path, operation, body)
                .filter(row -> row.risk == Risk.SEVERE)
                .map(Row::because)
                .orElse("");
    }

    /**
     * What an operation may do as far as that does not depend on its body.
     *
     * @param template a path with {@code {name}} for its parameters
     */
    public static Risk of(String method, String template) {
        return reads(method)
                ? Risk.READS
                : about(method, template).stream()
                        .filter(row -> row.when.isEmpty())
                        .findFirst()
                        .map(Row::risk)
                        .orElse(usual(method));
    }

    /**
     * The rows about an operation, several where its body decides.
     *
     * @param template a path with {@code {name}} for its parameters
     */
    public static List<Row> about(String method, String template) {
        return List.copyOf(Table.BY_TEMPLATE.getOrDefault(key(method, template), List.of()));
    }

    private static Optional<Row> row(String method, String path, Optional<Operation> operation, @Nullable Object body) {
        Optional<Row> row =
                operation.map(known -> about(method, known.path())).orElseGet(() -> severe(method, path)).stream()
                        .filter(each -> each.holds(body))
                        .findFirst();
        return row.filter(each -> each.risk == Risk.SEVERE)
                .or(() -> Readings.of(path).stream()
                        .flatMap(reading -> severe(method, reading).stream())
                        .filter(each -> each.risk == Risk.SEVERE && each.holds(body))
                        .findFirst())
                .or(() -> row);
    }

    /** The rows about the operation that is severe and has this path, whatever the version of its API. */
    private static List<Row> severe(String method, String path) {
        return Table.TAILS
                .find(method, API.matcher(path).replaceFirst(""))
                .map(match -> about(method, match.operation().id()))
                .orElse(List.of());
    }

    private static Risk usual(String method) {
        return method.equals("DELETE") ? Risk.SEVERE : Risk.CHANGES;
    }

    private static String key(String method, String template) {
        return method + " " + template.replaceAll("\\{[^}]*}", "{}");
    }
}
