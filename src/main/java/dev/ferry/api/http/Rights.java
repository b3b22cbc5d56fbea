package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.Finding.Check;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Credentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        Map<String, Object> details = new LinkedHashMap<>();
        List<Map<?, ?>> organizations;
        try {
            organizations = results(root + "/orgs");
        } catch (ApiException e) {
            return Finding.failed(Check.RIGHTS, e);
        }
        List<String> names = organizations.stream()
                .map(each -> String.valueOf(each.get("name")))
                .toList();
        List<String> roles = roles(answer, organizations);
        details.put("organizations", names);
        details.put("roles", roles);
        if (organizations.isEmpty()) {
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

    /** The root of v2 tells a key its roles; elsewhere an organization lists its keys and accounts, to those who may see that. */
    private List<String> roles(Answer answer, List<Map<?, ?>> organizations) {
        Object key = wire.read(answer) instanceof Map<?, ?> status ? status.get("apiKey") : null;
        if (key instanceof Map<?, ?> own) {
            return names(own.get("roles"));
        }
        if (organizations.isEmpty()) {
            return List.of();
        }
        String organization = root + "/orgs/" + organizations.get(0).get("id");
        boolean isKey = credentials instanceof ApiKey;
        try {
            return results(organization + (isKey ? "/apiKeys" : "/serviceAccounts")).stream()
                    .filter(each -> Objects.equals(each.get(isKey ? "publicKey" : "clientId"), credentials.id()))
                    .flatMap(each -> names(each.get("roles")).stream())
                    .distinct()
                    .toList();
        } catch (ErrorAnswerException e) {
            // Not everybody may ask, and not every service can answer; the roles are then not told.
            return List.of();
        }
    }

    private static List<String> names(@Nullable Object roles) {
        List<String> names = new ArrayList<>();
        if (roles instanceof List<?> all) {
            for (Object role : all) {
                names.add(String.valueOf(role instanceof Map<?, ?> map ? map.get("roleName") : role));
            }
        }
        return names.stream().distinct().toList();
    }

    private List<Map<?, ?>> results(String path) {
        List<Map<?, ?>> results = new ArrayList<>();
        if (wire.call("GET", path, Map.of("itemsPerPage", 500), null) instanceof Map<?, ?> page
                && page.get("results") instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> map) {
                    results.add(map);
                }
            }
        }
        return results;
    }
}
