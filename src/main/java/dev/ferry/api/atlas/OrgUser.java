package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of an Atlas organization, or somebody who has been invited.
 *
 * @param id 24 hexadecimal digits
 * @param username address that the user logs in with
 * @param orgMembershipStatus {@code ACTIVE}, {@code PENDING}, {@code INVITATION_EXPIRED} or {@code
 *     INVITATION_REJECTED}
 * @param roles roles in the organization and in its projects
 * @param firstName first name; absent while pending
 * @param lastName last name; absent while pending
 * @param teamIds teams the user is in
 * @param createdAt when the account was made
 * @param lastAuth when the user last logged in
 * @param invitationCreatedAt when the user was invited; while pending
 * @param invitationExpiresAt when the invitation ends; while pending
 * @param inviterUsername who invited the user; while pending
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorguser">Atlas Administration API</a>
 */
@Is(Thing.USER)
public record OrgUser(
        String id,
        String username,
        String orgMembershipStatus,
        @Nullable OrgUserRoles roles,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable List<String> teamIds,
        @Nullable Instant createdAt,
        @Nullable Instant lastAuth,
        @Nullable Instant invitationCreatedAt,
        @Nullable Instant invitationExpiresAt,
        @Nullable String inviterUsername,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String name() {
        return username;
    }
}
