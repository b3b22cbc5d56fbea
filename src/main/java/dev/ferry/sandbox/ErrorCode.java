package dev.ferry.sandbox;

import java.util.Locale;

/**
 * The error codes the sandbox answers with, their HTTP status and the text of {@code detail}; {@code %s} are the
 * parameters. Codes and statuses are those of the <a
 * href="https://www.mongodb.com/docs/atlas/reference/api-errors/">error list</a> that both services share. That list has
 * no code for an unknown link token, a busy migration host or an early cutover: those are {@code INVALID_ATTRIBUTE} and
 * {@code VALIDATION_ERROR} here. {@code TEAM_NAME_ALREADY_EXISTS} and {@code SERVICE_ACCOUNT_NOT_FOUND} are not in it
 * either, only their statuses are documented.
 */
enum ErrorCode {
    INVALID_ATTRIBUTE(400, "Invalid attribute %s specified."),
    MISSING_ATTRIBUTE(400, "The required attribute %s was not specified."),
    ATTRIBUTE_READ_ONLY(400, "The attribute %s is read-only and cannot be changed by the user."),
    INVALID_JSON_ATTRIBUTE(400, "Received JSON for the %s attribute does not match expected format."),
    INVALID_ENUM_VALUE(400, "An invalid enumeration value %2$s was specified for %1$s."),
    MALFORMED_JSON(400, "Received JSON is malformed."),
    VALIDATION_ERROR(400, "%s"),
    INVALID_QUERY_PARAMETER(400, "Invalid query parameter %s specified."),
    MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS(400, "Only one of these query parameters may be given: %s."),
    INVALID_PATH_PARAMETER(400, "Invalid path parameter %s specified."),
    INVALID_DATE_FORMAT(400, "Received date is not in the ISO 8601 format: %s."),
    INVALID_IP_ADDRESS_OR_CIDR_NOTATION(400, "The address %s must be in valid IP address or CIDR notation."),
    MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY(
            400, "An access list entry takes exactly one of ipAddress, cidrBlock and awsSecurityGroup."),
    INVALID_GROUP_NAME(400, "An invalid group name %s was specified."),
    DUPLICATE_CLUSTER_NAME(400, "A cluster named %s is already present in group %s."),
    CLUSTER_NAME_INVALID(400, "The cluster name %s is not valid."),
    INVALID_CLUSTER_CONFIGURATION(400, "The specified cluster configuration is not valid. %s"),
    INSUFFICIENT_INSTANCE_SIZE(400, "The instance size %s is not valid."),
    CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API(400, "A free or shared cluster cannot be created here: use M10 or more."),
    CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED(
            400, "Cannot terminate cluster %s when termination protection is enabled."),
    CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API(400, "Cluster %s is a Flex cluster; use the Flex cluster endpoints."),
    CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API(400, "Cluster %s is not a Flex cluster; use the cluster endpoints."),
    TENANT_CLUSTER_UPDATE_UNSUPPORTED(400, "Cluster %s is free or shared and cannot be changed here."),
    GROUP_MISMATCH(400, "The group %s of the body is not the group %s of the path."),
    API_KEY_NOT_FOUND(400, "No API key with ID %s exists."),
    INVALID_ROLE_FOR_GROUP(400, "The role %s is not valid for a group."),
    MISSING_API_KEY_ROLES(400, "An API key needs at least one role."),
    WEAK_PASSWORD(400, "The password is too weak: it needs at least 8 characters."),
    COMMON_PASSWORD(400, "The password is among the most common ones."),
    ATLAS_INVALID_ROLE(400, "The role %s is not valid for a database user."),
    BACKUP_JOB_NOT_FOUND(400, "Cluster %s has no backups: turn them on first."),
    BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID(400, "A snapshot cannot be kept %s days."),
    UNFINISHED_ON_DEMAND_SNAPSHOT(400, "Cluster %s has an on-demand snapshot that is not finished."),
    ATLAS_MAINTENANCE_NOT_SCHEDULED(400, "No maintenance is scheduled for group %s."),
    ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED(400, "Group %s has no maintenance window."),
    ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED(400, "Maintenance cannot be put off more than %s times."),
    CLUSTER_ALREADY_REQUESTED_DELETION(400, "The cluster %s has already been requested for deletion."),
    INVALID_API_KEY_DESC(400, "The description of an API key has 1 to 250 characters."),
    INVALID_ROLE_FOR_ORG(400, "Role %s is invalid for organizations."),
    INVALID_ORG_NAME(400, "An invalid organization name %s was specified."),
    BAD_WHITELIST_ADD_REQUEST(400, "An access list entry takes exactly one of ipAddress and cidrBlock."),

    NOT_ORG_OWNER(401, "The current user is not an owner of organization %s."),
    NOT_ORG_GROUP_CREATOR(401, "The current user does not have permission to create groups in organization %s."),
    USER_CANNOT_ACCESS_ORG(401, "The current user cannot access organization %s."),
    NOT_IN_GROUP(401, "The current user is not in the group, or the group %s does not exist."),
    USER_UNAUTHORIZED(401, "The current user is not authorized to perform this action. Required role: %s."),

