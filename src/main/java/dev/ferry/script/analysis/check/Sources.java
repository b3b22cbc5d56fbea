package dev.ferry.script.analysis.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** Where the values of a text's variables, parameters and methods come from: every place that gives them one. */
final class Sources extends ClassCodeVisitorSupport {

    /** How a value comes from an expression. */
    enum How {
        /** It is the expression's value. */
        VALUE,
        /** It is one of the elements that the expression's value has. */
        ELEMENT,
        /** Nobody knows. */
        ANY
    }

    /**
     * A place that gives a value.
     *
     * @param call the call that hands it to a closure; null when it is none
     */
    record Source(How how, Expression from, @Nullable MethodCallExpression call) {}

    private final Map<Object, List<Source>> sources = new HashMap<>();
    private final Map<MethodNode, List<Source>> results = new HashMap<>();
    private final Map<ClosureExpression, MethodCallExpression> calls = new HashMap<>();
    private final Set<String> undeclared = new HashSet<>();
    private @Nullable MethodNode method;
    private int closures;

    Sources(ModuleNode module) {
        module.getClasses().forEach(this::visitClass);
    }

    /** What gives this variable its value; empty for one that nothing in the text assigns. */
    List<Source> of(VariableExpression variable) {
        return sources.getOrDefault(key(variable), List.of());
    }

    /** What a method of the text gives back. */
    List<Source> of(MethodNode own) {
        return results.getOrDefault(own, List.of());
    }

    /** The call that a closure is an argument of; null when it is none. */
    @Nullable
    MethodCallExpression callOf(ClosureExpression closure) {
        return calls.get(closure);
    }

    /** The names that are assigned without a declaration. */
    Set<String> undeclared() {
        return undeclared;
    }

    private static Object key(VariableExpression variable) {
        Variable accessed = variable.getAccessedVariable();
        return accessed == null || accessed instanceof DynamicVariable ? variable.getName() : accessed;
    }

    private void add(Object key, Source source) {
        sources.computeIfAbsent(key, any -> new ArrayList<>()).add(source);
    }

    private void assigned(Expression left, How how, Expression right) {
        if (left instanceof VariableExpression variable) {
            if (variable.getAccessedVariable() == null || variable.getAccessedVariable() instanceof DynamicVariable) {
                undeclared.add(variable.getName());
            }
            add(key(variable), new Source(how, right, null));
        } else if (left instanceof TupleExpression several) {
            several.getExpressions().forEach(each -> assigned(each, How.ANY, right));
        }
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        visitBinaryExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        boolean declared = expression instanceof DeclarationExpression;
        if (declared || expression.getOperation().isA(Types.ASSIGNMENT_OPERATOR)) {
            boolean plain = expression.getOperation().getType() == Types.EQUAL;
            if (!(expression.getRightExpression() instanceof EmptyExpression)) {
                assigned(expression.getLeftExpression(), plain ? How.VALUE : How.ANY, expression.getRightExpression());
            }
        }
        super.visitBinaryExpression(expression);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression expression) {
        assigned(expression.getExpression(), How.ANY, expression);
        super.visitPostfixExpression(expression);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression expression) {
        assigned(expression.getExpression(), How.ANY, expression);
        super.visitPrefixExpression(expression);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (!(loop.getCollectionExpression() instanceof ClosureListExpression) && loop.getValueVariable() != null) {
            add(loop.getValueVariable(), new Source(How.ELEMENT, loop.getCollectionExpression(), null));
        }
        super.visitForLoop(loop);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.getArguments() instanceof TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                if (argument instanceof ClosureExpression closure) {
                    calls.put(closure, call);
                }
            }
        }
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        MethodCallExpression call = calls.get(closure);
        Source source = call == null
                ? new Source(How.ANY, closure, null)
                : new Source(How.ELEMENT, call.getObjectExpression(), call);
        if (closure.isParameterSpecified()) {
            for (Parameter parameter : closure.getParameters()) {
                add(parameter, source);
            }
        }
        VariableScope scope = closure.getVariableScope();
        Variable implicit = scope == null ? null : scope.getDeclaredVariable("it");
        if (implicit != null && !closure.isParameterSpecified()) {
            add(implicit, source);
        }
        closures++;
        super.visitClosureExpression(closure);
        closures--;
    }

    @Override
    public void visitField(FieldNode field) {
        if (field.getInitialExpression() != null) {
            add(field, new Source(How.VALUE, field.getInitialExpression(), null));
        }
        super.visitField(field);
    }

    @Override
    protected void visitConstructorOrMethod(MethodNode node, boolean constructor) {
        method = node;
        super.visitConstructorOrMethod(node, constructor);
        method = null;
        Statement last = node.getCode();
        while (last instanceof BlockStatement block && !block.isEmpty()) {
            last = block.getStatements().get(block.getStatements().size() - 1);
        }
        if (last instanceof ExpressionStatement statement) {
            gives(node, new Source(How.VALUE, statement.getExpression(), null));
        } else if (last != null && !(last instanceof ReturnStatement)) {
            gives(node, new Source(How.ANY, EmptyExpression.INSTANCE, null));
        }
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        if (method != null && closures == 0) {
            gives(method, new Source(How.VALUE, statement.getExpression(), null));
        }
        super.visitReturnStatement(statement);
    }

    private void gives(MethodNode node, Source source) {
        results.computeIfAbsent(node, any -> new ArrayList<>()).add(source);
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
