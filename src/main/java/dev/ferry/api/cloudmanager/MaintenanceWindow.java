package dev.ferry.api.cloudmanager;

import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which alerts of some kinds are not raised.
 *
 * @param id 24 hexadecimal digits
 * @param startDate when it opens
 * @param endDate when it closes
 * @param alertTypeNames kinds of alerts that are silent in it, such as {@code HOST} and {@code REPLICA_SET}
 * @param description what is done in it
 * @param created when it was made
 * @param updated when it last changed
 * @param groupId project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/maintenance-windows/">Cloud Manager API</a>
 */
@ShownFirst({"startDate", "endDate", "alertTypeNames", "description", "id"})
public record MaintenanceWindow(
        String id,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable List<String> alertTypeNames,
        @Nullable String description,
        @Nullable Instant created,
        @Nullable Instant updated,
        @Nullable String groupId,
        Map<String, Object> more) {}
