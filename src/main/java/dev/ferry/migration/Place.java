package dev.ferry.migration;

import org.jspecify.annotations.Nullable;

/**
 * One end of a migration. Whatever is not known is null.
 *
 * @param organizationId 24 hexadecimal digits
 * @param organization its name
 * @param projectId 24 hexadecimal digits
 * @param project its name
 * @param name the deployment of the source, or the cluster of the destination
 */
record Place(
        @Nullable String organizationId,
        @Nullable String organization,
        @Nullable String projectId,
        @Nullable String project,
        @Nullable String name) {

    static final Place UNKNOWN = new Place(null, null, null, null, null);

    /** This, and what the other knows where this says nothing. */
    Place or(Place other) {
        return new Place(
                either(organizationId, other.organizationId),
                either(organization, other.organization),
                either(projectId, other.projectId),
                either(project, other.project),
                either(name, other.name));
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null || one.isEmpty() ? other : one;
    }
}
