package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of events.
 *
 * @param eventType its name, such as {@code CLUSTER_IMPORT_STARTED}
 * @param description what it says
 * @param alertable whether an alert can be made of it
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listeventtypes">Atlas Administration API</a>
 */
@Is(Thing.EVENT_TYPE)
public record EventType(
        String eventType,
        @Nullable String description,
        @Nullable Boolean alertable,
        Map<String, Object> more) implements Named {
    @Override
    public @Nullable String id() {
        return eventType;
    }

    @Override
    public @Nullable String name() {
        return eventType;
    }
}
