package dev.ferry.help;

import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a body, without those that only answers have. What is required is shown in full, down to the last map; of an
 * optional map only its fields' names, since some bodies have hundreds.
 */
public record BodyHelp(Shapes shapes, int width) {
    private static final int NAME_WIDTH = 32;
    private static final int DEEPEST = 5;
    private static final int NAMED = 12;

    /** The fields below a heading; nothing where the table does not know the shape. */
    public List<String> lines(String heading, String type) {
        List<String> lines = new ArrayList<>();
        Map<String, Shapes.Field> fields = fields(type);
        if (!fields.isEmpty()) {
            lines.add("");
            lines.add(heading);
            add(lines, fields, 0);
        }
        return lines;
    }

    private void add(List<String> lines, Map<String, Shapes.Field> fields, int depth) {
        fields.forEach((name, field) -> {
            Map<String, Shapes.Field> inner = fields(field.type());
            boolean open = field.required() && !inner.isEmpty() && depth < DEEPEST;
            String left = "  ".repeat(depth) + name + (field.required() ? "*:" : ":");
            String names = inner.isEmpty() || open ? "" : " of " + names(inner);
            lines.addAll(Rows.row(left, words(field.type()) + names, NAME_WIDTH, width));
            if (open) {
                add(lines, inner, depth + 1);
            }
        });
    }

    private static String names(Map<String, Shapes.Field> fields) {
        String names = fields.keySet().stream().limit(NAMED).collect(Collectors.joining(", "));
        return fields.size() > NAMED ? names + ", … (" + fields.size() + ")" : names;
    }

    private String words(String type) {
        if (type.startsWith("[")) {
            String element = type.substring(1, type.length() - 1);
            return fields(element).isEmpty()
                    ? "a list" + (element.equals("any") ? "" : ", each " + words(element))
                    : "a list of maps";
        }
        return ValueType.named(type).words();
    }

    /** What a request may have, required fields first. */
    private Map<String, Shapes.Field> fields(String type) {
        String shape = type.startsWith("[") ? type.substring(1, type.length() - 1) : type.replaceFirst("^map ", "");
        Map<String, Shapes.Field> fields = new LinkedHashMap<>();
        shapes.fields(shape).orElse(Map.of()).entrySet().stream()
                .filter(each -> !each.getValue().readOnly())
                .sorted(Comparator.comparing((Map.Entry<String, Shapes.Field> each) ->
                        !each.getValue().required()))
                .forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    /** A value of this type as Groovy writes it; a map with its required fields. */
    public String example(String type) {
        return example(type, 0);
    }

    private String example(String type, int depth) {
        if (type.startsWith("[")) {
            return "[" + example(type.substring(1, type.length() - 1), depth) + "]";
        }
        Map<String, Shapes.Field> fields = fields(type);
        if (!fields.isEmpty()) {
            String required = fields.entrySet().stream()
                    .filter(each -> each.getValue().required() && depth < DEEPEST)
                    .map(each -> each.getKey() + ": " + example(each.getValue().type(), depth + 1))
                    .collect(Collectors.joining(", "));
            return required.isEmpty() ? "[:]" : "[" + required + "]";
        }
        List<String> choices = ValueType.named(type).choices();
        if (!choices.isEmpty()) {
            return "'" + choices.get(0) + "'";
        }
        return switch (type) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            case "date-time" -> "'2026-01-31T08:00:00Z'";
            case "date" -> "'2026-01-31'";
            case "string", "strings", "id", "client-id", "file" -> "'…'";
            default -> "[:]";
        };
    }
}
