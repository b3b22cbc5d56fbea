package dev.ferry.rehearsal.plan;

import dev.ferry.api.FactTable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What changes by itself: the table {@code volatile.tsv}. */
final class Volatile {
    private static final String ANY = "*";
    private static final Pattern PLACE = Pattern.compile("\\[[^\\]]*]");

    private record Row(String path, String field) {
        private boolean isAbout(String template) {
            return path.equals(ANY) || template.endsWith(path);
        }
    }

    private static final List<Row> ROWS = FactTable.rows(Volatile.class, "volatile.tsv").stream()
            .map(cells -> new Row(cells[0], cells[1]))
            .toList();

    private final List<Row> rows;

    /**
     * What changes by itself in an answer.
     *
     * @param template the path of the operation, with {@code {name}} for its parameters; the path itself where no table knows it
     */
    Volatile(String template) {
        this.rows = ROWS.stream().filter(row -> row.isAbout(template)).toList();
    }

    /**
     * Whether a field does.
     *
     * @param path of the field, as {@link Leaves} writes it
     */
    boolean changes(String path) {
        String plain = "." + PLACE.matcher(path).replaceAll("") + ".";
        return rows.stream()
                .flatMap(row -> Stream.of(row.field))
                .anyMatch(field -> field.equals(ANY) || plain.contains("." + field + "."));
    }
}
