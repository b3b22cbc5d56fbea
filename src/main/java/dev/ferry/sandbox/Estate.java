package dev.ferry.sandbox;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the organizations and projects of the target have besides clusters, as documents in the form of their answers.
 * A document is found by its owner and by what the API finds it by: an id, a name.
 */
final class Estate {
    private final Map<Kind, Map<String, Map<String, Map<String, Object>>>> documents = new EnumMap<>(Kind.class);

    /** What a document is about, and which of its fields it is found by; null where its owner has one at most. */
    enum Kind {
        ACCESS("value"),
        ACCOUNT(null),
        ALERT("id"),
        BACKUP("id"),
        CONTAINER("id"),
        CUSTOM_ROLE("roleName"),
        DATABASE_USER("key"),
        FLEX_CLUSTER("name"),
        LIMIT("name"),
        MAINTENANCE(null),
        PEER("id"),
        PRIVATE_ENDPOINT("id"),
        PROCESS_ARGS(null),
        SETTINGS(null);

        private final @Nullable String field;

        Kind(@Nullable String field) {
            this.field = field;
        }

        String keyOf(Map<String, Object> document) {
            return field == null ? "" : String.valueOf(document.get(field));
        }
    }

    /** Those of one owner, in the order in which they were made. */
    List<Map<String, Object>> all(Kind kind, String owner) {
        return List.copyOf(of(kind, owner).values());
    }

    Optional<Map<String, Object>> find(Kind kind, String owner, String key) {
        return Optional.ofNullable(of(kind, owner).get(key));
    }

    /** The only one that there can be; empty when there is none. */
    Map<String, Object> only(Kind kind, String owner) {
        return of(kind, owner).getOrDefault("", Map.of());
    }

    /** Adds a document, or puts it in the place of the one with its key. */
    void put(Kind kind, String owner, Map<String, Object> document) {
        documents
                .computeIfAbsent(kind, any -> new LinkedHashMap<>())
                .computeIfAbsent(owner, any -> new LinkedHashMap<>())
                .put(kind.keyOf(document), document);
    }

    /** Puts the changes over the document that there is, or over nothing. */
    Map<String, Object> change(Kind kind, String owner, String key, Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(of(kind, owner).getOrDefault(key, Map.of()));
        changed.putAll(changes);
        put(kind, owner, changed);
        return changed;
    }

    /** Removes a document; whether there was one. */
    boolean remove(Kind kind, String owner, String key) {
        Map<String, Map<String, Object>> owned =
                documents.getOrDefault(kind, Map.of()).get(owner);
        return owned != null && owned.remove(key) != null;
    }

    /** Removes everything of an owner. */
    void forget(String owner) {
        documents.values().forEach(owners -> owners.remove(owner));
    }

    private Map<String, Map<String, Object>> of(Kind kind, String owner) {
        return documents.getOrDefault(kind, Map.of()).getOrDefault(owner, Map.of());
    }
}
