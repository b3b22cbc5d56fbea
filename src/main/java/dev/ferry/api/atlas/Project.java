package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Atlas project, which the API calls a group: clusters with their access list, users and alerts.
 *
 * @param id 24 hexadecimal digits; paths and bodies call it {@code groupId}
 * @param name name, unique within its organization
 * @param orgId organization that owns it
 * @param clusterCount number of clusters in it
 * @param created when it was made
 * @param tags labels set by its owners
 * @param regionUsageRestrictions regions it may use; Atlas for Government only
 * @param withDefaultAlertsSettings whether it was made with the default alerts
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroup">Atlas Administration API</a>
 */
@Is(Thing.PROJECT)
public record Project(
        String id,
        String name,
        String orgId,
        @Nullable Long clusterCount,
        @Nullable Instant created,
        @Nullable List<ResourceTag> tags,
        @Nullable String regionUsageRestrictions,
        @Nullable Boolean withDefaultAlertsSettings,
        Map<String, Object> more)
        implements Named {}
