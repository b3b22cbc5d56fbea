package dev.ferry.api.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What one catalog says otherwise than another. An operation is the same when its name is the same.
 *
 * @param added operations that only the newer one has
 * @param removed operations that only the older one has
 * @param changed what differs in the others, by name
 */
public record CatalogDifference(List<Operation> added, List<Operation> removed, Map<String, List<Change>> changed) {
    private static final Map<String, Function<Operation, Collection<?>>> COMPARED = compared();

    /**
     * Something about an operation that differs; what did not change is not in either.
     *
     * @param what the column: {@code path}, {@code versions}, {@code sunset}, {@code roles}, {@code query} and so on
     * @param before what only the older one has
     * @param after what only the newer one has
     */
    public record Change(String what, Set<String> before, Set<String> after) {}

    /** What differs from one catalog to another. */
    public static CatalogDifference between(Catalog older, Catalog newer) {
        Map<String, Operation> before = byId(older);
        Map<String, Operation> after = byId(newer);
        Map<String, List<Change>> changed = new LinkedHashMap<>();
        before.forEach((id, operation) -> {
            Operation other = after.get(id);
            List<Change> changes = other == null ? List.of() : changes(operation, other);
            if (!changes.isEmpty()) {
                changed.put(id, changes);
            }
        });
        return new CatalogDifference(without(after, before), without(before, after), changed);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Map<String, Operation> byId(Catalog catalog) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        catalog.operations().forEach(operation -> operations.put(operation.id(), operation));
        return operations;
    }

    private static List<Operation> without(Map<String, Operation> all, Map<String, Operation> others) {
        return all.values().stream()
                .filter(operation -> !others.containsKey(operation.id()))
                .toList();
    }

    private static List<Change> changes(Operation before, Operation after) {
        List<Change> changes = new ArrayList<>();
        COMPARED.forEach((what, values) -> {
            Set<String> gone = texts(values.apply(before));
            Set<String> come = texts(values.apply(after));
            Set<String> same = new LinkedHashSet<>(gone);
            same.retainAll(come);
            gone.removeAll(same);
            come.removeAll(same);
            if (!gone.isEmpty() || !come.isEmpty()) {
                changes.add(new Change(what, gone, come));
            }
        });
        return changes;
    }

    private static Set<String> texts(Collection<?> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }

    private static Map<String, Function<Operation, Collection<?>>> compared() {
        Map<String, Function<Operation, Collection<?>>> columns = new LinkedHashMap<>();
        columns.put("name", operation -> List.of(operation.shortId()));
        columns.put("path", operation -> List.of(operation.line()));
        columns.put("versions", Operation::versions);
        columns.put("sunset", operation -> operation.sunset().entrySet());
        columns.put("deprecated", operation -> List.of(operation.deprecated()));
        columns.put("roles", Operation::roles);
        columns.put("query", operation -> operation.query().stream()
                .map(each -> each.name() + (each.required() ? "*" : "") + ": " + each.type())
                .toList());
        columns.put("bodies", operation -> operation.bodies().entrySet());
        columns.put("answers", operation -> operation.answers().entrySet());
        return columns;
    }
}
