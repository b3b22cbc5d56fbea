package dev.ferry.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a real service says of one thing. Whatever is missing or of another kind than expected is as if it were not said. */
record Document(Map<String, Object> fields) {
    String text(String name) {
        return textOr(name, "");
    }

    String textOr(String name, String otherwise) {
        return fields.get(name) instanceof String text ? text : otherwise;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    @Nullable
    Instant time(String name) {
        try {
            return fields.get(name) instanceof String text ? QueryCheck.date(text) : null;
        } catch (Refusal notATime) {
            return null;
        }
    }

    List<String> texts(String name) {
        return RoleNames.texts(fields.get(name));
    }

    /** The objects of a list. */
    List<Document> list(String name) {
        return fields.get(name) instanceof List<?> elements
                ? elements.stream()
                        .filter(Map.class::isInstance)
                        .map(element -> of((Map<?, ?>) element))
                        .toList()
                : List.of();
    }

    /** The object of this name; an empty one when there is none. */
    Document part(String name) {
        return of(fields.get(name) instanceof Map<?, ?> part ? part : Map.of());
    }

    Instant timeOr(String name, Instant otherwise) {
        Instant time = time(name);
        return time == null ? otherwise : time;
    }

    /** The same of a tree of JSON. */
    @SuppressWarnings("unchecked")
    static Document of(Map<?, ?> tree) {
        return new Document((Map<String, Object>) tree);
    }
}
