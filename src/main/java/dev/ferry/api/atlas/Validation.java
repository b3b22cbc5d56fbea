package dev.ferry.api.atlas;

import com.squareup.moshi.Json;
import dev.ferry.api.Is;
import dev.ferry.api.RemoteJob;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check, made before a live migration, of source, destination and migration host.
 *
 * @param id 24 hexadecimal digits
 * @param groupId destination project
 * @param sourceGroupId source project
 * @param status {@code PENDING}, {@code SUCCESS} or {@code FAILED}
 * @param errorMessage what is wrong, once it has failed
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgrouplivemigrationvalidatestatus">Atlas Administration API</a>
 */
@Is(Thing.VALIDATION)
@ShownFirst({"_id", "status", "errorMessage"})
public record Validation(
        @Json(name = "_id") String id,
        @Nullable String groupId,
        @Nullable String sourceGroupId,
        @Nullable String status,
        @Nullable String errorMessage,
        Map<String, Object> more)
        implements RemoteJob {

    @Override
    public Outcome outcome() {
        return switch (status == null ? "PENDING" : status) {
            case "SUCCESS" -> Outcome.SUCCEEDED;
            case "FAILED" -> Outcome.FAILED;
            default -> Outcome.RUNNING;
        };
    }
}
