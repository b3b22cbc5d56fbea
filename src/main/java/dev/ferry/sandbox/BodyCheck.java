package dev.ferry.sandbox;

import dev.ferry.api.FactTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body of a request against its documented shape. Both APIs refuse fields they do not know and fields that only
 * answers have, where many others would ignore them.
 *
 * <p>The shapes are in the table {@code bodies.tsv}, a field a row: the name of the shape, the field, its type, and
 * {@code y} where it is required and where only answers have it. A type is another shape, one of those in {@link #isA},
 * or either of them in brackets for an array.
 */
final class BodyCheck {
    private final Map<String, Map<String, Field>> shapes;

    private record Field(String type, boolean required, boolean readOnly) {}

    private BodyCheck(Map<String, Map<String, Field>> shapes) {
        this.shapes = shapes;
    }

    /** Reads the shapes. */
    static BodyCheck load() {
        Map<String, Map<String, Field>> shapes = new LinkedHashMap<>();
        for (String[] cells : FactTable.rows(BodyCheck.class, "bodies.tsv")) {
            shapes.computeIfAbsent(cells[0], any -> new LinkedHashMap<>())
                    .put(cells[1], new Field(cells[2], cells[3].equals("y"), cells[4].equals("y")));
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
