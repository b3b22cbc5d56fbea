package dev.ferry.names;

import static dev.ferry.api.Thing.ALERT;
import static dev.ferry.api.Thing.API_KEY;
import static dev.ferry.api.Thing.CLUSTER;
import static dev.ferry.api.Thing.DATABASE_USER;
import static dev.ferry.api.Thing.EVENT_TYPE;
import static dev.ferry.api.Thing.FLEX_CLUSTER;
import static dev.ferry.api.Thing.HOST;
import static dev.ferry.api.Thing.MIGRATION_HOST;
import static dev.ferry.api.Thing.ORGANIZATION;
import static dev.ferry.api.Thing.PROCESS;
import static dev.ferry.api.Thing.PROJECT;
import static dev.ferry.api.Thing.SERVICE_ACCOUNT;
import static dev.ferry.api.Thing.SNAPSHOT;
import static dev.ferry.api.Thing.TEAM;
import static dev.ferry.api.Thing.USER;
import static dev.ferry.api.Thing.VALIDATION;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of the APIs that tells names, or whose single elements do. Its row says where the list is and where in an element id and
 * name stand.
 *
 * @param sides where it is
 * @param path below the prefix of the side; {@code {org}}, {@code {project}} and {@code {cluster}} are holes
 * @param form what its elements look like
 * @param thing what its elements are
 * @param id field of the id
 * @param names fields of the name; the first that is there counts
 */
record NamedList(Set<ApiSide> sides, String path, Form form, Thing thing, String id, List<String> names) {

    /** What the elements of a list look like. */
    enum Form {
        /** Each is one thing, and the list is all there is. */
        THINGS,
        /** Each is one thing; the API cannot list them, so there are only single ones. */
        SINGLE,
        /** Each tells of a thing that it is not: there may be others. */
        MENTIONS,
        /** Each is a project with its clusters. */
        PROJECTS_WITH_CLUSTERS,
        /** Each is a project of the source with its deployments and migration hosts. */
        MIGRATABLE
    }

    private static final Set<ApiSide> BOTH = Set.of(ApiSide.SOURCE, ApiSide.TARGET);
    private static final Set<ApiSide> SOURCE = Set.of(ApiSide.SOURCE);
    private static final Set<ApiSide> TARGET = Set.of(ApiSide.TARGET);

    private static final String SNAPSHOTS = "groups/{project}/clusters/{cluster}/backup/snapshots";

    /** All of them; of several with the same thing, the one that is read first. */
    static final List<NamedList> ALL = List.of(
            things(BOTH, "orgs", ORGANIZATION, "id", "name"),
            things(BOTH, "groups", PROJECT, "id", "name"),
            things(BOTH, "orgs/{org}/groups", PROJECT, "id", "name"),
            new NamedList(BOTH, "clusters", Form.PROJECTS_WITH_CLUSTERS, CLUSTER, "clusterId", List.of("name")),
            things(BOTH, "groups/{project}/clusters", CLUSTER, "id", "name", "clusterName", "replicaSetName"),
            things(TARGET, "groups/{project}/flexClusters", FLEX_CLUSTER, "id", "name"),
            things(SOURCE, "groups/{project}/hosts", HOST, "id", "hostname"),
            things(TARGET, "groups/{project}/processes", PROCESS, "id", "userAlias"),
            new NamedList(
                    TARGET,
                    "orgs/{org}/liveMigrations/availableProjects",
                    Form.MIGRATABLE,
                    MIGRATION_HOST,
                    "projectId",
                    List.of("name")),
            single("groups/{project}/liveMigrations/validate", VALIDATION, "_id"),
            things(TARGET, SNAPSHOTS, SNAPSHOT, "id", "description", "createdAt"),
            things(TARGET, SNAPSHOTS + "/shardedClusters", SNAPSHOT, "id", "description", "createdAt"),
            single(SNAPSHOTS + "/shardedCluster", SNAPSHOT, "id", "description", "createdAt"),
            things(SOURCE, "groups/{project}/clusters/{cluster}/snapshots", SNAPSHOT, "id"),
            things(BOTH, "groups/{project}/alerts", ALERT, "id", "eventTypeName"),
            things(BOTH, "orgs/{org}/teams", TEAM, "id", "name"),
            things(BOTH, "orgs/{org}/users", USER, "id", "username"),
            mentions(BOTH, "groups/{project}/users", USER, "id", "username"),
            mentions(SOURCE, "users", USER, "id", "username"),
            things(BOTH, "orgs/{org}/apiKeys", API_KEY, "id", "desc"),
            mentions(BOTH, "groups/{project}/apiKeys", API_KEY, "id", "desc"),
            things(BOTH, "orgs/{org}/serviceAccounts", SERVICE_ACCOUNT, "clientId", "name"),
            mentions(TARGET, "groups/{project}/serviceAccounts", SERVICE_ACCOUNT, "clientId", "name"),
            things(TARGET, "groups/{project}/databaseUsers", DATABASE_USER, "username", "username"),
            things(TARGET, "eventTypes", EVENT_TYPE, "eventType", "eventType"),
            mentions(BOTH, "groups/{project}/events", EVENT_TYPE, "eventTypeName", "eventTypeName"),
            mentions(BOTH, "orgs/{org}/events", EVENT_TYPE, "eventTypeName", "eventTypeName"));

