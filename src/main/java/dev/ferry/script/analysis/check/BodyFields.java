package dev.ferry.script.analysis.check;

import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.output.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/**
 * Holds a body that is written in the text against its documented shape, as the call itself would. What is not written
 * there, such as a variable, is taken to be right.
 */
final class BodyFields {

    /** Something wrong at a node of the body. */
    record Flaw(ASTNode at, String message, String suggestion) {}

    private final Shapes shapes;
    private final String said;
    private final List<Flaw> flaws = new ArrayList<>();

    private BodyFields(Shapes shapes, String said) {
        this.shapes = shapes;
        this.said = said;
    }

    /**
     * The flaws of a body. A session can be pinned to another version than a call means: what any version takes is right.
     *
     * @param version the one that the call means
     * @param onlyBelow whether the fields of the outermost map are checked elsewhere
     */
    static List<Flaw> check(
            Shapes shapes, Operation operation, String version, String said, Expression body, boolean onlyBelow) {
        List<Flaw> result = List.of();
        for (Map.Entry<String, String> shape : operation.bodies().entrySet()) {
            BodyFields fields = new BodyFields(shapes, said);
            boolean partial = operation.method().equals("PATCH");
            if (onlyBelow && body instanceof MapExpression map) {
                fields.below(map, shape.getValue());
            } else {
                fields.value("", body, shape.getValue(), partial);
            }
            if (fields.flaws.isEmpty()) {
                return List.of();
            }
            if (result.isEmpty() || shape.getKey().equals(version)) {
                result = fields.flaws;
            }
        }
        return result;
    }

    private void below(MapExpression map, String type) {
        Map<String, Shapes.Field> fields = shapes.fields(type).orElse(Map.of());
        for (Constant.Entry entry : Constant.entries(map)) {
            Shapes.Field field = fields.get(entry.key());
            if (field != null && !(entry.value() instanceof ConstantExpression)) {
                value(entry.key(), entry.value(), field.type(), false);
            }
        }
    }

    private void value(String at, Expression value, String type, boolean partial) {
        if (type.startsWith("[") && value instanceof ListExpression list) {
            List<Expression> elements = list.getExpressions();
            for (int i = 0; i < elements.size(); i++) {
                value(at + "[" + i + "]", elements.get(i), type.substring(1, type.length() - 1), false);
            }
            return;
        }
        if (value instanceof MapExpression map && type.startsWith("map ")) {
            Constant.entries(map)
                    .forEach(entry -> value(below(at, entry.key()), entry.value(), type.substring(4), false));
            return;
        }
        Optional<Map<String, Shapes.Field>> shape = shapes.fields(type);
        if (value instanceof MapExpression map && shape.isPresent()) {
            object(at, map, shape.get(), partial);
            return;
        }
        Optional<Object> constant = Constant.kind(value);
        if (constant.isPresent()) {
            plain(at, value, constant.get(), type);
        } else if (value instanceof ConstantExpression && !at.isEmpty()) {
            // Null: a field without a value counts as one that is not there.
            return;
        }
    }

    private void plain(String at, Expression value, Object constant, String type) {
        ValueType takes = ValueType.named(type);
        boolean json = at.isEmpty() && constant instanceof String;
        if (json || takes.takes().test(constant)) {
            return;
        }
        boolean choice = constant instanceof String && !takes.choices().isEmpty();
        add(
                value,
                ": " + quoted(at) + " takes " + takes.words() + (choice ? "" : ", not " + ValueType.wordsFor(constant))
                        + ".",
                String.valueOf(constant),
                takes.choices());
    }

    private void object(String at, MapExpression map, Map<String, Shapes.Field> shape, boolean partial) {
        List<Constant.Entry> entries = Constant.entries(map);
        for (Constant.Entry entry : entries) {
            Shapes.Field field = shape.get(entry.key());
            String path = below(at, entry.key());
            if (field == null) {
                add(entry.at(), " does not know " + quoted(path) + ".", entry.key(), shape.keySet());
            } else if (field.readOnly()) {
                add(entry.at(), " does not take " + quoted(path) + ": only answers have it.", "", List.of());
            } else {
                value(path, entry.value(), field.type(), false);
            }
        }
        boolean misspelt = entries.stream().anyMatch(entry -> !shape.containsKey(entry.key()));
        if (partial || misspelt || Constant.isOpen(map)) {
            return;
        }
        shape.forEach((name, field) -> {
            if (field.required()
                    && entries.stream().noneMatch(entry -> entry.key().equals(name))) {
                add(
                        map,
                        " needs " + quoted(below(at, name)) + ", "
                                + ValueType.named(field.type()).words() + ".",
                        "",
                        List.of());
            }
        });
    }

    private void add(ASTNode at, String problem, String wrong, Collection<String> known) {
        flaws.add(new Flaw(at, said + problem, Suggestion.nearest(wrong, known).orElse("")));
    }

    private static String quoted(String at) {
        return "'" + (at.isEmpty() ? "body" : at) + "'";
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
