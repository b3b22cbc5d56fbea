package dev.ferry.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a field, or the way to one in a nested record: {@code providerSettings.regionName}. On its way through a
 * list it goes to each element.
 *
 * @param text as it was given
 * @param names one for each level, as JSON has them
 */
record FieldPath(String text, List<String> names) {
    /**
     * The path to a field that is there.
     *
     * @param values the records to look at
     * @throws OutputException when none of them has it, saying what there is
     */
    static FieldPath in(Collection<?> values, String text) {
        List<Object> trees = new ArrayList<>();
        for (Object value : values) {
            spread(Tree.of(value), trees);
        }
        Map<String, String> known = known(values, trees);
        if (known.containsKey(text)) {
            return new FieldPath(text, List.of(known.getOrDefault(text, text)));
        }
        var names = new ArrayList<String>();
        String before = "";
        for (String name : text.split("\\.", -1)) {
            if (!trees.isEmpty() || !known.isEmpty()) {
                String json = known.get(name);
                if (json == null) {
                    throw new OutputException(unknown(text, before, known.keySet()));
                }
                names.add(json);
            } else {
                // None of them has the record that would have the field.
                names.add(name);
            }
            List<Object> next = new ArrayList<>();
            for (Object tree : trees) {
                spread(step(tree, names.get(names.size() - 1)), next);
            }
            trees = next;
            known = keys(trees);
            before += name + ".";
        }
        return new FieldPath(text, List.copyOf(names));
    }

    /** The value in a tree; a list when the way goes through one. */
    @Nullable
    Object read(@Nullable Object tree) {
        Object value = tree;
        for (String name : names) {
            value = step(value, name);
        }
        return value;
    }

    private static String unknown(String text, String before, Collection<String> known) {
        if (known.isEmpty()) {
            return "There is no column '" + text + "': "
                    + (before.isEmpty()
                            ? "these values"
                            : "the values of '" + before.substring(0, before.length() - 1) + "'")
                    + " have no fields.";
        }
        List<String> paths = known.stream().map(name -> before + name).toList();
        return "There is no column '" + text + "'." + Suggestion.didYouMean(text, paths) + " There are "
                + String.join(", ", paths) + ".";
    }

    /** The fields by the names they may be called: that in JSON, and that of the record's component. */
    private static Map<String, String> known(Collection<?> values, List<Object> trees) {
        Map<String, String> known = new LinkedHashMap<>();
        values.stream()
                .filter(Record.class::isInstance)
                .map(Object::getClass)
                .distinct()
                .forEach(type -> {
                    for (RecordFields.Field field : RecordFields.of(type.asSubclass(Record.class))) {
                        if (!field.isMore()) {
                            known.put(field.name(), field.name());
                        }
                    }
                });
        known.putAll(keys(trees));
        values.stream()
                .filter(Record.class::isInstance)
                .map(Object::getClass)
                .distinct()
                .forEach(type -> {
                    for (RecordFields.Field field : RecordFields.of(type.asSubclass(Record.class))) {
                        if (!field.isMore()) {
                            known.putIfAbsent(field.accessor().getName(), field.name());
                        }
                    }
                });
        return known;
    }

    private static Map<String, String> keys(List<Object> trees) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Object tree : trees) {
            if (tree instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> keys.put(String.valueOf(key), String.valueOf(key)));
            }
        }
        return keys;
    }

    private static void spread(@Nullable Object tree, List<Object> into) {
        if (tree instanceof List<?> list) {
            list.forEach(element -> spread(element, into));
        } else if (tree != null) {
            into.add(tree);
        }
    }

    private static @Nullable Object step(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> each = new ArrayList<>();
            for (Object element : list) {
                Object inner = step(element, name);
                if (inner instanceof List<?> more) {
                    each.addAll(more);
                } else if (inner != null) {
                    each.add(inner);
                }
            }
            return each;
        }
        return null;
    }
}
