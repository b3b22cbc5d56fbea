package dev.ferry.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records with the wanted fields alone, made as they are asked for; which fields there are is seen from the first hundred. */
final class Projection implements Iterator<Object> {
    private final Iterator<?> rest;
    private final Deque<Object> sample = new ArrayDeque<>();
    private final List<FieldPath> paths;

    private Projection(Iterator<?> elements, List<String> columns) {
        while (sample.size() < Columns.SAMPLE && elements.hasNext()) {
            // A deque takes no null; a record that is absent has no fields either.
            Object next = elements.next();
            sample.add(next == null ? Map.of() : next);
        }
        rest = elements;
        paths = paths(columns, sample);
    }

    static Iterator<Object> of(List<String> columns, Iterator<?> elements) {
        return new Projection(elements, columns);
    }

    /** One record with these fields alone. */
    static Object of(List<String> columns, Object value) {
        return project(value, paths(columns, List.of(value)));
    }

    @Override
    public boolean hasNext() {
        return !sample.isEmpty() || rest.hasNext();
    }

    @Override
    public Object next() {
        return project(sample.isEmpty() ? rest.next() : sample.remove(), paths);
    }

    private static List<FieldPath> paths(List<String> columns, Iterable<?> sample) {
        List<Object> values = new ArrayList<>();
        sample.forEach(values::add);
        return values.isEmpty()
                ? List.of()
                : columns.stream().map(column -> FieldPath.in(values, column)).toList();
    }

    private static Object project(@Nullable Object value, List<FieldPath> paths) {
        Object tree = Tree.of(value);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        paths.forEach(path -> fields.put(path.text(), path.read(tree)));
        return fields;
    }
}
