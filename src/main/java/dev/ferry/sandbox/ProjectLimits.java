package dev.ferry.sandbox;

import dev.ferry.api.FactTable;
import dev.ferry.api.atlas.ProjectLimit;
import dev.ferry.sandbox.Estate.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of a project: what somebody set, else the defaults of {@code project-limits.tsv}. Only the one of clusters is kept to. */
record ProjectLimits(World world, String groupId) {
    private static final List<String[]> TABLE = FactTable.rows(ProjectLimits.class, "project-limits.tsv");
    private static final String CLUSTERS = "atlas.project.deployment.clusters";

    List<ProjectLimit> all() {
        return TABLE.stream().map(this::answer).toList();
    }

    ProjectLimit get(String name) {
        return answer(row(name));
    }

    ProjectLimit set(String name, @Nullable Object value) {
        String[] row = row(name);
        if (value == null) {
            throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, "value");
        }
        if (!(value instanceof Long wanted) || wanted < 1 || wanted > Long.parseLong(row[2])) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "value");
        }
        world.estate().put(Kind.LIMIT, groupId, Map.of("name", name, "value", value));
        return answer(row);
    }

    void reset(String name) {
        world.estate().remove(Kind.LIMIT, groupId, row(name)[0]);
    }

    /** Refuses one cluster more than there may be. */
    void demandRoomForACluster() {
        long limit = get(CLUSTERS).value();
        if (world.clusters(groupId).size() >= limit) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "The project may have " + limit + " clusters, and has them.");
        }
    }

    private static String[] row(String name) {
        return TABLE.stream()
                .filter(row -> row[0].equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.INVALID_PATH_PARAMETER, name));
    }

    private ProjectLimit answer(String[] row) {
        long standard = Long.parseLong(row[1]);
        Object value = world.estate()
                .find(Kind.LIMIT, groupId, row[0])
                .<Object>map(limit -> String.valueOf(limit.get("value")))
                .orElse(row[1]);
        return new ProjectLimit(
                row[0], Long.valueOf(value.toString()), usage(row[0]), standard, Long.valueOf(row[2]), Map.of());
    }

    private long usage(String name) {
        return switch (name) {
            case CLUSTERS -> world.clusters(groupId).size();
            case "atlas.project.security.databaseAccess.users" ->
                world.estate().all(Kind.DATABASE_USER, groupId).size();
            case "atlas.project.security.databaseAccess.customRoles" ->
                world.estate().all(Kind.CUSTOM_ROLE, groupId).size();
            case "atlas.project.security.networkAccess.entries" ->
                world.admissions(groupId).size();
            default -> 0;
        };
    }
}
