package dev.ferry.help;

import dev.ferry.api.catalog.Operation;
import dev.ferry.javadoc.MethodDoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service methods that call an operation, found by the verb and the path of their annotations. */
public final class TypedCalls {
    private TypedCalls() {}

    /** Their signatures, such as {@code atlas.clusters.get(groupId, clusterName, …) → Cluster}. */
    public static List<String> of(Operation operation) {
        return Services.of(operation.method(), operation.path()).stream()
                .flatMap(call -> call.overloads().stream().map(method -> MethodHelp.signature(call.path(), method)))
                .distinct()
                .toList();
    }

    /** Their paths, such as {@code atlas.clusters.get}. */
    static List<String> paths(Operation operation) {
        return Services.of(operation.method(), operation.path()).stream()
                .map(Services.Call::path)
                .toList();
    }

    /** What they say of their named arguments, which are the fields of the body. */
    static Map<String, String> meanings(Operation operation) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Services.of(operation.method(), operation.path())
                .forEach(call -> meanings.putAll(MethodDoc.of(call.method()).namedArguments()));
        return meanings;
    }
}
