package dev.ferry.api.atlas;

import dev.ferry.api.Is;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in to the clusters of a project. No answer holds a password.
 *
 * @param username name it logs in with
 * @param databaseName database it logs in at: {@code admin} or {@code $external}
 * @param roles what it may do
 * @param scopes where it may log in; none means everywhere
 * @param description what it is for
 * @param labels labels set by its owners
 * @param deleteAfterDate when Atlas removes it
 * @param awsIAMType login by IAM, or {@code NONE}
 * @param ldapAuthType login by LDAP, or {@code NONE}
 * @param oidcAuthType login by OIDC, or {@code NONE}
 * @param x509Type login by certificate, or {@code NONE}
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupdatabaseuser">Atlas Administration API</a>
 */
@Is(Thing.DATABASE_USER)
public record DatabaseUser(
        String username,
        String databaseName,
        @Nullable List<DatabaseRole> roles,
        @Nullable List<DatabaseScope> scopes,
        @Nullable String description,
        @Nullable List<ResourceTag> labels,
        @Nullable Instant deleteAfterDate,
        @Nullable String awsIAMType,
        @Nullable String ldapAuthType,
        @Nullable String oidcAuthType,
        @Nullable String x509Type,
        Map<String, Object> more)
        implements Named {
    @Override
    public @Nullable String id() {
        return null;
    }

    @Override
    public @Nullable String name() {
        return username;
    }
}
