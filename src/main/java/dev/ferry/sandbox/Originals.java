package dev.ferry.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the real services say of the things that were taken over from them. As long as nothing has changed a field here, it is shown
 * as they say it; fields that nobody here knows of stay with it.
 */
final class Originals {
    /** Things that are the same wherever they are asked for; all others belong to what stands in the path. */
    private static final Set<String> BY_ID_ALONE = Set.of("Organization", "Project", "AvailableProject");

    /** How many segments a path has up to the id of an organization or project, the empty one before its slash included. */
    private static final int OWNER = 6;

    private static final List<String> NAMES = List.of(
            "id", "_id", "projectId", "clientId", "teamId", "roleName", "cidrBlock", "awsSecurityGroup", "name");

    private final Map<String, Original> known = new LinkedHashMap<>();
    private Map<String, Map<String, Object>> learning = Map.of();
    private @Nullable Map<String, Map<?, ?>> observed;

    /**
     * @param document what the real service says
     * @param shown what was answered here when it had just been taken over
     */
    private record Original(Map<String, Object> document, Map<?, ?> shown) {}

    /** Takes what is answered for these documents while this asks as how they look here, those that are known already excepted. */
    void learn(List<Map<String, Object>> documents, Runnable asking) {
        Map<String, Map<String, Object>> named = new LinkedHashMap<>();
        documents.forEach(document -> named.put(name(document), document));
        learning = named;
        try {
            asking.run();
        } finally {
            learning = Map.of();
        }
    }

    /** What is answered here while this asks, by thing, without a look at the originals. */
    Map<String, Map<?, ?>> observe(Runnable asking) {
        Map<String, Map<?, ?>> seen = new LinkedHashMap<>();
        observed = seen;
        try {
            asking.run();
        } finally {
            observed = null;
        }
        return seen;
    }

    /**
     * Something else was taken over, and with it the look of things has changed: that is no change of them.
     *
     * @param before how they looked, see {@link #observe}
     * @param after how they look
     */
    void lookOtherwise(Map<String, Map<?, ?>> before, Map<String, Map<?, ?>> after) {
        after.forEach((key, now) -> known.computeIfPresent(key, (same, original) -> {
            Map<?, ?> then = before.getOrDefault(key, original.shown());
            Map<Object, @Nullable Object> shown = new LinkedHashMap<>(original.shown());
            Set<Object> names = new LinkedHashSet<>(then.keySet());
            names.addAll(now.keySet());
            for (Object name : names) {
                boolean unchanged =
                        Objects.equals(then.get(name), original.shown().get(name));
                if (unchanged && now.containsKey(name)) {
                    shown.put(name, now.get(name));
                } else if (unchanged) {
                    shown.remove(name);
                }
            }
            return new Original(original.document(), shown);
        }));
    }

    /**
     * What to show: the answer of here, with the fields that nothing has changed as the real service has them.
     *
     * @param path of the request
     * @param tree the answer of here
     */
    @Nullable
    Object over(Class<?> type, String path, @Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> fields) || (known.isEmpty() && learning.isEmpty())) {
            return tree;
        }
        String key = key(type, path, fields);
        Map<String, Map<?, ?>> seen = observed;
        if (seen != null) {
            seen.put(key, fields);
            return tree;
        }
        Map<String, Object> document = learning.get(name(fields));
        if (document != null) {
            known.putIfAbsent(key, new Original(document, fields));
        }
        Original original = known.get(key);
        return original == null ? tree : merged(original.document(), original.shown(), fields);
    }

    private static Map<String, @Nullable Object> merged(Map<?, ?> document, Map<?, ?> shown, Map<?, ?> now) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        Set<Object> names = new LinkedHashSet<>(document.keySet());
        names.addAll(now.keySet());
        for (Object name : names) {
            // The addresses here are those of another server, which is no change.
            boolean same = name.equals("links")
                    || (shown.containsKey(name) == now.containsKey(name)
                            && Objects.equals(shown.get(name), now.get(name)));
            Map<?, ?> from = same ? document : now;
            if (!same
                    && document.get(name) instanceof Map<?, ?> real
                    && shown.get(name) instanceof Map<?, ?> then
                    && now.get(name) instanceof Map<?, ?> fields) {
                merged.put(String.valueOf(name), merged(real, then, fields));
            } else if (from.containsKey(name)) {
                merged.put(String.valueOf(name), from.get(name));
            }
        }
        return merged;
    }

    private static String key(Class<?> type, String path, Map<?, ?> tree) {
        String name = name(tree);
        String scope = BY_ID_ALONE.contains(type.getSimpleName()) ? "" : name.isEmpty() ? path : owner(path);
        return type.getName() + " " + scope + " " + name;
    }

    /** What the path begins with up to the id of an organization or project: {@code /api/atlas/v2/groups/{groupId}}. */
    private static String owner(String path) {
        String[] segments = path.split("/", -1);
        return String.join("/", Stream.of(segments).limit(OWNER).toList());
    }

    private static String name(Map<?, ?> tree) {
        Object user = tree.get("username");
        Object database = tree.get("databaseName");
        if (user != null && database != null) {
            return database + "/" + user;
        }
        return NAMES.stream()
                .map(tree::get)
                .filter(String.class::isInstance)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}
