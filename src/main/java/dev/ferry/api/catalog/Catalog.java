package dev.ferry.api.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All operations of one API, as its documentation lists them. The tables come with the program and are read once, on first
 * use. {@link Catalogs} adds what the user has imported.
 *
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/">Atlas Administration API</a>
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/">Cloud Manager API</a>
 */
public final class Catalog {
    private final List<Operation> operations;
    private final Map<String, Operation> byName = new LinkedHashMap<>();
    private final Map<String, Operation> byTemplate = new HashMap<>();
    private final PathTree paths = new PathTree();

    /** A catalog of these operations. Where two have the same verb and path, or the same name, the later one counts. */
    public Catalog(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        for (Operation operation : operations) {
            byTemplate.put(key(operation.method(), operation.path()), operation);
            paths.add(operation);
        }
        // A short name never hides the full name of another operation.
        operations.forEach(operation -> byName.put(operation.shortId(), operation));
        operations.forEach(operation -> byName.put(operation.id(), operation));
    }

    private static final class Atlas {
        private static final Catalog TABLE = new Catalog(OperationTable.shipped("atlas.tsv"));
    }

    private static final class CloudManager {
        private static final Catalog TABLE = new Catalog(OperationTable.shipped("cloudmanager.tsv"));
    }

    /** The Atlas Administration API v2. */
    public static Catalog atlas() {
        return Atlas.TABLE;
    }

    /** The public API v1.0 of Cloud Manager and Ops Manager. */
    public static Catalog cloudManager() {
        return CloudManager.TABLE;
    }

    /**
     * The catalog of a file.
     *
     * @throws dev.ferry.profile.SettingsException when it cannot be read, or a row is not as it has to be; names file and line
     */
    public static Catalog read(Path file) {
        return new Catalog(OperationTable.read(file));
    }

    /**
     * Writes a file that {@link #read} reads, and makes its folder.
     *
     * @throws dev.ferry.profile.SettingsException when it cannot be written
     */
    public void write(Path file) {
        OperationTable.write(file, operations);
    }

    /** This catalog with the operations of another: one of the same name replaces ours, any other is added. */
    public Catalog overlaidBy(Catalog other) {
        Map<String, Operation> all = new LinkedHashMap<>();
        operations.forEach(operation -> all.put(operation.id(), operation));
        other.operations.forEach(operation -> all.put(operation.id(), operation));
        return new Catalog(List.copyOf(all.values()));
    }

    /** All of them, in the order of the table. */
    public List<Operation> operations() {
        return operations;
    }

    /** The operation of this name, short or full. */
    public Optional<Operation> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names that {@link #byName} knows. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** All of them by chapter of the documentation. */
    public SortedMap<String, List<Operation>> byTag() {
        SortedMap<String, List<Operation>> chapters = new TreeMap<>();
        for (Operation operation : operations) {
            chapters.computeIfAbsent(operation.tag(), any -> new ArrayList<>()).add(operation);
        }
        return chapters;
    }

    /**
     * The operation behind a verb and the template of a path. Only the place of a path's parameters counts, not what they
     * are called.
     *
     * @param path a path with {@code {name}} for its parameters, with or without the leading slash
     */
    public Optional<Operation> of(String method, String path) {
        return Optional.ofNullable(byTemplate.get(key(method, path)));
    }

    /**
     * What a request calls. Where several templates fit, the one with more fixed text wins, segment by segment.
     *
     * @param method verb
     * @param path the path of a request, such as {@code /api/atlas/v2/groups/65…/clusters/c1}; encoded or not, a query is
     *     ignored
     */
    public Optional<Match> match(String method, String path) {
        int query = path.indexOf('?');
        return paths.find(method, query < 0 ? path : path.substring(0, query));
    }

    /**
     * A request that an operation answers.
     *
     * @param path what goes into the operation's path, by name, decoded
     */
    public record Match(Operation operation, Map<String, String> path) {}

    private static String key(String method, String path) {
        return method + " " + (path.startsWith("/") ? "" : "/") + path.replaceAll("\\{[^}]*}", "{}");
    }
}
