package dev.ferry.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tree as text on one line. */
final class Cell {
    /** A list of texts is written out up to this length. */
    private static final int SHORT = 40;

    /** A map of so many values is written out without its names: a number and its unit, a time and a count. */
    private static final int FEW = 2;

    private Cell() {}

    /** Everything there is: nested values as JSON. */
    static String whole(@Nullable Object tree) {
        return tree instanceof Map || tree instanceof List ? printable(JsonText.compact(tree)) : scalar(tree);
    }

    /** What fits in a table: nested values as a hint of what is there. */
    static String brief(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            List<Object> values = new ArrayList<>(map.values());
            String few = values.size() <= FEW && isFlat(values) ? joined(values, " ") : "";
            return !map.isEmpty() && (few.isBlank() || few.length() > SHORT) ? "{…}" : few;
        } else if (tree instanceof List<?> list) {
            String items = isFlat(list) ? joined(list) : "";
            return (items.isEmpty() && !list.isEmpty()) || items.length() > SHORT
                    ? list.size() + (list.size() == 1 ? " item" : " items")
                    : items;
        }
        return scalar(tree);
    }

    static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(element -> element instanceof Map || element instanceof List);
    }

    static String joined(List<?> list) {
        return joined(list, ", ");
    }

    private static String joined(List<?> list, String between) {
        return list.stream().map(Cell::scalar).collect(Collectors.joining(between));
    }

    /** A text, number or boolean; null is empty. */
    static String scalar(@Nullable Object tree) {
        return tree == null ? "" : printable(tree.toString());
    }

    /** Line ends would break a table, and other control characters would reach the terminal as commands. */
    private static String printable(String text) {
        if (text.codePoints().noneMatch(Character::isISOControl)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> shown.appendCodePoint(Character.isISOControl(letter) ? '\uFFFD' : letter);
            }
        });
        return shown.toString();
    }
}