    private static NamedList things(Set<ApiSide> sides, String path, Thing thing, String id, String... names) {
        return new NamedList(sides, path, Form.THINGS, thing, id, List.of(names));
    }

    private static NamedList mentions(Set<ApiSide> sides, String path, Thing thing, String id, String name) {
        return new NamedList(sides, path, Form.MENTIONS, thing, id, List.of(name));
    }

    private static NamedList single(String path, Thing thing, String id, String... names) {
        return new NamedList(TARGET, path, Form.SINGLE, thing, id, List.of(names));
    }

    /**
     * A path that leads to a list, or to one of its elements.
     *
     * @param holes what stands in the holes of the path
     */
    record Found(NamedList list, Map<String, String> holes, boolean element) {}

    /** The list that a path below the prefix belongs to; empty for one that tells no names. */
    static Optional<Found> at(ApiSide side, List<String> path) {
        return whole(side, path, false)
                .or(() -> path.size() < 2 ? Optional.empty() : whole(side, path.subList(0, path.size() - 1), true))
                .or(() -> path.size() < 3 || !path.get(path.size() - 2).equals("byName")
                        ? Optional.empty()
                        : whole(side, path.subList(0, path.size() - 2), true));
    }

    private static Optional<Found> whole(ApiSide side, List<String> path, boolean element) {
        for (NamedList list : ALL) {
            Map<String, String> holes = new HashMap<>();
            if (list.sides.contains(side) && list.matches(path, holes)) {
                return Optional.of(new Found(list, holes, element));
            }
        }
        return Optional.empty();
    }

    private boolean matches(List<String> given, Map<String, String> holes) {
        String[] own = path.split("/", -1);
        if (own.length != given.size()) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (own[i].startsWith("{")) {
                holes.put(own[i].substring(1, own[i].length() - 1), given.get(i));
            } else if (!own[i].equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The lists to read for things of this kind, where the holes are known; the first is the best. */
    static List<Part> parts(ApiSide side, Thing thing, Map<String, String> holes) {
        List<Part> parts = new ArrayList<>();
        for (NamedList list : ALL) {
            boolean whole = list.form != Form.SINGLE && list.form != Form.MENTIONS;
            if (list.thing == thing && whole && list.sides.contains(side)) {
                String path = list.path;
                for (Map.Entry<String, String> hole : holes.entrySet()) {
                    String value = URLEncoder.encode(hole.getValue(), StandardCharsets.UTF_8)
                            .replace("+", "%20");
                    path = path.replace("{" + hole.getKey() + "}", value);
                }
                if (path.indexOf('{') < 0) {
                    parts.add(new Part(side, path));
                }
            }
        }
        return parts;
    }
}
