package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.Change;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.sandbox.Twin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a twin has taken over of the real services so far, and how it takes over more: one aspect of one thing at a time. */
final class Picture {
    private static final String ORG = "orgId";
    private static final String PROJECT = "groupId";
    private static final int NOT_FOUND = 404;

    private final Twin twin;
    private final Function<ApiSide, Optional<Reality>> realities;
    private final MadeUp madeUp;
    private final Consumer<String> notes;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> inventories = new HashSet<>();
    private final Set<String> madeClusters = ConcurrentHashMap.newKeySet();

    Picture(Twin twin, Function<ApiSide, Optional<Reality>> realities, MadeUp madeUp, Consumer<String> notes) {
        this.twin = twin;
        this.realities = realities;
        this.madeUp = madeUp;
        this.notes = notes;
    }

    /** Whether the twin has this. */
    boolean has(Aspect aspect, Map<String, String> values) {
        return taken.contains(key(aspect, complete(values)));
    }

    /** Whether anything of the same organization or project is here. */
    boolean touches(Map<String, String> values) {
        return List.of(ORG, PROJECT).stream()
                .map(values::get)
                .anyMatch(id -> id != null && taken.stream().anyMatch(key -> key.contains(id)));
    }

    /** Whether something in a path was made in the twin, or has gone from it. */
    boolean isOnlyHere(Map<String, String> values) {
        return isMadeUp(values)
                || List.of(ORG, PROJECT).stream()
                        .map(values::get)
                        .anyMatch(id -> id != null && madeUp.isKnown(id) && !twin.has(id));
    }

    /**
     * Takes over what is needed for a call, as far as it is not here yet.
     *
     * @throws dev.ferry.api.failure.ApiException when a real service does not tell it
     */
    void take(Aspect aspect, Map<String, String> given) {
        if (!aspect.name().equals(Aspect.PROJECTS)) {
            take(Aspect.named(aspect.side(), Aspect.PROJECTS), Map.of());
            meet(aspect.side(), given);
        }
        Map<String, String> values = complete(given);
        String key = key(aspect, values);
        if (!taken.add(key)) {
            return;
        }
        try {
            takeAll(aspect, values);
        } catch (RuntimeException e) {
            // What was not told must not be shown as if there were nothing.
            taken.remove(key);
            throw e;
        }
    }

    private void takeAll(Aspect aspect, Map<String, String> values) {
        for (String need : aspect.needs()) {
            take(Aspect.named(aspect.side(), need), values);
        }
        boolean joins = aspect.name().equals(Aspect.LINK) || aspect.name().equals(Aspect.AVAILABLE);
        if (joins) {
            takeIfThere(ApiSide.SOURCE, Aspect.PROJECTS);
            takeIfThere(ApiSide.TARGET, Aspect.PROJECTS);
        }
        for (String read : aspect.reads()) {
            // A project that was made here is in an organization that was not.
            if (!isMadeUp(named(read, values))) {
                boolean first =
                        read.equals(aspect.reads().get(0)) && !aspect.name().equals(Aspect.AVAILABLE);
                take(aspect.side(), Aspect.filled(read, values), first);
            }
        }
        if (aspect.name().equals(Aspect.LINK)) {
            findOtherEnd(String.valueOf(values.get(ORG)));
        }
    }

    /** Remembers a cluster that was made in the twin: it has a name and no id in its path. */
    void made(Change change) {
        if (change.method().equals("POST")
                && change.body() instanceof Map<?, ?> body
                && change.operation()
                        .filter(known -> known.path().endsWith("/{groupId}/clusters"))
                        .isPresent()) {
            madeClusters.add(change.values().get(PROJECT) + "/" + body.get("name"));
        }
    }

    /** The values that an address names. */
    private static Map<String, String> named(String address, Map<String, String> values) {
        Map<String, String> named = new HashMap<>(values);
        named.keySet().removeIf(name -> !address.contains("{" + name + "}"));
        return named;
    }

    private boolean isMadeUp(Map<String, String> values) {
        return values.values().stream().anyMatch(madeUp::isMadeUp)
                || madeClusters.contains(values.get(PROJECT) + "/" + values.get("clusterName"));
    }

