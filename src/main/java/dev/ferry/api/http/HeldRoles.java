package dev.ferry.api.http;

import dev.ferry.api.catalog.Roles;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Credentials;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The roles of credentials, as far as a service tells those who hold them. The root of the Atlas API tells an API key all of its own;
 * elsewhere an organization lists its keys and accounts, to those who may see that; nothing else does.
 *
 * @param held the roles that are known
 * @param organizations names of the organizations that are visible, by their ids
 * @param projects the projects that are visible, by their ids
 * @param told ids of the organizations for which every role is known, those in their projects included
 * @param all whether every role is known, wherever it is held
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getsystemstatus">Atlas Administration API</a>
 */
public record HeldRoles(
        List<Held> held,
        Map<String, String> organizations,
        Map<String, Project> projects,
        Set<String> told,
        boolean all) {

    /** Nothing is known and nothing is visible. */
    public static final HeldRoles UNKNOWN = new HeldRoles(List.of(), Map.of(), Map.of(), Set.of(), false);

    private static final int NO_MORE = 100;
    private static final int PAGE = 500;

    /**
     * A role that is held somewhere.
     *
     * @param role its constant
     * @param organizationId the organization; null for a role in a project
     * @param projectId the project; null for a role in an organization
     */
    public record Held(
            String role,
            @Nullable String organizationId,
            @Nullable String projectId) {}

    /** A project that is visible. */
    public record Project(String name, String organizationId) {}

    public HeldRoles {
        held = List.copyOf(held);
        organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
        projects = Collections.unmodifiableMap(new LinkedHashMap<>(projects));
        told = Set.copyOf(told);
    }

    /**
     * Asks a service. That costs a handful of calls, none of which changes anything.
     *
     * @param root the path of its root, such as {@code /api/atlas/v2}
     * @throws ApiException when the service cannot be asked at all
     */
    public static HeldRoles of(ApiClient client, String root) {
        UnaryOperator<@Nullable Object> get = path -> client.call("GET", String.valueOf(path), Map.of(), null);
        Reader reader = new Reader(get, root, client.connection().credentials());
        return reader.read(get.apply(root), reader.projects());
    }

    /** The constants of all that are known. */
    public List<String> names() {
        return held.stream().map(Held::role).distinct().toList();
    }

    /** Reads them, a path at a time. */
    static final class Reader {
        private final UnaryOperator<@Nullable Object> get;
        private final String root;
        private final Credentials credentials;
        private final List<Held> held = new ArrayList<>();
        private final Set<String> told = new HashSet<>();

        Reader(UnaryOperator<@Nullable Object> get, String root, Credentials credentials) {
            this.get = get;
            this.root = root;
            this.credentials = credentials;
        }

        /** The projects that are visible. */
        Map<String, Project> projects() {
            Map<String, Project> projects = new LinkedHashMap<>();
            results("/groups")
                    .forEach(each ->
                            projects.put(text(each, "id"), new Project(text(each, "name"), text(each, "orgId"))));
            return projects;
        }

        /** @param status what the root of the API answered */
        HeldRoles read(@Nullable Object status, Map<String, Project> projects) {
            Map<String, String> organizations = new LinkedHashMap<>();
            results("/orgs").forEach(each -> organizations.put(text(each, "id"), text(each, "name")));
            boolean all = (status instanceof Map<?, ?> own && own.get("apiKey") instanceof Map<?, ?> key)
                    ? takeAll(key.get("roles"), null)
                    : credentials instanceof ApiKey ? key(organizations.keySet()) : account(organizations.keySet());
            return new HeldRoles(held, organizations, projects, told, all);
        }

        /** Only the organization that a key belongs to lists it, with the roles in its projects. */
        private boolean key(Set<String> organizations) {
            for (String organization : organizations) {
                Optional<Map<?, ?>> own = mine(organization, "/apiKeys", "publicKey");
                if (own.isPresent()) {
                    return takeAll(own.get().get("roles"), organization);
                }
            }
            return false;
        }

        /** An account may belong to several organizations, each of which tells of itself. */
        private boolean account(Set<String> organizations) {
            for (String organization : organizations) {
                String path = "/orgs/" + organization + "/serviceAccounts/" + credentials.id();
                try {
                    if (get.apply(root + path) instanceof Map<?, ?> own
                            && takeAll(own.get("roles"), organization)
                            && tellsProjects(path)) {
                        told.add(organization);
                    }
                } catch (ErrorAnswerException e) {
                    // Not everybody may ask, and not every service can answer; the roles are then not told.
                }
            }
            return false;
        }

        /** Whether all roles in projects are told; Cloud Manager names the projects of an account, and not what it may do there. */
        private boolean tellsProjects(String account) {
            try {
                List<Map<?, ?>> projects = results(account + "/groups");
                projects.forEach(each -> takeIn(each.get("roles"), text(each, "groupId")));
                return projects.stream().allMatch(each -> each.get("roles") instanceof List<?>);
            } catch (ErrorAnswerException e) {
                // As above.
                return false;
            }
        }

        private Optional<Map<?, ?>> mine(String organization, String list, String field) {
            try {
                return results("/orgs/" + organization + list).stream()
                        .filter(each -> Objects.equals(each.get(field), credentials.id()))
                        .findFirst();
            } catch (ErrorAnswerException e) {
                // As above.
                return Optional.empty();
            }
        }

        /** Roles that say where they are held, or plain ones of an organization. */
        private boolean takeAll(@Nullable Object roles, @Nullable String organization) {
            if (!(roles instanceof List<?> all)) {
                return false;
            }
            for (Object each : all) {
                if (each instanceof Map<?, ?> role) {
                    held.add(new Held(text(role, "roleName"), textOrNull(role, "orgId"), textOrNull(role, "groupId")));
                } else {
                    held.add(new Held(Roles.constant(String.valueOf(each)), organization, null));
                }
            }
            return true;
        }

        private void takeIn(@Nullable Object roles, String project) {
            if (roles instanceof List<?> all) {
                all.forEach(each -> held.add(new Held(String.valueOf(each), null, project)));
            }
        }

        private List<Map<?, ?>> results(String path) {
            List<Map<?, ?>> results = new ArrayList<>();
            for (int page = 1; page <= NO_MORE; page++) {
                List<?> elements = get.apply(root + path + "?itemsPerPage=" + PAGE + "&pageNum=" + page)
                                        instanceof Map<?, ?> answer
                                && answer.get("results") instanceof List<?> all
                        ? all
                        : List.of();
                for (Object each : elements) {
                    if (each instanceof Map<?, ?> map) {
                        results.add(map);
                    }
                }
                if (elements.size() < PAGE) {
                    break;
                }
            }
            return results;
        }

        private static String text(Map<?, ?> map, String field) {
            return String.valueOf(map.get(field));
        }

        private static @Nullable String textOrNull(Map<?, ?> map, String field) {
            return map.get(field) == null ? null : text(map, field);
        }
    }
}
