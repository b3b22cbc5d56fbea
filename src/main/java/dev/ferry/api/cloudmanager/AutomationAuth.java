package dev.ferry.api.cloudmanager;

import dev.ferry.output.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the deployments of a project authenticate, and whom.
 *
 * @param disabled whether authentication is off
 * @param autoUser database user of the agent
 * @param autoPwd password of that user
 * @param newAutoPwd password it is about to get
 * @param key what the members of a replica set know each other by
 * @param keyfile file on the hosts that holds it
 * @param autoAuthMechanism how the agent logs in
 * @param deploymentAuthMechanisms how users may log in
 * @param usersWanted database users that are to be there
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record AutomationAuth(
        @Nullable Boolean disabled,
        @Nullable String autoUser,
        @Nullable Secret autoPwd,
        @Nullable Secret newAutoPwd,
        @Nullable Secret key,
        @Nullable String keyfile,
        @Nullable String autoAuthMechanism,
        @Nullable List<String> deploymentAuthMechanisms,
        @Nullable List<AutomatedUser> usersWanted,
        Map<String, Object> more) {}
