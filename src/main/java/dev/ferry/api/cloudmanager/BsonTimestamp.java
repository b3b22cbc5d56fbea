package dev.ferry.api.cloudmanager;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point in the oplog.
 *
 * @param date the second
 * @param increment the place of the operation within that second
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/snapshots/">Cloud Manager API</a>
 */
public record BsonTimestamp(
        @Nullable Instant date, @Nullable Integer increment, Map<String, Object> more) {}
