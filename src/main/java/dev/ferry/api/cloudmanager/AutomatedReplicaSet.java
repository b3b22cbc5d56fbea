package dev.ferry.api.cloudmanager;

import com.squareup.moshi.Json;
import dev.ferry.api.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replica set as Automation is to keep it.
 *
 * @param id its name
 * @param members members
 * @param protocolVersion version of the election protocol
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record AutomatedReplicaSet(
        @Json(name = "_id") String id,
        @Nullable List<ReplicaSetMember> members,
        @Nullable String protocolVersion,
        Map<String, Object> more)
        implements Named {
    @Override
    public String name() {
        return id;
    }
}
