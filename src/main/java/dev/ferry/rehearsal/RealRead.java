package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import org.jspecify.annotations.Nullable;

/**
 * What a real service was asked during a rehearsal.
 *
 * @param side which service
 * @param line verb, path and query
 * @param value what it answered: a record, a {@link dev.ferry.api.Page}, maps and lists; null for nothing
 * @param forTwin whether the twin asked, to learn what is there, and not the rehearsed script
 */
public record RealRead(
        ApiSide side, String line, @Nullable Object value, boolean forTwin) {}
