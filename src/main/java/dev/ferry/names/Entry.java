package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;

/**
 * One thing that is remembered. Whatever is not known is empty.
 *
 * @param organization id of its organization
 * @param project id of its project
 * @param cluster id or name of its cluster, as its side names clusters in paths
 */
record Entry(ApiSide side, Thing thing, String id, String name, String organization, String project, String cluster) {

    /** What tells it from others of its kind: most ids are unique, some only within an organization or a project. */
    String key() {
        return switch (thing) {
            case USER -> organization + "/" + id;
            case DATABASE_USER, MIGRATION_HOST, PROCESS -> project + "/" + id;
            default -> id;
        };
    }

    /** The same, with what another answer knew of it where this one says nothing. */
    Entry over(Entry older) {
        return new Entry(
                side,
                thing,
                id,
                name.equals(id) ? older.name : name,
                either(organization, older.organization),
                either(project, older.project),
                either(cluster, older.cluster));
    }

    Entry in(String knownOrganization) {
        return new Entry(side, thing, id, name, knownOrganization, project, cluster);
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
