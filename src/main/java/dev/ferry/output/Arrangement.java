package dev.ferry.output;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Which records and which columns are printed, and in which order.
 *
 * @param columns the fields wanted, in their order; a path such as {@code providerSettings.regionName} reaches into nested
 *     records and lists. Empty: all, or those that fit
 * @param sort the columns to sort by, the first one decides; a {@code -} before a name turns its order. Numbers compare as
 *     numbers, digits in a text as well, and what has no value comes last. A listing that is sorted is read to its end first
 * @param reverse whether the last comes first; reads a listing to its end as well
 * @param limit how many at most, counted after sorting; null means all
 * @param wide whether nothing is to be cut, even if the window is narrow
 * @param title a line above a table, or null
 */
public record Arrangement(
        List<String> columns,
        List<String> sort,
        boolean reverse,
        @Nullable Long limit,
        boolean wide,
        @Nullable String title) {
    /** Everything, as it comes. */
    public static final Arrangement NONE = new Arrangement(List.of(), List.of(), false, null, false, null);

    /** Takes copies of the lists. */
    public Arrangement {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        if (limit != null && limit < 0) {
            throw new OutputException("'limit' cannot be " + limit + ": it is how many are shown at most.");
        }
    }

    /** The value so arranged: an iterator in place of a list, a map in place of a record. */
    Object of(Object value) {
        Iterator<?> elements = Elements.of(value);
        if (elements == null) {
            return columns.isEmpty() ? value : Projection.of(columns, value);
        }
        if (!sort.isEmpty() || reverse) {
            elements = Sorting.sorted(elements, sort, reverse);
        }
        if (limit != null) {
            elements = first(elements, limit);
        }
        return columns.isEmpty() ? elements : Projection.of(columns, elements);
    }

    private static Iterator<?> first(Iterator<?> elements, long limit) {
        return new Iterator<@Nullable Object>() {
            private long left = limit;

            @Override
            public boolean hasNext() {
                // In this order: a page that nobody needs is not asked for.
                return left > 0 && elements.hasNext();
            }

            @Override
            public @Nullable Object next() {
                if (left <= 0) {
                    throw new NoSuchElementException();
                }
                left--;
                return elements.next();
            }
        };
    }
}
