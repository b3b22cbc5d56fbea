package dev.ferry.api.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that an earlier run was going to make, and of which nobody knows whether it was made.
 *
 * @param method HTTP verb
 * @param path path from the host, as it was going to be sent, with the query
 * @param body what was going to be sent, as maps and lists; secrets as {@link dev.ferry.output.Secret} or as its mask
 * @param at when it was going to be sent, by our clock
 * @param before whether the sign that shows it now was there before it
 */
public record EarlierChange(
        String method, String path, @Nullable Object body, Instant at, Before.Sign before) {}
