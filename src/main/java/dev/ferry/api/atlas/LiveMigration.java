package dev.ferry.api.atlas;

import com.squareup.moshi.Json;
import dev.ferry.api.Is;
import dev.ferry.api.RemoteJob;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A push live migration: one source cluster on its way into one Atlas cluster.
 *
 * <p>No call lists migrations, so the id is worth keeping. Once it is ready for cutover, 120 hours remain before it
 * expires.
 *
 * @param id 24 hexadecimal digits
 * @param status {@code NEW}, {@code WORKING}, {@code COMPLETE}, {@code FAILED} or {@code EXPIRED}
 * @param readyForCutover whether the destination has nearly caught up, so that cutover is accepted
 * @param lagTimeSeconds how far the destination is behind, seconds; absent before replication and after cutover
 * @param migrationHosts the host that pushes the data
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgrouplivemigration">Atlas Administration API</a>
 */
@Is(Thing.LIVE_MIGRATION)
@ShownFirst({"_id", "status", "readyForCutover", "lagTimeSeconds"})
public record LiveMigration(
        @Json(name = "_id") String id,
        @Nullable String status,
        @Nullable Boolean readyForCutover,
        @Nullable Long lagTimeSeconds,
        @Nullable List<String> migrationHosts,
        Map<String, Object> more)
        implements RemoteJob {

    @Override
    public Outcome outcome() {
        return switch (status == null ? "NEW" : status) {
            case "COMPLETE" -> Outcome.SUCCEEDED;
            case "FAILED", "EXPIRED" -> Outcome.FAILED;
            default -> Outcome.RUNNING;
        };
    }
}
