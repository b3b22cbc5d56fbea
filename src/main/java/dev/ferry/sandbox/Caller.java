package dev.ferry.sandbox;

import dev.ferry.api.catalog.Roles;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may call: an API key or a service account.
 *
 * @param login public key or client id
 * @param orgId the organization it was made in
 */
record Caller(String id, Kind kind, String login, String secret, String description, String orgId, List<Role> roles) {

    enum Kind {
        API_KEY,
        SERVICE_ACCOUNT
    }

    Caller {
        roles = List.copyOf(roles);
    }

    /** The same with these roles. */
    Caller with(List<Role> others) {
        return new Caller(id, kind, login, secret, description, orgId, others);
    }

    /** The same with this description. */
    Caller described(String other) {
        return new Caller(id, kind, login, secret, other, orgId, roles);
    }

    /** The same with these roles in a project in place of those it has there. */
    Caller inProject(String groupId, List<Role> others) {
        List<Role> all = new ArrayList<>(roles);
        all.removeIf(role -> groupId.equals(role.groupId()));
        all.addAll(others);
        return with(all);
    }

    List<String> rolesIn(String groupId) {
        return roles.stream()
                .filter(role -> groupId.equals(role.groupId()))
                .map(Role::name)
                .toList();
    }

    /** Whether it owns this organization. */
    boolean owns(String organization) {
        return roles.contains(Role.inOrg("ORG_OWNER", organization));
    }

    /** Whether it belongs to this organization: made in it, or with a role in it. */
    boolean isMemberOf(String organization) {
        return orgId.equals(organization) || roles.stream().anyMatch(role -> organization.equals(role.orgId()));
    }

    /**
     * Whether it has this role for an organization. An owner has all of them, and whoever has any is a member.
     *
     * @param role a role name that starts with {@code ORG_}
     */
    boolean hasOrgRole(String role, String organization) {
        return (role.equals("ORG_MEMBER") && isMemberOf(organization))
                || roles.stream()
                        .anyMatch(held -> organization.equals(held.orgId()) && Roles.contains(held.name(), role));
    }

    /**
     * Whether it has this role for a project. Owners of the organization or the project have all of them; readers of the
     * organization may read every project, and whoever has any role in a project may read that.
     *
     * @param role a role name that starts with {@code GROUP_}
     */
    boolean hasProjectRole(String role, String project, String organization) {
        return roles.stream()
                .anyMatch(held -> (project.equals(held.groupId()) || organization.equals(held.orgId()))
                        && Roles.contains(held.name(), role));
    }

    /** Whether this project shows up for it at all. */
    boolean sees(String project, String organization) {
        return hasProjectRole("GROUP_READ_ONLY", project, organization);
    }
}
