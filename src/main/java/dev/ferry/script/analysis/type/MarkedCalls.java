package dev.ferry.script.analysis.type;

import dev.ferry.script.analysis.text.Variants;
import java.util.ArrayDeque;
import java.util.Deque;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** Finds the calls that the marker belongs to, before the type checker walks the same tree. */
final class MarkedCalls extends ClassCodeVisitorSupport {

    /** The innermost call that has the marker among its arguments, not counting what a closure between them does. */
    @Nullable
    Expression around;

    /** The call whose value the marker is a member of. */
    @Nullable
    Expression behind;

    /** The brackets that have nothing but the marker in them. */
    @Nullable
    Expression subscript;

    private final Deque<Expression> open = new ArrayDeque<>();

    static MarkedCalls in(ModuleNode module) {
        MarkedCalls calls = new MarkedCalls();
        for (ClassNode type : module.getClasses()) {
            calls.visitClass(type);
        }
        return calls;
    }

    /** Whether the marker is somewhere in an expression. */
    static boolean isIn(Expression expression) {
        boolean[] met = {false};
        expression.visit(new ClassCodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                met[0] |= Variants.MARKER.equals(variable.getName());
            }

            @Override
            public void visitConstantExpression(ConstantExpression constant) {
                met[0] |= Variants.MARKER.equals(constant.getValue());
            }

            @Override
            protected @Nullable SourceUnit getSourceUnit() {
                return null;
            }
        });
        return met[0];
    }

    private void met() {
        Expression innermost = open.peek();
        around = innermost instanceof ClosureExpression ? null : innermost;
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (Variants.MARKER.equals(variable.getName())) {
            met();
        }
    }

    @Override
    public void visitConstantExpression(ConstantExpression constant) {
        if (Variants.MARKER.equals(constant.getValue())) {
            met();
        }
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        if (expression.getOperation().getText().equals("[")
                && expression.getRightExpression() instanceof VariableExpression variable
                && Variants.MARKER.equals(variable.getName())) {
            subscript = expression;
        }
        super.visitBinaryExpression(expression);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        Expression object = property.getObjectExpression();
        if (Variants.MARKER.equals(property.getPropertyAsString()) && isCall(object)) {
            behind = object;
        }
        super.visitPropertyExpression(property);
    }

    private static boolean isCall(Expression expression) {
        return expression instanceof MethodCallExpression
                || expression instanceof StaticMethodCallExpression
                || expression instanceof ConstructorCallExpression;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        call.getObjectExpression().visit(this);
        call.getMethod().visit(this);
        within(call, call.getArguments());
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
        within(call, call.getArguments());
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        within(call, call.getArguments());
    }

    private void within(Expression call, Expression arguments) {
        open.push(call);
        arguments.visit(this);
        open.pop();
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        open.push(closure);
        super.visitClosureExpression(closure);
        open.pop();
    }

    @Override
    public void visitLambdaExpression(LambdaExpression lambda) {
        visitClosureExpression(lambda);
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
