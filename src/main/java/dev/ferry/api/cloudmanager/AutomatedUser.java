package dev.ferry.api.cloudmanager;

import dev.ferry.api.Named;
import dev.ferry.output.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database user as Automation is to keep it.
 *
 * @param user name
 * @param db database it logs in to
 * @param roles roles, each with its database
 * @param pwd password
 * @param initPwd password it begins with
 * @param scramSha1Creds what its password is checked with
 * @param scramSha256Creds what its password is checked with
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/automation-config-parameters/">Cloud Manager API</a>
 */
public record AutomatedUser(
        String user,
        @Nullable String db,
        @Nullable List<Map<String, Object>> roles,
        @Nullable Secret pwd,
        @Nullable Secret initPwd,
        @Nullable ScramCredentials scramSha1Creds,
        @Nullable ScramCredentials scramSha256Creds,
        Map<String, Object> more)
        implements Named {
    /** Its database and name: a user has no other id here. */
    @Override
    public String id() {
        return db == null ? user : db + "." + user;
    }

    @Override
    public String name() {
        return user;
    }
}
