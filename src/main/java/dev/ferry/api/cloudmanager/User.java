package dev.ferry.api.cloudmanager;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.RoleAssignment;
import dev.ferry.api.Thing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of Cloud Manager or Ops Manager.
 *
 * @param id 24 hexadecimal digits
 * @param username name to log in with
 * @param emailAddress e-mail address
 * @param firstName given name
 * @param lastName family name
 * @param mobileNumber telephone number
 * @param country country, two letters
 * @param roles roles in organizations and projects
 * @param teamIds teams
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/organizations/organization-get-all-users/">Cloud Manager API</a>
 */
@Is(Thing.USER)
public record User(
        String id,
        String username,
        @Nullable String emailAddress,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mobileNumber,
        @Nullable String country,
        @Nullable List<RoleAssignment> roles,
        @Nullable List<String> teamIds,
        Map<String, Object> more)
        implements Named {

    @Override
    public String name() {
        return username;
    }
}
