package dev.ferry.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tree as text on one line. */
final class Cell {
    /** A list of texts is written out up to this length, and so is a record without a name. */
    private static final int SHORT = 40;

    /** A record of so many values is written out without their names: a number and its unit, a provider and its region. */
    private static final int FEW = 3;

    private static final List<String> NAMES = List.of("name", "clusterName", "hostname", "username", "roleName");

    private Cell() {}

    /** Everything there is: nested values as JSON. */
    static String whole(@Nullable Object tree) {
        return tree instanceof Map || tree instanceof List ? TerminalText.line(JsonText.compact(tree)) : scalar(tree);
    }

    /**
     * What fits in a table: of nested values their name, or a hint of what is there.
     *
     * @param of what the value is called
     */
    static String brief(String of, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return record(map);
        } else if (tree instanceof List<?> list) {
            String items = isFlat(list) ? joined(list) : "";
            return (items.isEmpty() && !list.isEmpty()) || items.length() > SHORT ? count(of, list.size()) : items;
        }
        return scalar(tree);
    }

    static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(element -> element instanceof Map || element instanceof List);
    }

    static String joined(List<?> list) {
        return joined(list, ", ");
    }

    private static String record(Map<?, ?> map) {
        for (String name : NAMES) {
            if (map.get(name) instanceof String text && !text.isBlank()) {
                return scalar(text);
            }
        }
        List<Object> values = new ArrayList<>(map.values());
        String few = values.size() <= FEW && isFlat(values) ? joined(values, " ") : "";
        return !map.isEmpty() && (few.isBlank() || few.length() > SHORT) ? "{…}" : few;
    }

    /** {@code 3 hosts}, {@code 1 entry}; what has no plural for a name has items. */
    private static String count(String of, int size) {
        String name = scalar(of.substring(of.lastIndexOf('.') + 1));
        if (!name.endsWith("s") || name.endsWith("ss") || name.endsWith("us")) {
            return size + (size == 1 ? " item" : " items");
        }
        return size + " "
                + (size == 1 ? name.replaceFirst("ies$", "y").replaceFirst("(?<=ss|x|ch|sh)es$|s$", "") : name);
    }

    private static String joined(List<?> list, String between) {
        return list.stream().map(Cell::scalar).collect(Collectors.joining(between));
    }

    /** A text, number or boolean; null is empty. */
    static String scalar(@Nullable Object tree) {
        return tree == null ? "" : TerminalText.line(tree.toString());
    }
}
