package dev.ferry.help;

import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a body: what each takes and what it means. What belongs into every body is shown in full, down to the last map; of
 * an optional map only its fields' names, since some bodies have hundreds.
 */
public record BodyHelp(Shapes shapes, int width) {
    private static final int NAME_WIDTH = 32;
    private static final int DEEPEST = 5;
    private static final int NAMED = 12;

    /** The fields below a heading; nothing where the table does not know the shape. */
    public List<String> lines(String heading, String type) {
        return lines(heading, type, Map.of());
    }

    /** @param told what the outermost fields mean, by name, where somebody has said it already */
    List<String> lines(String heading, String type, Map<String, String> told) {
        List<String> lines = new ArrayList<>();
        Map<String, Shapes.Field> fields = new BodyFields(shapes).of(type);
        if (!fields.isEmpty()) {
            lines.add("");
            lines.add(heading);
            add(lines, type, 0, told);
        }
        return lines;
    }

    private void add(List<String> lines, String type, int depth, Map<String, String> told) {
        String shape = BodyFields.shape(type);
        new BodyFields(shapes).of(type).forEach((name, field) -> {
            Map<String, Shapes.Field> inner = new BodyFields(shapes).of(field.type());
            boolean open = BodyFields.belongs(shape, name, field) && !inner.isEmpty() && depth < DEEPEST;
            String left = "  ".repeat(depth) + name + (field.required() ? "*:" : ":");
            String names = inner.isEmpty() || open ? "" : " of " + names(inner);
            String known = FieldMeanings.of(shape, name).meaning();
            String meaning = known.isEmpty() ? told.getOrDefault(name, "") : known;
            lines.addAll(Rows.row(
                    left, words(field.type()) + names + (meaning.isEmpty() ? "" : ": " + meaning), NAME_WIDTH, width));
            if (open) {
                add(lines, field.type(), depth + 1, Map.of());
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
            return new BodyFields(shapes).of(element).isEmpty()
                    ? "a list" + (element.equals("any") ? "" : ", each " + words(element))
                    : "a list of maps";
        }
        return ValueType.named(type).words();
    }
}
