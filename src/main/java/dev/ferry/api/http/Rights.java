package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.http.Finding.Check;
import dev.ferry.profile.Credentials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what credentials may see and do, as far as the API tells those who hold them. */
final class Rights {
    private static final int SHOWN = 5;

    private final Wire wire;
    private final String root;
    private final Credentials credentials;

    Rights(Wire wire, String root, Credentials credentials) {
        this.wire = wire;
        this.root = root;
        this.credentials = credentials;
    }

    /** @param answer what the root resource answered */
    Finding finding(Answer answer) {
        HeldRoles known;
        try {
            known = new HeldRoles.Reader(
                            path -> wire.call("GET", String.valueOf(path), Map.of(), null), root, credentials)
                    .read(wire.read(answer), Map.of());
        } catch (ApiException e) {
            return Finding.failed(Check.RIGHTS, e);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        List<String> names = List.copyOf(known.organizations().values());
        List<String> roles = known.names();
        details.put("organizations", names);
        details.put("roles", roles);
        if (names.isEmpty()) {
            return Finding.warning(
                    Check.RIGHTS,
                    "no organization is visible",
                    "invite the credentials to an organization, or use those of one",
                    details);
        }
        String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
        return Finding.ok(
                Check.RIGHTS,
                "organizations: " + String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))) + more
                        + (roles.isEmpty()
                                ? "; the API does not tell the roles"
                                : "; roles: " + String.join(", ", roles)),
                details);
    }
}
