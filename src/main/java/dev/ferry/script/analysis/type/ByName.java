package dev.ferry.script.analysis.type;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.Download;
import dev.ferry.api.http.Operations;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations that can be called by name, as members of {@link Operations}. No class declares them: the tables of
 * {@link Catalogs} do.
 */
public final class ByName {

    private static final Type MAP = new TypeText.Parameterized(Map.class, List.of(String.class, Object.class));

    private final Catalogs catalogs;

    public ByName(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Whether the members of a type are operations. */
    public static boolean are(@Nullable Class<?> type) {
        return type == Operations.class;
    }

    /** The operation of this name, in the API whose property the receiver is, or in either when that is not known. */
    public Optional<Operation> find(@Nullable Class<?> owner, String name) {
        return catalogs(owner).stream()
                .flatMap(each -> each.byName(name).stream())
                .findFirst();
    }

    /** The operation behind a verb and the template of its path. */
    public Optional<Operation> find(String verb, String path) {
        return catalogs(null).stream()
                .flatMap(each -> each.of(verb, path).stream())
                .findFirst();
    }

    /** Whether the operation belongs to the target's API. */
    public boolean isTarget(Operation operation) {
        return catalogs.atlas().byName(operation.id()).equals(Optional.of(operation));
    }

    /** The names that {@link #find(Class, String)} knows. */
    public List<String> names(@Nullable Class<?> owner) {
        return catalogs(owner).stream().flatMap(each -> each.names().stream()).toList();
    }

    /** The operation that a request calls. */
    public Optional<Operation> matching(@Nullable Class<?> owner, String verb, String path) {
        return catalogs(owner).stream()
                .flatMap(each -> each.match(verb, path).stream())
                .map(Catalog.Match::operation)
                .findFirst();
    }

    /** What the bodies of requests look like. */
    public Shapes shapes() {
        return catalogs.shapes();
    }

    /** The tables in which the operations of a receiver stand. */
    public List<Catalog> catalogs(@Nullable Class<?> owner) {
        if (owner == Atlas.class) {
            return List.of(catalogs.atlas());
        }
        return owner == CloudManager.class
                ? List.of(catalogs.cloudManager())
                : List.of(catalogs.atlas(), catalogs.cloudManager());
    }

    /** What a call gives: maps, since answers of operations by name have no classes. */
    public static Type result(Operation operation, Map<String, String> given) {
        String version = version(operation, given.getOrDefault(Argument.VERSION, ""));
        String answer = operation.answers().getOrDefault(version, "");
        if (given.containsKey(Argument.TO) || operation.formats(version).equals(List.of(Operation.GZIP))) {
            return Download.class;
        }
        if (operation.isPaged(version) && !given.containsKey("pageNum")) {
            return new TypeText.Parameterized(Listing.class, List.of(MAP));
        }
        if (answer.startsWith("[")) {
            return new TypeText.Parameterized(List.class, List.of(MAP));
        }
        return answer.isEmpty() || answer.equals("-") ? Object.class : MAP;
    }

    /** The version that a call uses when it asks for this date, or for none. */
    public static String version(Operation operation, String asked) {
        return operation.versionFor(asked).or(operation::newest).orElse(Operation.UNVERSIONED);
    }
}