    RESOURCE_NOT_FOUND(404, "Cannot find resource %s."),
    INVALID_ORG_ID(404, "An invalid organization ID %s was specified."),
    INVALID_GROUP_ID(404, "An invalid group ID %s was specified."),
    INVALID_CLUSTER_ID(404, "An invalid cluster ID %s was specified."),
    INVALID_MIGRATION_ID(404, "An invalid migration ID %s was specified."),
    INVALID_VALIDATION_ID(404, "An invalid validation ID %s was specified."),
    INVALID_HOST_ID(404, "An invalid host ID %s was specified."),
    INVALID_EVENT_ID(404, "An invalid event ID %s was specified."),
    INVALID_INVOICE_ID(404, "An invalid invoice ID %s was specified."),
    INVALID_KEY_ID(404, "An invalid API key ID %s was specified."),
    INVALID_ALERT_ID(404, "An invalid alert ID %s was specified."),
    INVALID_USER_ID(404, "An invalid user ID %s was specified."),
    INVALID_TEAM_ID(404, "An invalid team ID %s was specified."),
    INVALID_SNAPSHOT_ID(404, "An invalid snapshot ID %s was specified."),
    USERNAME_NOT_FOUND(404, "No user with username %s exists."),
    SERVICE_ACCOUNT_NOT_FOUND(404, "No service account with client ID %s exists."),
    ALERT_NOT_FOUND(404, "No alert with ID %s exists in group %s."),
    PRIVATELINK_NOT_FOUND(404, "No private endpoint %s exists in group %s."),
    ORG_NOT_FOUND(404, "No organization with ID %s exists."),
    GROUP_NOT_FOUND(404, "No group with ID %s exists."),
    GROUP_NAME_NOT_FOUND(404, "No group with name %s exists."),
    CLUSTER_NOT_FOUND(404, "No cluster named %s exists in group %s."),
    HOST_NOT_FOUND(404, "No host with ID %s exists in group %s."),
    EVENT_NOT_FOUND(404, "No event with ID %s exists."),
    HOSTNAME_AND_PORT_NOT_FOUND(404, "No host with hostname and port %s exists in group %s."),
    ORG_EVENT_NOT_FOUND(404, "No event with ID %s exists in organization %s."),
    USER_NOT_FOUND(404, "No user with ID %s exists."),
    TEAM_NOT_FOUND(404, "No team %s exists."),
    SNAPSHOT_NOT_FOUND(404, "No snapshot with ID %s exists for cluster %s."),
    BACKUP_CONFIG_NOT_FOUND(404, "No backup configuration exists for cluster %s in group %s."),
    AUTOMATION_CONFIG_NOT_FOUND(404, "No automation configuration exists for group %s."),
    AGENT_API_KEY_NOT_FOUND(404, "No agent API key with ID %s exists."),
    ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND(404, "IP address %s not on the access list of group %s."),
    ATLAS_GROUP(404, "Group %s is an Atlas group; use the Atlas Administration API to access it."),
    NOT_ATLAS_GROUP(404, "Group %s is not an Atlas group; use the Cloud Manager API to access it."),
    EXPECTED_NON_ATLAS_ORG(404, "Organization %s is an Atlas organization."),
    NOT_ATLAS_ORG(404, "Organization %s is not an Atlas organization."),

    METHOD_NOT_ALLOWED(405, "The method %s is not allowed for %s."),
    VERSION_GONE(410, "The version %s of this resource is no longer served since %s."),
    INVALID_VERSION_DATE(406, "Accept names no usable version: %s."),

    USER_ALREADY_EXISTS(409, "A user %s already exists."),
    TEAM_NAME_ALREADY_EXISTS(409, "A team named %s already exists in organization %s."),
    DATABASE_USERNAME_CANNOT_BE_CHANGED(409, "The name of database user %s cannot be changed."),
    CLUSTER_ALREADY_PAUSED(409, "Cluster %s is already paused."),
    CANNOT_UPDATE_PAUSED_CLUSTER(409, "Cluster %s is paused: resume it first."),
    GROUP_ALREADY_EXISTS(409, "A group with name %s already exists."),
    ORG_NOT_EMPTY(409, "Organization %s still has groups: delete them first."),
    CANNOT_CLOSE_GROUP_ACTIVE_BACKUP(409, "Something in group %s is backed up: stop its backup first."),
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS(409, "There are active clusters in group %s: delete them first."),
    CANNOT_MODIFY_CLUSTER_WITH_RUNNING_LIVE_IMPORT(
            409, "Cluster %s is the target of a running live migration and cannot be changed."),
    CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK(
            409, "The link cannot be removed: these projects have active live migrations: %s."),
    ADDRESS_ALREADY_IN_ACCESS_LIST(409, "The address %s is already in the access list of group %s."),

    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON: %s."),
    RATE_LIMITED(429, "Resource %s is limited to %s requests every %s minutes."),
    RATE_LIMITED_TOKEN_BUCKET(
            429,
            "Resource %s is rate limited: try again in %s seconds. It has %s tokens, and gets %s every %s seconds."),
    NOT_SIMULATED(501, "The sandbox does not simulate %s."),
    UNEXPECTED_ERROR(500, "Unexpected error: %s.");

    private final int status;
    private final String detail;

    ErrorCode(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    String detail(Object... parameters) {
        return String.format(Locale.ROOT, detail, parameters);
    }
}
