package dev.ferry.api.catalog;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in an OpenAPI document. Of the document only what a catalog needs is kept: prose and examples, most of its size, are
 * skipped while it is read.
 *
 * @param root the whole document; references start there
 * @param value what stands here: a map, a list, a text, a boolean, or null where nothing does
 */
record OpenApiNode(
        Map<String, @Nullable Object> root, @Nullable Object value) {
    private static final Set<String> PROSE = Set.of(
            "description",
            "summary",
            "title",
            "example",
            "examples",
            "externalDocs",
            "x-xgen-IPA-exception",
            "x-codeSamples");

    /** What stands directly below these is named by the API, not by OpenAPI: a field may be called {@code description}. */
    private static final Set<String> NAMED_BY_THE_API =
            Set.of("properties", "schemas", "parameters", "paths", "content", "responses", "requestBodies", "mapping");

    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** References that lead to references; more in a row are a circle. */
    private static final int HOPS = 16;

    /** Reads a whole document, which has to be an object. */
    static OpenApiNode read(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            root.put(name, value(reader, name, names));
        }
        reader.endObject();
        return new OpenApiNode(root, root);
    }

    private static @Nullable Object value(JsonReader reader, String below, Map<String, String> names)
            throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader, below, names);
            case BEGIN_ARRAY -> array(reader, names);
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> reader.nextString();
        };
    }

    private static Map<String, @Nullable Object> object(JsonReader reader, String below, Map<String, String> names)
            throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        boolean prose = !NAMED_BY_THE_API.contains(below);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = names.computeIfAbsent(reader.nextName(), given -> given);
            // The roles that an operation needs stand in its description and nowhere else.
            boolean roles = name.equals("description") && VERBS.contains(below);
            if (prose && PROSE.contains(name) && !roles) {
                reader.skipValue();
            } else {
                object.put(name, value(reader, name, names));
            }
        }
        reader.endObject();
        return object;
    }

    private static List<@Nullable Object> array(JsonReader reader, Map<String, String> names) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(reader, "", names));
        }
        reader.endArray();
        return array;
    }

    private OpenApiNode at(@Nullable Object other) {
        return new OpenApiNode(root, other);
    }

    boolean isThere() {
        return value != null;
    }

    /** What stands below this name; a node without a value where nothing does. */
    OpenApiNode get(String name) {
        return at(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** The text below this name; empty where there is none. */
    String text(String name) {
        Object text = get(name).value;
        return text instanceof String given ? given : "";
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(get(name).value);
    }

    /** The entries of an object, in the document's order. */
    Map<String, OpenApiNode> entries() {
        Map<String, OpenApiNode> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> entries.put(String.valueOf(name), at(each)));
        }
        return entries;
    }

    /** The elements of an array. */
    List<OpenApiNode> elements() {
        List<OpenApiNode> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> elements.add(at(each)));
        }
        return elements;
    }

    /** The texts of an array. */
    List<String> texts() {
        return elements().stream()
                .map(OpenApiNode::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The last name of the reference that stands here; empty where none does. */
    String reference() {
        String reference = text("$ref");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** What the reference here leads to, or the node itself where there is none. */
    OpenApiNode target() {
        OpenApiNode node = this;
        for (int hop = 0;
                hop < HOPS && node.value instanceof Map<?, ?> map && map.get("$ref") instanceof String;
                hop++) {
            OpenApiNode found = at(root);
            String path = node.text("$ref");
            if (!path.startsWith("#/")) {
                return at(null);
            }
            for (String name : path.substring(2).split("/", -1)) {
                found = found.get(name.replace("~1", "/").replace("~0", "~"));
            }
            node = found;
        }
        return node;
    }
}
