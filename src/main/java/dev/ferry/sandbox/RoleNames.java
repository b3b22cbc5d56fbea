package dev.ferry.sandbox;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Roles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles that a body names, checked. */
final class RoleNames {
    private static final Set<String> ORGANIZATION = ofOrganization(ApiSide.TARGET);

    private RoleNames() {}

    /** The roles that a side knows in organizations. */
    static Set<String> ofOrganization(ApiSide side) {
        return Roles.all().stream()
                .filter(role -> role.ofOrganization() && role.isOn(side))
                .map(Roles.Role::constant)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Role> inOrg(@Nullable Object names, String orgId) {
        return texts(names).stream().map(name -> inOrg(name, orgId)).toList();
    }

    static List<Role> inProject(@Nullable Object names, String groupId) {
        return texts(names).stream().map(name -> inProject(name, groupId)).toList();
    }

    static Role inOrg(String name, String orgId) {
        if (!ORGANIZATION.contains(name)) {
            throw new Refusal(ErrorCode.INVALID_ROLE_FOR_ORG, name);
        }
        return Role.inOrg(name, orgId);
    }

    static Role inProject(String name, String groupId) {
        if (!name.startsWith("GROUP_")) {
            throw new Refusal(ErrorCode.INVALID_ROLE_FOR_GROUP, name);
        }
        return Role.inProject(name, groupId);
    }

    static List<String> names(List<Role> roles) {
        return roles.stream().map(Role::name).toList();
    }

    /** The elements of a list as texts; nothing is an empty list. */
    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> elements
                ? elements.stream().map(String::valueOf).toList()
                : List.of();
    }
}