    /** Takes over what can be migrated through links that were made in the twin. No real service tells this yet. */
    void takeInventories(String targetOrgId) {
        for (String orgId : twin.linkedHere(targetOrgId)) {
            if (inventories.add(orgId)) {
                takeInventory(orgId);
            }
        }
    }

    private void takeInventory(String sourceOrgId) {
        Optional<Reality> source = realities.apply(ApiSide.SOURCE);
        if (source.isEmpty()) {
            return;
        }
        String clusters = Catalogs.CLOUD_MANAGER + "/clusters";
        List<Map<String, Object>> projects = source.get().read(clusters);
        learn(ApiSide.SOURCE, clusters, projects);
        Set<String> used = new LinkedHashSet<>();
        for (Map<String, Object> project : projects) {
            if (project.get("clusters") instanceof List<?> some && !some.isEmpty()) {
                used.add(String.valueOf(project.get(PROJECT)));
            }
        }
        used.retainAll(twin.projectsOf(sourceOrgId));
        for (String groupId : used) {
            take(Aspect.named(ApiSide.SOURCE, "deployments"), Map.of(PROJECT, groupId));
        }
        if (!used.isEmpty()) {
            notes.accept(
                    "Which hosts of the source are migration hosts shows only once it is linked: the rehearsal takes those with an"
                            + " agent and without a database.");
        }
    }

    /** A link says that it is there and not where it leads: the target that sees the source is the one. */
    private void findOtherEnd(String sourceOrgId) {
        if (!twin.isLinked(sourceOrgId) || realities.apply(ApiSide.TARGET).isEmpty()) {
            return;
        }
        Aspect available = Aspect.named(ApiSide.TARGET, Aspect.AVAILABLE);
        for (String orgId : twin.organizations(ApiSide.TARGET)) {
            if (!madeUp.isMadeUp(orgId)) {
                take(available, Map.of(ORG, orgId));
            }
        }
    }

    /** An organization that these credentials do not see, and that a change names all the same. */
    void meetDestination(String orgId) {
        if (twin.has(orgId)) {
            return;
        }
        String path = Catalogs.ATLAS + "/orgs/" + orgId;
        try {
            take(ApiSide.TARGET, path, true);
        } catch (ErrorAnswerException e) {
            notes.accept("Organization " + orgId + " cannot be seen with these credentials (" + e.status()
                    + "): the rehearsal assumes that it is there.");
            twin.assumeOrganization(orgId);
        }
    }

    private void takeIfThere(ApiSide side, String aspect) {
        if (realities.apply(side).isPresent()) {
            take(Aspect.named(side, aspect), Map.of());
        }
    }

    /** The organization or project of a path; lists do not show what only its own address shows. */
    private void meet(ApiSide side, Map<String, String> values) {
        String prefix = side == ApiSide.TARGET ? Catalogs.ATLAS : Catalogs.CLOUD_MANAGER;
        meet(side, values.get(PROJECT), prefix + "/groups/");
        meet(side, values.get(ORG), prefix + "/orgs/");
    }

    private void meet(ApiSide side, @Nullable String id, String path) {
        if (id != null && !twin.has(id) && !madeUp.isKnown(id) && !madeUp.isMadeUp(id)) {
            take(side, path + id, true);
        }
    }

    private void take(ApiSide side, String path, boolean needed) {
        try {
            learn(side, path, realities.apply(side).orElseThrow().read(path));
        } catch (ErrorAnswerException e) {
            if (needed) {
                throw e;
            }
            if (e.status() != NOT_FOUND) {
                notes.accept("The rehearsal goes on without GET " + path + ", which was refused (" + e.status() + ").");
            }
        }
    }

    private void learn(ApiSide side, String path, List<Map<String, Object>> documents) {
        madeUp.know(documents);
        twin.take(side, path, documents);
    }

    private Map<String, String> complete(Map<String, String> values) {
        String project = values.get(PROJECT);
        if (project == null || values.containsKey(ORG)) {
            return values;
        }
        Map<String, String> all = new HashMap<>(values);
        twin.organizationOf(project).ifPresent(orgId -> all.put(ORG, orgId));
        return all;
    }

    private static String key(Aspect aspect, Map<String, String> values) {
        return aspect.name() + " " + aspect.scope(values);
    }
}
