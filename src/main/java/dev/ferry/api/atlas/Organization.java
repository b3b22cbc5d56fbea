package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Atlas organization: the owner of projects, users, keys and bills.
 *
 * @param id 24 hexadecimal digits
 * @param name name people know it by; not unique across Atlas
 * @param isDeleted whether it has been closed
 * @param skipDefaultAlertsSettings whether new projects start without the default alerts
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorg">Atlas Administration API</a>
 */
@Is(Thing.ORGANIZATION)
public record Organization(
        String id,
        String name,
        @Nullable Boolean isDeleted,
        @Nullable Boolean skipDefaultAlertsSettings,
        Map<String, Object> more)
        implements Named {}
