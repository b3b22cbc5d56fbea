package dev.ferry.output;

import org.jspecify.annotations.Nullable;

/**
 * Any value as plain maps, lists, texts, numbers and booleans, ready to be written in any format.
 */
public final class Tree {
    private Tree() {}

    /** The tree of a value; {@code null} stays {@code null}. */
    public static @Nullable Object of(@Nullable Object value) {
        return value;
    }
}
