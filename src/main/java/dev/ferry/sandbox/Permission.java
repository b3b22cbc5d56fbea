package dev.ferry.sandbox;

import java.util.List;
import java.util.Map;

/** Whether a caller may use a route on the organization or project of its path. A missing role is a 401 in these APIs. */
final class Permission {
    private static final Map<String, ErrorCode> OTHER_IDS = Map.ofEntries(
            Map.entry("clusterId", ErrorCode.INVALID_CLUSTER_ID),
            Map.entry("hostId", ErrorCode.INVALID_HOST_ID),
            Map.entry("validationId", ErrorCode.INVALID_VALIDATION_ID),
            Map.entry("liveMigrationId", ErrorCode.INVALID_MIGRATION_ID),
            Map.entry("eventId", ErrorCode.INVALID_EVENT_ID),
            Map.entry("alertId", ErrorCode.INVALID_ALERT_ID),
            Map.entry("userId", ErrorCode.INVALID_USER_ID),
            Map.entry("teamId", ErrorCode.INVALID_TEAM_ID),
            Map.entry("snapshotId", ErrorCode.INVALID_SNAPSHOT_ID),
            Map.entry("keyId", ErrorCode.INVALID_KEY_ID),
            Map.entry("apiKeyId", ErrorCode.INVALID_KEY_ID),
            Map.entry("apiUserId", ErrorCode.INVALID_KEY_ID));

    private Permission() {}

    /** Throws a {@link Refusal} when something in the path does not exist, is of the other API, or is not for this caller. */
    static void check(Route route, Map<String, String> holes, Side side, World world, Caller caller) {
        String orgId = holes.get("orgId");
        if (orgId != null) {
            organization(orgId, side, world, caller);
            orgRole(route.roles(), orgId, caller);
        }
        String groupId = holes.get("groupId");
        if (groupId != null) {
            project(route.roles(), groupId, side, world, caller);
        }
        OTHER_IDS.forEach((hole, code) -> {
            String id = holes.get(hole);
            if (id != null && !Ids.isId(id)) {
                throw new Refusal(code, id);
            }
        });
    }

    /** The organization exists, belongs to this API, and the caller has something to do with it. */
    static void organization(String orgId, Side side, World world, Caller caller) {
        if (!Ids.isId(orgId)) {
            throw new Refusal(ErrorCode.INVALID_ORG_ID, orgId);
        }
        Org org = world.org(orgId).orElseThrow(() -> new Refusal(ErrorCode.ORG_NOT_FOUND, orgId));
        if (org.side() != side) {
            throw new Refusal(side == Side.TARGET ? ErrorCode.NOT_ATLAS_ORG : ErrorCode.EXPECTED_NON_ATLAS_ORG, orgId);
        }
        if (!caller.isMemberOf(orgId)) {
            throw new Refusal(ErrorCode.USER_CANNOT_ACCESS_ORG, orgId);
        }
    }

    private static void orgRole(List<String> roles, String orgId, Caller caller) {
        if (!roles.isEmpty() && roles.stream().noneMatch(role -> caller.hasOrgRole(role, orgId))) {
            throw missing(roles, orgId);
        }
    }

    private static void project(List<String> roles, String groupId, Side side, World world, Caller caller) {
        if (!Ids.isId(groupId)) {
            throw new Refusal(ErrorCode.INVALID_GROUP_ID, groupId);
        }
        Group group = world.existing(groupId);
        if (group.side() != side) {
            throw new Refusal(side == Side.TARGET ? ErrorCode.NOT_ATLAS_GROUP : ErrorCode.ATLAS_GROUP, groupId);
        }
        String orgId = group.orgId();
        if (!caller.sees(groupId, orgId) && !caller.isMemberOf(orgId)) {
            throw new Refusal(ErrorCode.NOT_IN_GROUP, groupId);
        }
        if (roles.isEmpty() && !caller.sees(groupId, orgId)) {
            throw new Refusal(ErrorCode.USER_UNAUTHORIZED, "GROUP_READ_ONLY");
        }
        boolean allowed = roles.isEmpty()
                || roles.stream()
                        .anyMatch(role -> role.startsWith("ORG_")
                                ? caller.hasOrgRole(role, orgId)
                                : caller.hasProjectRole(role, groupId, orgId));
        if (!allowed) {
            throw missing(roles, orgId);
        }
    }

    private static Refusal missing(List<String> roles, String orgId) {
        return roles.contains("ORG_OWNER")
                ? new Refusal(ErrorCode.NOT_ORG_OWNER, orgId)
                : new Refusal(ErrorCode.USER_UNAUTHORIZED, String.join(", ", roles));
    }
}
