package dev.ferry.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body of a request against its documented shape. Both APIs refuse fields they do not know and fields that only
 * answers have, where many others would ignore them.
 */
final class BodyCheck {
    private static final String RESOURCE = "bodies.tsv";

    private final Map<String, Map<String, Field>> shapes;

    private record Field(String type, boolean required, boolean readOnly) {}

    private BodyCheck(Map<String, Map<String, Field>> shapes) {
        this.shapes = shapes;
    }

    /** Reads the shapes. */
    static BodyCheck load() {
        InputStream resource = BodyCheck.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("The program is incomplete: " + RESOURCE + " is missing.");
        }
        Map<String, Map<String, Field>> shapes = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split("\t", -1);
                shapes.computeIfAbsent(cells[0], any -> new LinkedHashMap<>())
                        .put(cells[1], new Field(cells[2], cells[3].equals("y"), cells[4].equals("y")));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The shapes of request bodies cannot be read.", e);
        }
        return new BodyCheck(shapes);
    }

    /**
     * Checks a body.
     *
     * @param type the name of a shape, or {@code [shape]} for an array; a shape that is not in the table, such as those
     *     of clusters in old versions, is only asked to be an object
     * @throws Refusal that names the first field that is wrong
     */
    void check(@Nullable Object body, String type) {
        boolean known = type.startsWith("[") || shapes.containsKey(type);
        value("body", body, known ? type : "object");
    }

    private void value(String at, @Nullable Object value, String type) {
        if (type.startsWith("[")) {
            if (!(value instanceof List<?> list)) {
                throw new Refusal(ErrorCode.INVALID_JSON_ATTRIBUTE, at);
            }
            String element = type.substring(1, type.length() - 1);
            for (int i = 0; i < list.size(); i++) {
                value(at + "[" + i + "]", list.get(i), element);
            }
            return;
        }
        Map<String, Field> shape = shapes.get(type);
        if (shape != null) {
            object(at, value, shape);
        } else if (!isA(value, type)) {
            throw type.startsWith("enum ") && value instanceof String
                    ? new Refusal(ErrorCode.INVALID_ENUM_VALUE, at, value)
                    : new Refusal(ErrorCode.INVALID_JSON_ATTRIBUTE, at);
        }
    }

    private void object(String at, @Nullable Object value, Map<String, Field> shape) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(ErrorCode.INVALID_JSON_ATTRIBUTE, at);
        }
        String prefix = at.equals("body") ? "" : at + ".";
        for (Object key : map.keySet()) {
            Field field = shape.get(key);
            if (field == null) {
                throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, prefix + key);
            }
            if (field.readOnly()) {
                throw new Refusal(ErrorCode.ATTRIBUTE_READ_ONLY, prefix + key);
            }
        }
        shape.forEach((name, field) -> {
            Object given = map.get(name);
            if (given != null) {
                value(prefix + name, given, field.type());
            } else if (field.required()) {
                throw new Refusal(ErrorCode.MISSING_ATTRIBUTE, prefix + name);
            }
        });
    }

    private static boolean isA(@Nullable Object value, String type) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "id" -> value instanceof String text && Ids.isId(text);
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "date-time" -> value instanceof String text && QueryCheck.date(text) != null;
            case "object" -> value instanceof Map<?, ?>;
            default ->
                type.startsWith("enum ")
                        && value instanceof String text
                        && Arrays.asList(type.substring(5).split("\\|")).contains(text);
        };
    }
}
