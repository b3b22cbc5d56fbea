package dev.ferry.sandbox;

import dev.ferry.api.FactTable;
import dev.ferry.api.Timespan;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.sandbox.Limit.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a sandbox may be asked. The limits of the two APIs are in {@code limits.tsv}; the token endpoint has one of its
 * own. Clients wait for them in real time, whatever the speed of the sandbox.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/api-rate-limit/">Rate limits of the Atlas Administration API</a>
 */
public final class Limits {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\S+)");
    private static final String ANY = "*";
    private static final String V1 = "v1.0";

    private final List<Row> rows;
    private final Map<String, Limit> byOperation = new LinkedHashMap<>();
    private final @Nullable Limit ofV1;

    private record Row(List<String> what, Limit limit) {}

    private Limits(List<Row> rows) {
        this.rows = rows;
        for (Operation operation : Catalog.atlas().operations()) {
            find(operation).ifPresent(limit -> byOperation.put(operation.id(), limit));
        }
        this.ofV1 = rows(V1).map(Row::limit).findFirst().orElse(null);
    }

    /** Those that the service publishes. What it does not publish, such as those of v1.0, is made up. */
    public static Limits documented() {
        return new Limits(read());
    }

    /** None at all; the token endpoint keeps its own. */
    public static Limits none() {
        return new Limits(List.of());
    }

    /**
     * The same limit for every endpoint set.
     *
     * @param requests how many requests a project, an organization or a credential has in a span
     * @param span whole seconds
     */
    public static Limits every(int requests, Duration span) {
        int seconds = (int) span.toSeconds();
        if (requests < 1 || seconds < 1) {
            throw new IllegalArgumentException("A limit is at least one request in a second.");
        }
        return new Limits(read().stream()
                .map(row -> new Row(
                        row.what(), new Limit(row.limit().set(), row.limit().scope(), requests, requests, seconds)))
                .toList());
    }

    /**
     * The same limit for every endpoint set.
     *
     * @param text requests, a slash and a span of time, such as {@code 100/60s}
     * @throws IllegalArgumentException when it is written in another way
     */
    public static Limits parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        try {
            if (matcher.matches()) {
                return every(Integer.parseInt(matcher.group(1)), Timespan.of(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            throw notUnderstood(text, e);
        }
        throw notUnderstood(text, null);
    }

    private static IllegalArgumentException notUnderstood(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "A limit is a number of requests, a slash and a span of at least a second, such as 100/60s, not '"
                        + text + "'.",
                cause);
    }

    /** The limit of an operation; null, of v1.0 as a whole. */
    Optional<Limit> of(@Nullable Operation operation) {
        return Optional.ofNullable(operation == null ? ofV1 : byOperation.get(operation.id()));
    }

    /** Every endpoint set of v2 with the operations that belong to it. */
    Map<Limit, List<Operation>> sets() {
        Map<Limit, List<Operation>> sets = new LinkedHashMap<>();
        for (Operation operation : Catalog.atlas().operations()) {
            of(operation).ifPresent(limit -> sets.computeIfAbsent(limit, any -> new ArrayList<>())
                    .add(operation));
        }
        return sets;
    }

    private Optional<Limit> find(Operation operation) {
        Scope scope = scope(operation);
        return Stream.of(
                        rows(operation.path()),
                        rows(operation.tag()).filter(row -> row.limit().scope() == scope),
                        rows(ANY).filter(row -> row.limit().scope() == scope))
                .flatMap(candidates -> candidates)
                .map(Row::limit)
                .findFirst();
    }

    private Stream<Row> rows(String what) {
        return rows.stream().filter(row -> row.what().contains(what));
    }

    private static Scope scope(Operation operation) {
        if (operation.path().contains("{groupId}")) {
            return Scope.GROUP;
        }
        return operation.path().contains("{orgId}") ? Scope.ORGANIZATION : Scope.USER;
    }

    private static List<Row> read() {
        return FactTable.rows(Limits.class, "limits.tsv").stream()
                .map(cells -> new Row(
                        List.of(cells[1].split(",")),
                        new Limit(
                                cells[0],
                                Scope.valueOf(cells[2]),
                                Integer.parseInt(cells[3]),
                                Integer.parseInt(cells[4]),
                                Integer.parseInt(cells[5]))))
                .toList();
    }
}
