package dev.ferry.api.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The shapes of an OpenAPI document, as {@link Shapes} describes them: those that bodies lead to, with what their parents have
 * ({@code allOf}) and with the fields of all their variants ({@code oneOf}).
 */
final class OpenApiShapes {
    private static final String ID_PATTERN = "([a-f0-9]{24})";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    /** Values of these grow from release to release; a table of today would refuse those of tomorrow. */
    private static final Pattern GROWING = Pattern.compile("(?i)role|regionName|instanceSize|eventType");

    private static final int MOST_CHOICES = 24;

    private final Map<String, OpenApiNode> named = new LinkedHashMap<>();
    private final Deque<String> wanted = new ArrayDeque<>();
    private final OpenApiNode schemas;

    OpenApiShapes(OpenApiNode document) {
        schemas = document.get("components").get("schemas");
    }

    /** The shape of a body, noted so that it becomes part of the table; {@code inline} is its name where it has none. */
    String body(OpenApiNode schema, String inline) {
        if (schema.reference().isEmpty() && schema.get("properties").isThere()) {
            named.putIfAbsent(inline, schema);
            wanted.add(inline);
            return inline;
        }
        return schema.isThere() ? type("", schema, wanted) : "any";
    }

    /** The name of an answer's schema. */
    static String answer(OpenApiNode schema) {
        if (!schema.isThere()) {
            return "-";
        }
        String name = schema.reference();
        if (!name.isEmpty()) {
            return NAME.matcher(name).matches() ? name : "object";
        }
        String type = schema.text("type");
        return type.equals("array") ? "[" + answer(schema.get("items")) + "]" : type.isEmpty() ? "object" : type;
    }

    /** The shapes of all bodies that were asked for, and of what they contain. */
    SortedMap<String, Map<String, Shapes.Field>> table() {
        SortedMap<String, Map<String, Shapes.Field>> table = new TreeMap<>();
        while (!wanted.isEmpty()) {
            String name = wanted.remove();
            if (!table.containsKey(name)) {
                table.put(name, Map.of());
                table.put(name, withVariants(named.getOrDefault(name, schemas.get(name))));
            }
        }
        return table;
    }

    private Map<String, Shapes.Field> withVariants(OpenApiNode schema) {
        SortedMap<String, Shapes.Field> fields = new TreeMap<>(fields(schema, new LinkedHashSet<>()));
        List<Map<String, Shapes.Field>> variants = variants(schema).stream()
                .map(each -> fields(each, new LinkedHashSet<>()))
                .toList();
        Set<String> own = Set.copyOf(fields.keySet());
        for (Map<String, Shapes.Field> variant : variants) {
            variant.forEach((name, field) -> fields.merge(
                    name,
                    own.contains(name)
                            ? field
                            : new Shapes.Field(field.type(), false, field.readOnly(), field.nullable()),
                    OpenApiShapes::both));
        }
        fields.replaceAll((name, field) -> {
            boolean everywhere = !variants.isEmpty()
                    && variants.stream()
                            .allMatch(each ->
                                    each.containsKey(name) && each.get(name).required());
            return everywhere ? new Shapes.Field(field.type(), true, field.readOnly(), field.nullable()) : field;
        });
        return fields;
    }

    private static Shapes.Field both(Shapes.Field one, Shapes.Field other) {
        return new Shapes.Field(
                common(one.type(), other.type()),
                one.required(),
                one.readOnly() && other.readOnly(),
                one.nullable() || other.nullable());
    }

