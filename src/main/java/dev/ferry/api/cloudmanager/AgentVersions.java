package dev.ferry.api.cloudmanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the agents of a project.
 *
 * @param count number of agents
 * @param minimumVersion oldest version that is still supported
 * @param minimumAgentVersionDetected oldest version found
 * @param isAnyAgentVersionOld whether an agent should be updated
 * @param isAnyAgentVersionDeprecated whether an agent must be updated
 * @param isAnyAgentNotManaged whether Automation leaves an agent alone
 * @param entries one an agent
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API</a>
 */
public record AgentVersions(
        @Nullable Integer count,
        @Nullable String minimumVersion,
        @Nullable String minimumAgentVersionDetected,
        @Nullable Boolean isAnyAgentVersionOld,
        @Nullable Boolean isAnyAgentVersionDeprecated,
        @Nullable Boolean isAnyAgentNotManaged,
        @Nullable List<AgentVersion> entries,
        Map<String, Object> more) {}
