package dev.ferry.api.cloudmanager;

import java.util.Map;

/**
 * The link between a source organization and an Atlas organization.
 *
 * @param status {@code SYNCED} once the inventory of the source has reached Atlas, else {@code NOT_SYNCED}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/cloud-migration/">Cloud Manager API</a>
 */
public record MigrationLink(String status, Map<String, Object> more) {

    /** Whether the inventory of the source has reached Atlas, so that its projects can be migrated. */
    public boolean synced() {
        return status.equals("SYNCED");
    }
}
