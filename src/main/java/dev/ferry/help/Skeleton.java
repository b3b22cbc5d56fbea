package dev.ferry.help;

import dev.ferry.api.OneOf;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A call with something in all its places, to be pasted and edited: what belongs into the body comes first, with values of the right
 * kind, what may be added follows as remarks. {@code '…'} stands for what only the person can know.
 */
record Skeleton(Shapes shapes) {
    static final String PLACEHOLDER = "'…'";

    private static final String STEP = "    ";
    private static final int SHORT = 60;
    private static final int DEEPEST = 5;
    private static final int MOST_OPTIONAL = 10;

    /** The call of an operation by its name. */
    List<String> of(String call, Operation operation) {
        List<String> arguments = new ArrayList<>();
        for (Argument argument : operation.arguments()) {
            if (argument.required()) {
                boolean body = argument.place() == Argument.Place.BODY;
                arguments.add(argument.name() + ": "
                        + (body ? body(argument.type()) : value("", argument.name(), argument.type(), 0)));
            }
        }
        return (call + "(" + String.join(", ", arguments) + ")").lines().toList();
    }

    /**
     * The call of a method.
     *
     * @param shape of its body, whose fields may be named arguments; empty when it has none
     */
    List<String> of(String path, Method method, String shape) {
        List<String> lines = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (NamedParameters.of(parameter).isEmpty()) {
                lines.add(parameter.getName() + " = "
                        + (List.class.isAssignableFrom(parameter.getType())
                                ? body(shape.isEmpty() ? "any" : shape)
                                : PLACEHOLDER));
                plain.add(parameter.getName());
            }
        }
        List<String> named = named(method, shape);
        if (named.isEmpty()) {
            lines.add(path + "(" + String.join(", ", plain) + ")");
        } else {
            lines.add(path + "(" + plain.stream().map(name -> name + ",").collect(Collectors.joining(" ")));
            lines.addAll(named);
            lines.add(")");
        }
        return lines.stream().flatMap(String::lines).toList();
    }

    private List<String> named(Method method, String shape) {
        Map<String, Shapes.Field> fields = new BodyFields(shapes).of(shape);
        Map<String, NamedParam> named = new LinkedHashMap<>();
        Arrays.stream(method.getParameters())
                .flatMap(parameter -> NamedParameters.of(parameter).stream())
                .forEach(each -> named.put(each.value(), each));
        List<String> given = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        named.forEach((name, parameter) -> {
            Optional<Shapes.Field> field = Optional.ofNullable(fields.get(name));
            String type = choices(method, name)
                    .or(() -> field.map(Shapes.Field::type))
                    .orElse(type(parameter.type()));
            boolean belongs = parameter.required()
                    || field.filter(each -> BodyFields.belongs(shape, name, each))
                            .isPresent();
            if (belongs) {
                given.add(STEP + name + ": " + value(shape, name, type, 1) + ",");
            } else if (field.isPresent()) {
                optional.add(STEP + "// " + name + ": " + inline(shape, name, type) + ",");
            }
        });
        if (given.isEmpty() && !optional.isEmpty()) {
            given.add(optional.remove(0).replaceFirst("// ", ""));
        }
        given.addAll(optional.subList(0, Math.min(MOST_OPTIONAL, optional.size())));
        return given;
    }

    /** The type of an argument of which the method names the values. */
    private static Optional<String> choices(Method method, String name) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Arrays.stream(parameter.getAnnotationsByType(OneOf.class)))
                .filter(each -> each.argument().equals(name))
                .map(each -> "enum " + String.join("|", each.value()))
                .findFirst();
    }

    private static String type(Class<?> type) {
        if (type == Boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        return List.class.isAssignableFrom(type) ? "[string]" : Map.class.isAssignableFrom(type) ? "object" : "string";
    }

    /** The body of a call by name, with remarks on what may be added. */
    private String body(String type) {
        String shape = BodyFields.shape(type);
        String open = type.startsWith("[") ? "[[" : "[";
        Map<String, Shapes.Field> fields = new BodyFields(shapes).of(type);
        if (fields.isEmpty()) {
            return type.startsWith("[") ? "[" + value("", "", shape, 1) + "]" : value("", "", type, 1);
        }
        List<String> given = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (BodyFields.belongs(shape, name, field)) {
                given.add(STEP + name + ": " + value(shape, name, field.type(), 1) + ",");
            } else {
                optional.add(STEP + "// " + name + ": " + inline(shape, name, field.type()) + ",");
            }
        });
        if (given.isEmpty()) {
            // A list without elements is no map, and a change of nothing is refused.
            given.add(optional.remove(0).replaceFirst("// ", ""));
        }
        given.addAll(optional.subList(0, Math.min(MOST_OPTIONAL, optional.size())));
        return open + "\n" + String.join("\n", given) + "\n" + (type.startsWith("[") ? "]]" : "]");
    }

    /** A value for a field, over several lines where it is long. */
    private String value(String shape, String name, String type, int depth) {
        String inline = inline(shape, name, type);
        Map<String, Shapes.Field> fields = new BodyFields(shapes).of(type);
        if (inline.length() <= SHORT || fields.isEmpty() || depth > DEEPEST) {
            return inline;
        }
        String inner = BodyFields.shape(type);
        String lines = fields.entrySet().stream()
                .filter(each -> BodyFields.belongs(inner, each.getKey(), each.getValue()))
                .map(each -> STEP.repeat(depth + 1) + each.getKey() + ": "
                        + value(inner, each.getKey(), each.getValue().type(), depth + 1) + ",\n")
                .collect(Collectors.joining());
        String list = type.startsWith("[") ? "[" : "";
        return list + "[\n" + lines + STEP.repeat(depth) + "]" + (list.isEmpty() ? "" : "]");
    }

    /** The same on one line. */
    private String inline(String shape, String name, String type) {
        return inline(shape, name, type, 0);
    }

    private String inline(String shape, String name, String type, int depth) {
        String example = name.isEmpty() ? "" : FieldMeanings.of(shape, name).example();
        if (!example.isEmpty()) {
            return example;
        }
        if (type.startsWith("[")) {
            return "[" + inline("", "", type.substring(1, type.length() - 1), depth) + "]";
        }
        Map<String, Shapes.Field> fields = new BodyFields(shapes).of(type);
        if (!fields.isEmpty()) {
            String inner = BodyFields.shape(type);
            String given = fields.entrySet().stream()
                    .filter(each -> BodyFields.belongs(inner, each.getKey(), each.getValue()) && depth < DEEPEST)
                    .map(each -> each.getKey() + ": "
                            + inline(inner, each.getKey(), each.getValue().type(), depth + 1))
                    .collect(Collectors.joining(", "));
            return given.isEmpty() ? "[:]" : "[" + given + "]";
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
            case "string", "strings", "id", "client-id", "file" -> PLACEHOLDER;
            default -> "[:]";
        };
    }
}
