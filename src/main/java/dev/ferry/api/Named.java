package dev.ferry.api;

import org.jspecify.annotations.Nullable;

/**
 * Something that people call by a name and the API by an id. A {@link Listing} finds its elements by either.
 */
public interface Named {
    /** The id, unique among things of the same kind; null when the answer did not carry one. */
    @Nullable
    String id();

    /** The name people use; need not be unique. Null when there is none. */
    @Nullable
    String name();
}
