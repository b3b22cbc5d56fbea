package dev.ferry.rehearsal.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree of maps and lists as its values by their paths, {@code replicationSpecs[0].regionConfigs[0].priority}. Null is left out; a map
 * or list with nothing in it is a value, {@code {}} or {@code []}.
 */
final class Leaves {
    static final String EMPTY_MAP = "{}";
    static final String EMPTY_LIST = "[]";

    /** What tells the elements of a list apart, best first. */
    private static final List<String> KEYS = List.of(
            "id",
            "_id",
            "groupId",
            "projectId",
            "clusterId",
            "hostname",
            "username",
            "cidrBlock",
            "ipAddress",
            "name",
            "clusterName",
            "typeName");

    private final boolean keyed;
    private final Map<String, Object> leaves = new LinkedHashMap<>();

    private Leaves(boolean keyed) {
        this.keyed = keyed;
    }

    /** Elements of lists by their place. */
    static Map<String, Object> byPlace(@Nullable Object tree) {
        return of(tree, false);
    }

    /**
     * Elements of lists by what they are, {@code results[id=65f0…].name}, so that one more at the front does not look as if all had
     * changed; by their place where nothing tells them apart.
     */
    static Map<String, Object> byKey(@Nullable Object tree) {
        return of(tree, true);
    }

    private static Map<String, Object> of(@Nullable Object tree, boolean keyed) {
        Leaves leaves = new Leaves(keyed);
        leaves.add("", tree);
        return leaves.leaves;
    }

    private void add(String path, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> add(path.isEmpty() ? name.toString() : path + "." + name, value));
            if (map.isEmpty()) {
                leaves.put(path, EMPTY_MAP);
            }
        } else if (tree instanceof List<?> list) {
            String key = keyed ? key(list) : null;
            for (int i = 0; i < list.size(); i++) {
                add(path + "[" + (key == null ? i : key + "=" + ((Map<?, ?>) list.get(i)).get(key)) + "]", list.get(i));
            }
            if (list.isEmpty()) {
                leaves.put(path, EMPTY_LIST);
            }
        } else if (tree != null) {
            leaves.put(path, tree);
        }
    }

    private static @Nullable String key(List<?> list) {
        return KEYS.stream().filter(key -> tellsApart(list, key)).findFirst().orElse(null);
    }

    private static boolean tellsApart(List<?> list, String key) {
        Set<Object> seen = new HashSet<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> map && map.get(key) instanceof String value && seen.add(value))) {
                return false;
            }
        }
        return true;
    }
}
