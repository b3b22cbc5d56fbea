package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of one project, with their health at a glance.
 *
 * @param groupId project, 24 hexadecimal digits
 * @param groupName name of the project
 * @param orgId organization
 * @param orgName name of the organization
 * @param planType what the project pays for
 * @param tags labels
 * @param clusters its clusters
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/clusters/clusters-get-all-key/">Cloud Manager API</a>
 */
@Is(Thing.PROJECT)
@ShownFirst({"groupName", "orgName", "groupId"})
public record ProjectClusters(
        String groupId,
        String groupName,
        @Nullable String orgId,
        @Nullable String orgName,
        @Nullable String planType,
        @Nullable List<String> tags,
        @Nullable List<ClusterHealth> clusters,
        Map<String, Object> more)
        implements Named {

    @Override
    public String id() {
        return groupId;
    }

    @Override
    public String name() {
        return groupName;
    }
}
