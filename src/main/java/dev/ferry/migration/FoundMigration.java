package dev.ferry.migration;

import dev.ferry.output.ShownFirst;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live migration that left traces in the events of a project. Whatever the events do not tell is null.
 *
 * @param cluster where to
 * @param started when it was started
 * @param by who started it: a user, or the public key of an API key
 * @param event what happened to it last, such as {@code CLUSTER_IMPORT_CUTOVER}
 * @param at when that was
 * @param open whether nothing says that it has ended
 * @param id the id, where Ferry remembers it or the event names it
 * @param note what to do without the id; null when it is known or of no use any more
 */
@ShownFirst({"cluster", "started", "by", "event", "at", "open", "id", "note"})
public record FoundMigration(
        @Nullable String cluster,
        @Nullable Instant started,
        @Nullable String by,
        String event,
        @Nullable Instant at,
        boolean open,
        @Nullable String id,
        @Nullable String note) {}