    /** The narrowest type that takes what both take. */
    private static String common(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.startsWith("enum ") && other.startsWith("enum ")) {
            Set<String> choices = new LinkedHashSet<>(ValueType.named(one).choices());
            choices.addAll(ValueType.named(other).choices());
            return "enum " + String.join("|", choices);
        }
        return isText(one) && isText(other) ? "string" : "any";
    }

    private static boolean isText(String type) {
        return type.equals("string") || type.equals("id") || type.startsWith("enum ");
    }

    private static List<OpenApiNode> variants(OpenApiNode schema) {
        Map<String, OpenApiNode> variants = new LinkedHashMap<>();
        schema.get("oneOf").elements().forEach(each -> variants.put(each.text("$ref"), each.target()));
        schema.get("discriminator").get("mapping").entries().values().forEach(each -> {
            if (each.value() instanceof String reference) {
                variants.put(reference, new OpenApiNode(each.root(), Map.of("$ref", reference)).target());
            }
        });
        return variants.values().stream().filter(OpenApiNode::isThere).toList();
    }

    /** The fields of a schema and of its parents, without those of its variants. */
    private Map<String, Shapes.Field> fields(OpenApiNode schema, Set<Object> seen) {
        SortedMap<String, Shapes.Field> fields = new TreeMap<>();
        Set<String> required = new LinkedHashSet<>();
        collect(schema, fields, required, seen);
        fields.replaceAll((name, field) -> new Shapes.Field(
                field.type(), required.contains(name) && !field.readOnly(), field.readOnly(), field.nullable()));
        return fields;
    }

    private void collect(OpenApiNode schema, Map<String, Shapes.Field> fields, Set<String> required, Set<Object> seen) {
        if (!seen.add(System.identityHashCode(schema.value()))) {
            return;
        }
        schema.get("allOf").elements().forEach(parent -> collect(parent.target(), fields, required, seen));
        required.addAll(schema.get("required").texts());
        schema.get("properties").entries().forEach((name, each) -> {
            if (NAME.matcher(name).matches() || name.matches("[$_].*\\w")) {
                fields.put(
                        name,
                        new Shapes.Field(
                                type(name, each, wanted), false, each.isTrue("readOnly"), each.isTrue("nullable")));
            }
        });
    }

    /** A schema as {@link ValueType} names types; the shapes it leads to are added to {@code found}. */
    private String type(String field, OpenApiNode schema, Deque<String> found) {
        String reference = schema.reference();
        if (!reference.isEmpty()) {
            OpenApiNode target = schema.target();
            boolean shape = target.get("properties").isThere()
                    || target.get("allOf").isThere()
                    || !variants(target).isEmpty();
            if (!shape || !NAME.matcher(reference).matches()) {
                return target.reference().isEmpty() ? type(field, target, found) : "any";
            }
            found.add(reference);
            return reference;
        }
        List<OpenApiNode> parents = schema.get("allOf").elements();
        if (parents.size() == 1) {
            return type(field, parents.get(0), found);
        }
        return switch (schema.text("type")) {
            case "string" -> text(field, schema);
            case "integer", "number", "boolean" -> schema.text("type");
            case "array" ->
                schema.get("items").isThere() ? "[" + type(field, schema.get("items"), found) + "]" : "[any]";
            case "object" -> object(field, schema, found);
            default -> {
                List<OpenApiNode> choices = schema.get("oneOf").elements();
                boolean texts = !choices.isEmpty()
                        && choices.stream().allMatch(each -> each.text("type").equals("string"));
                yield texts ? "string" : schema.get("properties").isThere() ? "object" : "any";
            }
        };
    }

    private String object(String field, OpenApiNode schema, Deque<String> found) {
        OpenApiNode values = schema.get("additionalProperties");
        if (schema.get("properties").isThere() || !(values.value() instanceof Map)) {
            return "object";
        }
        String type = type(field, values, found);
        return type.equals("object") || type.equals("any") ? "object" : "map " + type;
    }

    private static String text(String field, OpenApiNode schema) {
        List<String> choices = choices(field, schema);
        if (!choices.isEmpty()) {
            return "enum " + String.join("|", choices);
        }
        boolean id = schema.text("pattern")
                .replaceAll("[\\^$]", "")
                .replaceAll("^([^(].*)$", "($1)")
                .equals(ID_PATTERN);
        return id ? "id" : schema.text("format").equals("date-time") ? "date-time" : "string";
    }

    /** The values a text may have; empty where any may stand, or where the values are of a set that grows. */
    static List<String> choices(String name, OpenApiNode schema) {
        List<OpenApiNode> given = schema.get("enum").elements();
        List<String> choices = schema.get("enum").texts();
        boolean open = choices.size() != given.size()
                || choices.size() > MOST_CHOICES
                || GROWING.matcher(name).find()
                || choices.stream().anyMatch(each -> each.isEmpty() || each.matches("(?s).*[|,\\t\\n\\r].*"));
        return open ? List.of() : choices;
    }
}
