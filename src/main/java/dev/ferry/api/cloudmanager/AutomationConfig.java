package dev.ferry.api.cloudmanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deployments of a project as Automation is to keep them.
 *
 * <p>Its passwords and keys are secrets: {@code auth.key}, {@code auth.autoPwd} and those of users by their type,
 * whatever else has the name of a secret by that. Where the service has left them out, their value is {@code
 * <redacted>}.
 *
 * @param version counts the changes; {@code automationStatus} compares processes with it
 * @param processes every {@code mongod} and {@code mongos}
 * @param replicaSets replica sets, shards and config servers included
 * @param sharding sharded clusters
 * @param auth authentication, with the database users
 * @param tls certificates
 * @param ldap directory users are looked up in
 * @param prometheus access for Prometheus
 * @param roles database roles
 * @param mongoDbVersions versions of MongoDB that are in use
 * @param agentVersion version of the agent
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record AutomationConfig(
        @Nullable Integer version,
        @Nullable List<AutomatedProcess> processes,
        @Nullable List<AutomatedReplicaSet> replicaSets,
        @Nullable List<AutomatedSharding> sharding,
        @Nullable AutomationAuth auth,
        @Nullable Map<String, Object> tls,
        @Nullable Map<String, Object> ldap,
        @Nullable Map<String, Object> prometheus,
        @Nullable List<Map<String, Object>> roles,
        @Nullable List<Map<String, Object>> mongoDbVersions,
        @Nullable Map<String, Object> agentVersion,
        Map<String, Object> more) {}
