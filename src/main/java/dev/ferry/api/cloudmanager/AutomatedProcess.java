package dev.ferry.api.cloudmanager;

import com.squareup.moshi.Json;
import dev.ferry.api.Named;
import dev.ferry.output.ShownFirst;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code mongod} or {@code mongos} as Automation is to keep it.
 *
 * @param name what the configuration calls it
 * @param processType {@code mongod} or {@code mongos}
 * @param version version of MongoDB it is to run
 * @param hostname host it is to run on
 * @param cluster for a {@code mongos}: its sharded cluster
 * @param featureCompatibilityVersion version whose features it may use
 * @param disabled whether it is to be stopped
 * @param manualMode whether Automation leaves it alone
 * @param args its settings, as in a configuration file of MongoDB
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
@ShownFirst({"name", "hostname", "processType", "version", "cluster"})
public record AutomatedProcess(
        String name,
        @Nullable String processType,
        @Nullable String version,
        @Nullable String hostname,
        @Nullable String cluster,
        @Nullable String featureCompatibilityVersion,
        @Nullable Boolean disabled,
        @Nullable Boolean manualMode,
        @Json(name = "args2_6") @Nullable Map<String, Object> args,
        Map<String, Object> more)
        implements Named {
    /** Its name: a process has no other id. */
    @Override
    public String id() {
        return name;
    }
}
