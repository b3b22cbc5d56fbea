package dev.ferry.api.atlas;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;

/**
 * A source project that the link has made known to Atlas, with what can be migrated from it.
 *
 * @param projectId 24 hexadecimal digits
 * @param name name of the source project
 * @param migrationHosts hosts with an agent that can push data
 * @param deployments clusters of the source project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorglivemigrationavailableprojects">Atlas Administration API</a>
 */
@Is(value = Thing.PROJECT, side = ApiSide.SOURCE)
@ShownFirst({"name", "projectId", "migrationHosts"})
public record AvailableProject(
        String projectId,
        String name,
        List<String> migrationHosts,
        List<AvailableDeployment> deployments,
        Map<String, Object> more)
        implements Named {

    @Override
    public String id() {
        return projectId;
    }
}
