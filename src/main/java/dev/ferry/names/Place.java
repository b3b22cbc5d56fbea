package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is wanted must be: what the text says of the things around it, as ids.
 *
 * @param problem why nothing can be there; null when something can
 */
record Place(Wanted wanted, Shelf.Scope scope, @Nullable String problem) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** Of so many organizations the migration hosts are read; each costs a call. */
    private static final int MOST_ORGANIZATIONS = 10;

    private static final String NOWHERE = "";

    static Place of(Known known, Wanted wanted) {
        ApiSide side = wanted.side();
        Map<Thing, String> within = wanted.within();
        String project = "";
        String organization = "";
        if (within.containsKey(Thing.ORGANIZATION) && wanted.thing() != Thing.ORGANIZATION) {
            Optional<Entry> found = enclosing(known, side, Thing.ORGANIZATION, within, null);
            if (found.isEmpty()) {
                return nowhere(known, wanted, Thing.ORGANIZATION);
            }
            organization = found.get().id();
        }
        if (within.containsKey(Thing.PROJECT) && wanted.thing() != Thing.PROJECT) {
            Optional<Entry> found = enclosing(known, side, Thing.PROJECT, within, organization);
            if (found.isEmpty()) {
                return nowhere(known, wanted, Thing.PROJECT);
            }
            project = found.get().id();
            organization = organization.isEmpty() ? found.get().organization() : organization;
        }
        return new Place(wanted, scope(known, wanted, organization, project), null);
    }

    private static Shelf.Scope scope(Known known, Wanted wanted, String organization, String project) {
        return switch (wanted.thing()) {
            case ORGANIZATION, EVENT_TYPE -> Shelf.Scope.ALL;
            case PROJECT, TEAM, USER, API_KEY, SERVICE_ACCOUNT -> new Shelf.Scope(organization, "", List.of());
            case SNAPSHOT, HOST, PROCESS -> new Shelf.Scope(organization, project, clusters(known, wanted, project));
            default -> new Shelf.Scope(organization, project, List.of());
        };
    }

    /** What a cluster may be called in paths and answers. */
    private static List<String> clusters(Known known, Wanted wanted, String project) {
        String cluster = wanted.within().get(Thing.CLUSTER);
        if (cluster == null || wanted.thing() == Thing.PROCESS) {
            return List.of();
        }
        Shelf clusters = known.shelf(wanted.side(), Thing.CLUSTER);
        Entry byId = clusters.byId(cluster);
        Stream<Entry> same = byId != null ? Stream.of(byId) : clusters.byName(cluster).stream();
        return Stream.concat(
                        Stream.of(cluster),
                        same.filter(entry -> project.isEmpty() || project.equals(entry.project()))
                                .flatMap(entry -> Stream.of(entry.id(), entry.name())))
                .distinct()
                .toList();
    }

    private static Optional<Entry> enclosing(
            Known known, ApiSide side, Thing thing, Map<Thing, String> within, @Nullable String organization) {
        String given = within.getOrDefault(thing, "");
        Shelf shelf = known.shelf(side, thing);
        Entry byId = shelf.byId(given);
        if (byId != null) {
            return Optional.of(byId);
        }
        List<Entry> named = shelf.byName(given).stream()
                .filter(entry ->
                        organization == null || organization.isEmpty() || organization.equals(entry.organization()))
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        // One that nobody has told of yet can still be read by its id.
        return ID.matcher(given).matches()
                ? Optional.of(new Entry(side, thing, given, given, "", "", ""))
                : Optional.empty();
    }

    private static Place nowhere(Known known, Wanted wanted, Thing enclosing) {
        String given = wanted.within().getOrDefault(enclosing, "");
        int several = known.shelf(wanted.side(), enclosing).byName(given).size();
        String problem = several > 1
                ? several + " " + enclosing.word() + "s are called '" + given + "': write the id"
                : "no " + enclosing.word() + " '" + given + "' is known";
        return new Place(wanted, Shelf.Scope.ALL, given.isEmpty() ? NOWHERE : problem);
    }

    /**
     * The lists that tell what is there.
     *
     * @param unreadable whether a list may not be read
     */
    List<Part> parts(Known known, Predicate<Part> unreadable) {
        if (wanted.thing() == Thing.MIGRATION_HOST) {
            List<Part> parts = new ArrayList<>();
            for (Entry each :
                    known.shelf(ApiSide.TARGET, Thing.ORGANIZATION).find("", Shelf.Scope.ALL, MOST_ORGANIZATIONS)) {
                parts.addAll(NamedList.parts(ApiSide.TARGET, wanted.thing(), Map.of("org", each.id())));
            }
            parts.removeIf(unreadable);
            return parts;
        }
        Map<String, String> holes = new HashMap<>();
        put(holes, "org", scope.organization());
        put(holes, "project", scope.project());
        put(holes, "cluster", cluster(known));
        return NamedList.parts(wanted.side(), wanted.thing(), holes).stream()
                .filter(unreadable.negate())
                .limit(1)
                .toList();
    }

    /** Atlas has the name of a cluster in its paths, Cloud Manager the id. */
    private String cluster(Known known) {
        for (String each : scope.clusters()) {
            boolean fits = wanted.side() == ApiSide.SOURCE
                    ? ID.matcher(each).matches()
                    : !known.shelf(wanted.side(), Thing.CLUSTER).byName(each).isEmpty();
            if (fits) {
                return each;
            }
        }
        return "";
    }

    private static void put(Map<String, String> holes, String hole, String value) {
        if (!value.isEmpty()) {
            holes.put(hole, value);
        }
    }
}
