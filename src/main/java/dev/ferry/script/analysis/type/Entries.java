package dev.ferry.script.analysis.type;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** The map that {@code collectEntries} makes: the checker takes it for one of anything to anything, its closure says more. */
final class Entries {

    private Entries() {}

    /** The type of such a call; empty for any other, and where the closure does not end in an entry. */
    static Optional<ClassNode> type(MethodCallExpression call, Function<ASTNode, ClassNode> types) {
        boolean meant = "collectEntries".equals(call.getMethodAsString())
                && call.getArguments() instanceof TupleExpression arguments
                && !arguments.getExpressions().isEmpty();
        if (!meant) {
            return Optional.empty();
        }
        List<Expression> arguments = ((TupleExpression) call.getArguments()).getExpressions();
        return arguments.get(arguments.size() - 1) instanceof ClosureExpression closure
                ? entry(closure).map(entry -> map(types.apply(entry.get(0)), types.apply(entry.get(1))))
                : Optional.empty();
    }

    /** Key and value, written as a list of two or a map of one. */
    private static Optional<List<Expression>> entry(ClosureExpression closure) {
        if (!(closure.getCode() instanceof BlockStatement block) || block.isEmpty()) {
            return Optional.empty();
        }
        Statement last = block.getStatements().get(block.getStatements().size() - 1);
        Expression value = last instanceof ReturnStatement returned
                ? returned.getExpression()
                : last instanceof ExpressionStatement plain ? plain.getExpression() : null;
        if (value instanceof MapExpression map && map.getMapEntryExpressions().size() == 1) {
            var only = map.getMapEntryExpressions().get(0);
            return Optional.of(List.of(only.getKeyExpression(), only.getValueExpression()));
        }
        return value instanceof ListExpression list && list.getExpressions().size() == 2
                ? Optional.of(list.getExpressions())
                : Optional.empty();
    }

    private static ClassNode map(ClassNode key, ClassNode value) {
        ClassNode map = ClassHelper.MAP_TYPE.getPlainNodeReference();
        map.setGenericsTypes(new GenericsType[] {
            new GenericsType(ClassHelper.getWrapper(key)), new GenericsType(ClassHelper.getWrapper(value))
        });
        return map;
    }
}
