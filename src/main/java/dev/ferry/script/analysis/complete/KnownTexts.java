package dev.ferry.script.analysis.complete;

import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/** What an expression will be, as far as that can be told without running it: constants, what the session holds, live names. */
final class KnownTexts {

    private static final int DEEPEST = 8;

    private final Findings findings;
    private final Scope scope;
    private final LiveNames live;
    private final Function<ClassNode, Optional<Mark>> elements;

    /** @param elements which thing a list holds */
    KnownTexts(Findings findings, Scope scope, LiveNames live, Function<ClassNode, Optional<Mark>> elements) {
        this.findings = findings;
        this.scope = scope;
        this.live = live;
        this.elements = elements;
    }

    Optional<String> of(Expression expression) {
        return of(expression, 0);
    }

    private Optional<String> of(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (expression instanceof CastExpression cast) {
            return of(cast.getExpression(), depth + 1);
        }
        if (expression instanceof VariableExpression variable) {
            return Optional.ofNullable(findings.value(variable))
                    .flatMap(value -> of(value, depth + 1))
                    .or(() -> remembered(variable, variable.getName()));
        }
        return expression instanceof PropertyExpression property ? property(property, depth) : Optional.empty();
    }

    private Optional<String> property(PropertyExpression property, int depth) {
        Expression object = property.getObjectExpression();
        String name = String.valueOf(property.getPropertyAsString());
        if (object instanceof VariableExpression variable) {
            Expression value = findings.value(variable);
            return value != null ? member(value, name, depth) : remembered(variable, variable.getName() + "." + name);
        }
        return member(object, name, depth);
    }

    /** The id of what stands in the brackets of a list, such as {@code atlas.projects['shop'].id}. */
    private Optional<String> member(Expression object, String name, int depth) {
        if (name.equals("id")
                && object instanceof BinaryExpression subscript
                && subscript.getOperation().getText().equals("[")) {
            ClassNode type = subscript.getLeftExpression().getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
            Optional<Mark> mark = type == null ? Optional.empty() : elements.apply(type);
            return mark.flatMap(is -> of(subscript.getRightExpression(), depth + 1)
                    .flatMap(text -> live.idOf(is.side(), is.thing(), text)));
        }
        return Optional.empty();
    }

    /** What the session holds, unless the text gives the name another meaning. */
    private Optional<String> remembered(VariableExpression variable, String path) {
        @Nullable Variable meant = variable.getAccessedVariable();
        Map<String, String> texts = scope.texts();
        boolean own = meant instanceof VariableExpression || findings.assigned().containsKey(variable.getName());
        return own || meant instanceof org.codehaus.groovy.ast.Parameter
                ? Optional.empty()
                : Optional.ofNullable(texts.get(path));
    }
}
