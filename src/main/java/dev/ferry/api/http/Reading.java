package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import org.jspecify.annotations.Nullable;

/** What a complete answer means to the caller. */
@FunctionalInterface
interface Reading<T> {
    /**
     * Reads the answer.
     *
     * @throws ApiException when the answer is an error, or not what was expected
     */
    @Nullable
    T of(Answer answer);
}
