package dev.ferry.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts records in order: numbers by value, also within texts, texts without regard to case, what is absent last. */
final class Sorting {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Identifiers are ordered letter by letter: that is the order in which they were made. */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{24}");

    private record Row(@Nullable Object value, List<@Nullable Object> keys) {}

    private Sorting() {}

    /** All elements in the order of these columns, or as they come when there are none. */
    static Iterator<?> sorted(Iterator<?> elements, List<String> sort, boolean reverse) {
        List<@Nullable Object> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        if (!sort.isEmpty() && !all.isEmpty()) {
            all = byColumns(all, sort);
        }
        if (reverse) {
            Collections.reverse(all);
        }
        return all.iterator();
    }

    private static List<@Nullable Object> byColumns(List<@Nullable Object> all, List<String> sort) {
        List<FieldPath> paths = sort.stream()
                .map(column -> FieldPath.in(all, isDescending(column) ? column.substring(1) : column))
                .toList();
        @Nullable Comparator<Row> order = null;
        for (int i = 0; i < sort.size(); i++) {
            int key = i;
            Comparator<Object> natural = Sorting::natural;
            Comparator<Row> next = Comparator.comparing(
                    row -> row.keys().get(key),
                    Comparator.nullsLast(isDescending(sort.get(i)) ? natural.reversed() : natural));
            order = order == null ? next : order.thenComparing(next);
        }
        List<Row> rows = new ArrayList<>();
        for (Object value : all) {
            Object tree = Tree.of(value);
            List<@Nullable Object> keys = new ArrayList<>();
            paths.forEach(path -> keys.add(present(path.read(tree))));
            rows.add(new Row(value, keys));
        }
        if (order != null) {
            rows.sort(order);
        }
        List<@Nullable Object> sorted = new ArrayList<>();
        rows.forEach(row -> sorted.add(row.value()));
        return sorted;
    }

    private static boolean isDescending(String column) {
        return column.startsWith("-");
    }

    private static @Nullable Object present(@Nullable Object value) {
        boolean empty =
                (value instanceof String text && text.isEmpty()) || (value instanceof List<?> list && list.isEmpty());
        return empty ? null : value;
    }

    /** Numbers before everything else, anything else as its text. */
    static int natural(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        } else if (one instanceof Number || other instanceof Number) {
            return one instanceof Number ? -1 : 1;
        }
        return naturalText(Cell.whole(one), Cell.whole(other));
    }

    private static int naturalText(String one, String other) {
        if (IDENTIFIER.matcher(one).matches() || IDENTIFIER.matcher(other).matches()) {
            return one.compareTo(other);
        }
        Matcher digitsOfOne = DIGITS.matcher(one);
        Matcher digitsOfOther = DIGITS.matcher(other);
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (digitsOfOne.region(i, one.length()).lookingAt()
                    && digitsOfOther.region(j, other.length()).lookingAt()) {
                int order = new BigDecimal(digitsOfOne.group()).compareTo(new BigDecimal(digitsOfOther.group()));
                if (order != 0) {
                    return order;
                }
                i = digitsOfOne.end();
                j = digitsOfOther.end();
            } else {
                int order = Character.compare(
                        Character.toLowerCase(one.charAt(i++)), Character.toLowerCase(other.charAt(j++)));
                if (order != 0) {
                    return order;
                }
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }
}
