package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization of Cloud Manager or Ops Manager: the source of a migration.
 *
 * @param id 24 hexadecimal digits
 * @param name name people know it by
 * @param isDeleted whether it has been closed
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-one/">Cloud Manager API</a>
 */
@Is(Thing.ORGANIZATION)
public record Organization(String id, String name, @Nullable Boolean isDeleted, Map<String, Object> more)
        implements Named {}
