package dev.ferry.script.analysis.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/**
 * Finds the calls of {@code step} that a script may make more than once within the step around them, without a key: in a loop, in a
 * method, in a closure that is not itself the work of a step, or beside another step of the same name.
 */
public final class RepeatedSteps extends CodeVisitorSupport {
    private static final String STEP = "step";
    private static final String KEY = "key";

    private final List<MethodCallExpression> found = new ArrayList<>();
    private Map<Object, MethodCallExpression> named = new HashMap<>();
    private boolean repeats;

    private RepeatedSteps() {}

    /** Those of a script, in no order, each once. */
    public static List<MethodCallExpression> in(ClassNode script) {
        RepeatedSteps steps = new RepeatedSteps();
        for (MethodNode method : List.copyOf(script.getMethods())) {
            if (method.getCode() != null) {
                steps.within(
                        !method.getName().equals("run"), () -> method.getCode().visit(steps));
            }
        }
        return steps.found.stream().distinct().toList();
    }

    /** Whether values stand in its name, which then may tell it from the others. */
    public static boolean isNamedByValues(MethodCallExpression call) {
        return arguments(call).stream().anyMatch(GStringExpression.class::isInstance);
    }

    private void within(boolean repeating, Runnable visit) {
        boolean before = repeats;
        Map<Object, MethodCallExpression> others = named;
        repeats = repeating;
        if (!repeating) {
            named = new HashMap<>();
        }
        visit.run();
        repeats = before;
        named = others;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        List<Expression> arguments = arguments(call);
        if (!isStep(call) || arguments.isEmpty()) {
            super.visitMethodCallExpression(call);
            return;
        }
        boolean hasKey = arguments.get(0) instanceof MapExpression map
                && map.getMapEntryExpressions().stream()
                        .anyMatch(entry -> entry.getKeyExpression() instanceof ConstantExpression word
                                && KEY.equals(word.getValue()));
        if (!hasKey) {
            look(call, arguments);
        }
        for (Expression argument : arguments) {
            if (argument instanceof ClosureExpression work) {
                within(false, () -> work.getCode().visit(this));
            } else {
                argument.visit(this);
            }
        }
    }

    private void look(MethodCallExpression call, List<Expression> arguments) {
        if (repeats) {
            found.add(call);
        }
        for (Expression argument : arguments) {
            if (argument instanceof ConstantExpression name) {
                MethodCallExpression other = named.putIfAbsent(name.getValue(), call);
                if (other != null) {
                    found.add(other);
                    found.add(call);
                }
                return;
            }
        }
    }

    private static boolean isStep(MethodCallExpression call) {
        return STEP.equals(call.getMethodAsString())
                && (call.isImplicitThis()
                        || call.getObjectExpression().getText().equals("this"));
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        within(true, () -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        within(true, () -> super.visitForLoop(loop));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        within(true, () -> super.visitWhileLoop(loop));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        within(true, () -> super.visitDoWhileLoop(loop));
    }
}
