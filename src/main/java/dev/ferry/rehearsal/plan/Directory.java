package dev.ferry.rehearsal.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is who: the names of ids, as far as answers have told them. */
final class Directory {
    private static final List<String> NAMES =
            List.of("name", "groupName", "clusterName", "username", "userAlias", "desc");
    private static final String ID = "Id";

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> organizations = new ConcurrentHashMap<>();

    /** Learns from an answer, as maps and lists. */
    void learn(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            list.forEach(this::learn);
        } else if (tree instanceof Map<?, ?> map) {
            learn(map);
            map.values().forEach(this::learn);
        }
    }

    private void learn(Map<?, ?> map) {
        String id = text(map, "id");
        String own = NAMES.stream()
                .map(name -> text(map, name))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        if (!id.isEmpty() && !own.isEmpty()) {
            names.put(id, own);
        }
        for (Object key : map.keySet()) {
            String field = key.toString();
            if (field.endsWith(ID)) {
                String other = text(map, field.substring(0, field.length() - ID.length()) + "Name");
                String name = other.isEmpty() && id.isEmpty() && field.equals("projectId") ? own : other;
                if (!name.isEmpty()) {
                    names.put(text(map, field), name);
                }
            }
        }
        String organization = text(map, "orgId");
        String project = map.containsKey("groupId") ? text(map, "groupId") : id;
        if (!organization.isEmpty() && !project.isEmpty()) {
            organizations.put(project, organization);
        }
    }

    private static String text(Map<?, ?> map, String field) {
        return map.get(field) instanceof String text ? text : "";
    }

    /** The name of this id; empty when no answer has told it. */
    String name(String id) {
        return names.getOrDefault(id, "");
    }

    /** The organization that a project is in. */
    Optional<String> organizationOf(String project) {
        return Optional.ofNullable(organizations.get(project));
    }
}
