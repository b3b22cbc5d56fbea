package dev.ferry.script.analysis.type;

import dev.ferry.script.analysis.text.Variants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Where the marker stands among the arguments of a call: itself an argument, or inside of the maps and lists that are
 * written there. What belongs to a call or a closure within the arguments is not looked at.
 *
 * @param path the names that lead to the marker; {@link #ELEMENT_OF} for a list
 * @param kind what the marker is there
 * @param position for a plain argument, how many plain ones stand before it
 * @param siblings the entries beside it in the same map, or the named arguments of the call; with their texts where those
 *     are constant, else empty
 * @param whole whether the marker is all that stands there, not a part of something longer
 */
public record Place(List<String> path, Kind kind, int position, Map<String, String> siblings, boolean whole) {

    /** Behind the call, at none of its arguments. */
    static final Place BEHIND = new Place(List.of(), Kind.BEHIND, -1, Map.of(), false);

    /** The step into a list. */
    public static final String ELEMENT_OF = "[]";

    public enum Kind {
        /** An argument of the call, perhaps the beginning of a named one. */
        ARGUMENT,
        /** The key of an entry. */
        KEY,
        /** The value of an entry. */
        VALUE,
        /** In a list, or alone in brackets: then it may become a key as well. */
        ELEMENT,
        /** At no argument: the call is finished. */
        BEHIND
    }

    /** The place of the marker among the arguments of the innermost call around it; empty when it is not among these. */
    public static Optional<Place> in(Expression arguments) {
        if (!(arguments instanceof TupleExpression tuple)) {
            return Optional.empty();
        }
        Map<String, String> named = named(tuple);
        int plain = 0;
        for (Expression argument : tuple.getExpressions()) {
            if (isMarker(argument)) {
                return Optional.of(new Place(List.of(), Kind.ARGUMENT, plain, named, true));
            }
            Optional<Place> found =
                    argument instanceof MapExpression map ? in(map, List.of()) : in(argument, List.of(plain(plain)));
            if (found.isPresent()) {
                return found;
            }
            if (MarkedCalls.isIn(argument)) {
                return Optional.of(new Place(List.of(), Kind.ARGUMENT, plain, named, false));
            }
            plain += argument instanceof MapExpression ? 0 : 1;
        }
        return Optional.empty();
    }

    /** How a path begins that leads into a plain argument. */
    public static String plain(int position) {
        return "#" + position;
    }

    /** The named arguments of a call with the texts of those that are constant. */
    public static Map<String, String> named(Expression arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        if (arguments instanceof TupleExpression tuple) {
            for (Expression argument : tuple.getExpressions()) {
                if (argument instanceof MapExpression map) {
                    named.putAll(entries(map));
                }
            }
        }
        return named;
    }

    /** What stands at each place among the arguments, maps within them opened, by the path to it. */
    public static Map<String, Expression> values(Expression arguments) {
        Map<String, Expression> values = new LinkedHashMap<>();
        if (arguments instanceof TupleExpression tuple) {
            int plain = 0;
            for (Expression argument : tuple.getExpressions()) {
                if (argument instanceof MapExpression map) {
                    add(values, map, "");
                } else {
                    values.put(plain(plain), argument);
                    plain++;
                }
            }
        }
        return values;
    }

    private static void add(Map<String, Expression> values, MapExpression map, String before) {
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            String path = before + entry.getKeyExpression().getText();
            if (entry.getValueExpression() instanceof MapExpression inner) {
                add(values, inner, path + ".");
            } else {
                values.put(path, entry.getValueExpression());
            }
        }
    }

    /** The path as one text, lists left out: {@code #0} for a plain argument, {@code source.groupId} for a field. */
    public String steps() {
        return path.isEmpty()
                ? plain(position)
                : path.stream().filter(step -> !step.equals(ELEMENT_OF)).collect(Collectors.joining("."));
    }

    private static Map<String, String> entries(MapExpression map) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            boolean constant = entry.getValueExpression() instanceof ConstantExpression;
            entries.put(
                    entry.getKeyExpression().getText(),
                    constant ? entry.getValueExpression().getText() : "");
        }
        entries.remove(Variants.MARKER);
        return entries;
    }

    private static Optional<Place> in(MapExpression map, List<String> path) {
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            boolean key = entry.getKeyExpression() instanceof ConstantExpression constant
                    && Variants.MARKER.equals(constant.getValue());
            if (key) {
                return Optional.of(new Place(path, Kind.KEY, 0, entries(map), true));
            }
            Expression value = entry.getValueExpression();
            List<String> inner = with(path, entry.getKeyExpression().getText());
            Optional<Place> found = in(value, inner);
            if (found.isPresent()) {
                return found;
            }
            if (MarkedCalls.isIn(value)) {
                return Optional.of(new Place(inner, Kind.VALUE, 0, entries(map), isMarker(value)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> in(Expression value, List<String> path) {
        if (value instanceof MapExpression map) {
            return in(map, path);
        }
        if (value instanceof ListExpression list) {
            for (Expression element : list.getExpressions()) {
                Optional<Place> found = in(element, with(path, ELEMENT_OF));
                if (found.isPresent()) {
                    return found;
                }
                if (MarkedCalls.isIn(element)) {
                    return Optional.of(new Place(path, Kind.ELEMENT, 0, Map.of(), isMarker(element)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nothing but the marker can be the value: itself, or a branch of a choice. */
    private static boolean isMarker(Expression expression) {
        if (expression instanceof TernaryExpression choice) {
            return isMarker(choice.getTrueExpression()) || isMarker(choice.getFalseExpression());
        }
        return expression instanceof VariableExpression variable && Variants.MARKER.equals(variable.getName());
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
