package dev.ferry.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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
    private boolean aside;

    /**
     * @param document what the real service says
     * @param shown what was answered here when it had just been taken over
     */
    private record Original(Map<String, Object> document, Map<?, ?> shown) {}

    /** From now on takes what is answered for these documents as how they look here, until {@link #learnt}. */
    void learn(List<Map<String, Object>> documents) {
        Map<String, Map<String, Object>> named = new LinkedHashMap<>();
        documents.forEach(document -> named.put(name(document), document));
        learning = named;
    }

    void learnt() {
        learning = Map.of();
    }

    /** What is answered without looking at the originals. */
    <T> T without(Supplier<T> asking) {
        aside = true;
        try {
            return asking.get();
        } finally {
            aside = false;
        }
    }

    /** Whether this was taken over. */
    boolean has(Class<?> type, String path, Map<?, ?> tree) {
        return known.containsKey(key(type, path, tree));
    }

    /**
     * What to show: the answer of here, with the fields that nothing has changed as the real service has them.
     *
     * @param path of the request
     * @param tree the answer of here
     */
    @Nullable
    Object over(Class<?> type, String path, @Nullable Object tree) {
        if (aside || !(tree instanceof Map<?, ?> fields) || (known.isEmpty() && learning.isEmpty())) {
            return tree;
        }
        String key = key(type, path, fields);
        Map<String, Object> document = learning.get(name(fields));
        if (document != null) {
            known.put(key, new Original(document, fields));
        }
        Original original = known.get(key);
        return original == null ? tree : merged(original.document(), original.shown(), fields);
    }

    /**
     * Something else was taken over, and with it the look of this has changed: that is no change of it.
     *
     * @param before how it looked
     * @param after how it looks
     */
    void looksOtherwise(Class<?> type, String path, Map<?, ?> before, Map<?, ?> after) {
        known.computeIfPresent(key(type, path, after), (key, original) -> {
            Map<Object, @Nullable Object> shown = new LinkedHashMap<>(original.shown());
            after.forEach((name, value) -> {
                if (Objects.equals(before.get(name), original.shown().get(name))) {
                    shown.put(name, value);
                }
            });
            return new Original(original.document(), shown);
        });
    }

    private static Map<String, @Nullable Object> merged(Map<?, ?> document, Map<?, ?> shown, Map<?, ?> now) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        Set<Object> names = new LinkedHashSet<>(document.keySet());
        names.addAll(now.keySet());
        for (Object name : names) {
            boolean same =
                    shown.containsKey(name) == now.containsKey(name) && Objects.equals(shown.get(name), now.get(name));
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
