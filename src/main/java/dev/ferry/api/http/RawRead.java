package dev.ferry.api.http;

import org.jspecify.annotations.Nullable;

/**
 * What a call that reads was answered, as the service said it, before it became records. A list is told page by page.
 *
 * @param path path and query from the host, as they were sent
 * @param version the date of the version that was asked for; null where there are none
 * @param status HTTP status; an error counts as an answer
 * @param body maps, lists, texts, with values under names of secrets as {@link dev.ferry.output.Secret}; null for nothing, for an
 *     error, and for what is not JSON
 */
public record RawRead(
        String path,
        @Nullable String version,
        int status,
        @Nullable Object body) {}
