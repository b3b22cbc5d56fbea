package dev.ferry.api.atlas;

import dev.ferry.output.ShownFirst;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a project or an organization, and who did it.
 *
 * @param id 24 hexadecimal digits
 * @param created when it happened
 * @param eventTypeName what happened, such as {@code CLUSTER_IMPORT_STARTED}
 * @param groupId project
 * @param orgId organization
 * @param clusterName cluster
 * @param username user who did it
 * @param publicKey API key that did it
 * @param targetUsername user to whom it was done
 * @param remoteAddress address it was done from
 * @param raw the event as it is stored, when asked for
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupevents">Atlas Administration API</a>
 */
@ShownFirst({"created", "eventTypeName", "username", "publicKey", "clusterName", "targetUsername"})
public record Event(
        String id,
        @Nullable Instant created,
        @Nullable String eventTypeName,
        @Nullable String groupId,
        @Nullable String orgId,
        @Nullable String clusterName,
        @Nullable String username,
        @Nullable String publicKey,
        @Nullable String targetUsername,
        @Nullable String remoteAddress,
        @Nullable Map<String, Object> raw,
        Map<String, Object> more) {}
