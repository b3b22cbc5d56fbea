package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an organization.
 *
 * @param apiAccessListRequired whether the API takes calls only from access lists
 * @param multiFactorAuthRequired whether users need a second factor
 * @param restrictEmployeeAccess whether staff of the service is kept out
 * @param genAIFeaturesEnabled whether generative features are on
 * @param maxServiceAccountSecretValidityInHours longest life of a secret of a service account, hours
 * @param securityContact address for security matters
 * @param operationsContact address for operational matters
 * @param customSessionTimeouts how long sessions of the web interface last, seconds
 * @param streamsCrossGroupEnabled whether streams may cross projects
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorgsettings">Atlas Administration API</a>
 */
public record OrganizationSettings(
        @Nullable Boolean apiAccessListRequired,
        @Nullable Boolean multiFactorAuthRequired,
        @Nullable Boolean restrictEmployeeAccess,
        @Nullable Boolean genAIFeaturesEnabled,
        @Nullable Integer maxServiceAccountSecretValidityInHours,
        @Nullable String securityContact,
        @Nullable String operationsContact,
        @Nullable Map<String, Object> customSessionTimeouts,
        @Nullable Boolean streamsCrossGroupEnabled,
        Map<String, Object> more) {}
