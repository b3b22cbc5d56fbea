package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.FactTable;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a twin takes over as a whole, such as the access list of a project: a row of the table {@code aspects.tsv}.
 *
 * @param covers the operations that read or change it
 * @param reads the templates of the paths that bring it, from the host
 * @param needs the names of what else has to be there
 * @param moves whether it changes with time alone
 */
record Aspect(ApiSide side, String name, List<Cover> covers, List<String> reads, List<String> needs, boolean moves) {
    static final String PROJECTS = "projects";
    static final String AVAILABLE = "available";
    static final String LINK = "link";

    /**
     * Operations.
     *
     * @param verb the only verb; empty for any
     * @param path template of the path, from the host
     * @param below whether all paths that begin so are meant
     */
    record Cover(String verb, String path, boolean below) {
        static Cover of(String cell, String prefix) {
            int blank = cell.indexOf(' ');
            String path = cell.substring(blank + 1);
            boolean below = path.endsWith("*");
            return new Cover(
                    cell.substring(0, Math.max(0, blank)),
                    prefix + (below ? path.substring(0, path.length() - 1) : path),
                    below);
        }

        boolean fits(String method, String template) {
            return (verb.isEmpty() || verb.equals(method))
                    && (below ? template.startsWith(path) : template.equals(path));
        }

        private int weight() {
            return path.length() * 4 + (below ? 0 : 2) + (verb.isEmpty() ? 0 : 1);
        }
    }

    private static final class Table {
        private static final List<Aspect> ROWS = FactTable.rows(Aspect.class, "aspects.tsv").stream()
                .map(Aspect::of)
                .toList();
    }

    private static Aspect of(String[] row) {
        ApiSide side = ApiSide.valueOf(row[0].toUpperCase(Locale.ROOT));
        String prefix = side == ApiSide.TARGET ? Catalogs.ATLAS : Catalogs.CLOUD_MANAGER;
        return new Aspect(
                side,
                row[1],
                cells(row[2]).map(cell -> Cover.of(cell, prefix)).toList(),
                cells(row[3]).map(cell -> prefix + cell).toList(),
                cells(row[4]).toList(),
                row[5].equals("y"));
    }

    private static Stream<String> cells(String cell) {
        return cell.isEmpty() ? Stream.empty() : Stream.of(cell.split("; ", -1));
    }

    /** Every row. */
    static List<Aspect> all() {
        return Table.ROWS;
    }

    /** What an operation reads or changes; empty for what no twin takes over. */
    static Optional<Aspect> of(ApiSide side, Operation operation) {
        record Fit(Aspect aspect, Cover cover) {}
        return Table.ROWS.stream()
                .filter(aspect -> aspect.side == side)
                .flatMap(aspect -> aspect.covers.stream()
                        .filter(cover -> cover.fits(operation.method(), operation.path()))
                        .map(cover -> new Fit(aspect, cover)))
                .max(Comparator.comparingInt(fit -> fit.cover().weight()))
                .map(Fit::aspect);
    }

    /** The one of this name. */
    static Aspect named(ApiSide side, String name) {
        return Table.ROWS.stream()
                .filter(aspect -> aspect.side == side && aspect.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table has no " + name + " of the " + side + "."));
    }

    /** Where one of it is told from another: the path of what it is read with or covered by, as far as its values are known. */
    String scope(Map<String, String> values) {
        String template = reads.isEmpty() ? covers.get(0).path() : reads.get(0);
        return filled(template, values);
    }

    /** The path with these values in its holes. */
    static String filled(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path;
    }
}
