package dev.ferry.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as the service answered it.
 *
 * @param elements the elements of this page, in the order of the answer
 * @param totalCount how many elements all pages have together; the service calls it an estimate and may leave it out
 * @param next the number of the next page, counted from 1; null on the last page
 */
public record Page<T>(
        List<T> elements,
        @Nullable Integer totalCount,
        @Nullable Integer next) {}
