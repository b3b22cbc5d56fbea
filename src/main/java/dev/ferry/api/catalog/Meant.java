package dev.ferry.api.catalog;

import dev.ferry.api.Thing;
import java.util.Map;
import java.util.Optional;

/**
 * What a parameter in the path of an operation means. The service interfaces say it with {@link dev.ferry.api.IdOf} and
 * {@link dev.ferry.api.NameOf}; operations that are only called by name have their tables alone.
 *
 * @param byName whether the path takes the name of the thing, not its id
 */
public record Meant(Thing thing, boolean byName) {
    private static final Map<String, Meant> PARAMETERS = Map.ofEntries(
            id("orgId", Thing.ORGANIZATION),
            id("groupId", Thing.PROJECT),
            name("groupName", Thing.PROJECT),
            id("clusterId", Thing.CLUSTER),
            name("clusterName", Thing.CLUSTER),
            id("hostId", Thing.HOST),
            id("processId", Thing.PROCESS),
            id("liveMigrationId", Thing.LIVE_MIGRATION),
            id("validationId", Thing.VALIDATION),
            id("snapshotId", Thing.SNAPSHOT),
            id("alertId", Thing.ALERT),
            id("teamId", Thing.TEAM),
            name("teamName", Thing.TEAM),
            id("userId", Thing.USER),
            id("apiUserId", Thing.API_KEY),
            id("apiKeyId", Thing.API_KEY),
            id("clientId", Thing.SERVICE_ACCOUNT));

    /** Parameters whose name alone says too little, by what stands before them in the path. */
    private static final Map<String, Meant> PLACES = Map.ofEntries(
            name("users/byName/{username}", Thing.USER),
            name("databaseUsers/{databaseName}/{username}", Thing.DATABASE_USER),
            name("teams/byName/{name}", Thing.TEAM),
            name("flexClusters/{name}", Thing.FLEX_CLUSTER));

    /**
     * What a parameter means.
     *
     * @param path the path with {@code {name}} for its parameters, such as {@code /api/atlas/v2/groups/{groupId}}
     * @param parameter the name of one of them
     * @return empty for one that means no thing we know
     */
    public static Optional<Meant> of(String path, String parameter) {
        Meant byName = PARAMETERS.get(parameter);
        if (byName != null) {
            return Optional.of(byName);
        }
        String before = path.substring(0, Math.max(0, path.indexOf("{" + parameter + "}"))) + "{" + parameter + "}";
        return PLACES.entrySet().stream()
                .filter(place -> before.endsWith("/" + place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map.Entry<String, Meant> id(String place, Thing thing) {
        return Map.entry(place, new Meant(thing, false));
    }

    private static Map.Entry<String, Meant> name(String place, Thing thing) {
        return Map.entry(place, new Meant(thing, true));
    }
}
