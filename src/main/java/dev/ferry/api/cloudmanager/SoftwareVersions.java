package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest versions of the agent and the tools.
 *
 * @param automationVersion the agent
 * @param automationMinimumVersion the oldest agent that is still supported
 * @param mongoDbToolsVersion the database tools
 * @param biConnectorVersion the BI Connector
 * @param biConnectorMinimumVersion the oldest BI Connector that is still supported
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API</a>
 */
public record SoftwareVersions(
        @Nullable String automationVersion,
        @Nullable String automationMinimumVersion,
        @Nullable String mongoDbToolsVersion,
        @Nullable String biConnectorVersion,
        @Nullable String biConnectorMinimumVersion,
        Map<String, Object> more) {}
