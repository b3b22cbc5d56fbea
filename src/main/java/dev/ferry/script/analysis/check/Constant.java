package dev.ferry.script.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/** Values that stand in the text itself. */
final class Constant {

    /** A field of a map that is written in the text. */
    record Entry(String key, Expression at, Expression value) {}

    private Constant() {}

    /** The value, never null; empty for null and for whatever is only known when it runs. Lists of constants are lists. */
    static Optional<Object> of(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return Optional.ofNullable(constant.getValue());
        }
        if (expression instanceof UnaryMinusExpression minus) {
            return of(minus.getExpression()).filter(Number.class::isInstance);
        }
        if (expression instanceof ListExpression list && !(expression instanceof MapEntryExpression)) {
            List<Object> values = new ArrayList<>();
            for (Expression each : list.getExpressions()) {
                Optional<Object> value = of(each);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
            return Optional.of(values);
        }
        return Optional.empty();
    }

    /**
     * The same for a check of the kind alone: a map, a list or a text of which not everything is known stands for itself by
     * something of its kind.
     */
    static Optional<Object> kind(Expression expression) {
        Optional<Object> value = of(expression);
        if (value.isPresent()) {
            return value;
        }
        if (expression instanceof MapExpression) {
            return Optional.of(Map.of());
        }
        return expression instanceof ListExpression ? Optional.of(List.of()) : Optional.empty();
    }

    /** Whether the value is a text, known or not. */
    static boolean isText(Expression expression) {
        return expression instanceof GStringExpression || of(expression).orElse(null) instanceof String;
    }

    /** The entries of a map whose keys stand in the text. */
    static List<Entry> entries(MapExpression map) {
        List<Entry> entries = new ArrayList<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key && key.getValue() != null) {
                entries.add(new Entry(key.getText(), key, entry.getValueExpression()));
            }
        }
        return entries;
    }

    /** Whether the map may have more entries than those that stand in the text. */
    static boolean isOpen(MapExpression map) {
        return map.getMapEntryExpressions().stream()
                .anyMatch(entry -> entry.getKeyExpression() instanceof SpreadMapExpression
                        || !(entry.getKeyExpression() instanceof ConstantExpression));
    }
}
