package dev.ferry.help;

import dev.ferry.api.catalog.Shapes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that a request may have, without those that only answers have. */
record BodyFields(Shapes shapes) {
    /** The shape of what a type holds: of a list its elements, of a map its values. */
    static String shape(String type) {
        return type.startsWith("[") ? shape(type.substring(1, type.length() - 1)) : type.replaceFirst("^map ", "");
    }

    /** Those of a type, required ones first; empty where the table does not know the shape. */
    Map<String, Shapes.Field> of(String type) {
        Map<String, Shapes.Field> fields = new LinkedHashMap<>();
        shapes.fields(shape(type)).orElse(Map.of()).entrySet().stream()
                .filter(each -> !each.getValue().readOnly() && !each.getKey().equals("links"))
                .sorted(Comparator.comparing(each -> !each.getValue().required()))
                .forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    /** Whether a body without the field makes no sense. */
    static boolean belongs(String shape, String name, Shapes.Field field) {
        return field.required() || FieldMeanings.of(shape, name).wanted();
    }
}
