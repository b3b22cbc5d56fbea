package dev.ferry.output;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which values are lists of others. */
final class Elements {
    private Elements() {}

    /** The elements of a collection, an array, a stream or an iterator, read as they are asked for; else {@code null}. */
    static @Nullable Iterator<?> of(Object value) {
        if (value instanceof Path) {
            // Java calls a path a list of its names; for people it is one thing.
            return null;
        } else if (value instanceof Iterable<?> iterable) {
            return iterable.iterator();
        } else if (value instanceof Iterator<?> iterator) {
            return iterator;
        } else if (value instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .iterator();
        }
        return null;
    }
}
