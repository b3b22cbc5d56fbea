package dev.ferry.api.catalog;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the fields of bodies are in one table otherwise than in another. */
public final class ShapeDifference {
    private ShapeDifference() {}

    /**
     * The shapes that both have and that differ, by name.
     *
     * @return for each, the fields that only the older one has and those that only the newer one has, as {@code name: type},
     *     with a star where a field is required
     */
    public static SortedMap<String, CatalogDifference.Change> between(Shapes older, Shapes newer) {
        SortedMap<String, CatalogDifference.Change> changed = new TreeMap<>();
        newer.all().forEach((name, fields) -> {
            Optional<Map<String, Shapes.Field>> known = older.fields(name);
            Set<String> before = known.map(ShapeDifference::texts).orElse(Set.of());
            Set<String> after = texts(fields);
            if (known.isPresent() && !before.equals(after)) {
                changed.put(name, new CatalogDifference.Change("body", without(before, after), without(after, before)));
            }
        });
        return changed;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> texts(Map<String, Shapes.Field> fields) {
        Set<String> texts = new LinkedHashSet<>();
        fields.forEach((name, field) -> texts.add(name + (field.required() ? "*" : "") + ": " + field.type()
                + (field.readOnly() ? ", read-only" : "") + (field.nullable() ? ", may be null" : "")));
        return texts;
    }
}
