package dev.ferry.script.analysis.type;

import dev.ferry.api.catalog.Operation;
import dev.ferry.script.analysis.text.Variants;
import dev.ferry.script.analysis.type.Findings.Form;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.Receiver;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/**
 * Groovy's type checker, listened to. It does its work as always; on the way this class notes what stands before the
 * marker, which names are visible there and which call it is an argument of. A closure is visited several times with
 * better types each time, so later notes replace earlier ones.
 */
public final class MarkerVisitor extends StaticTypeCheckingVisitor {

    /** Extension methods that give the closure the object itself, not its elements. */
    private static final Set<String> WHOLE = Set.of("with", "tap", "identity", "use");

    private final Findings findings;
    private final ClassNode script;
    private final ByName byName;
    private final MarkedCalls marked;
    private final List<VariableScope> scopes = new ArrayList<>();

    public MarkerVisitor(SourceUnit source, ClassNode type, ByName byName, MarkedCalls marked, Findings findings) {
        super(source, type);
        this.findings = findings;
        this.byName = byName;
        this.marked = marked;
        this.script = source.getAST().getClasses().get(0);
        addTypeCheckingExtension(new Undeclared());
    }

    /** Reads what can only be told once everything was visited. */
    public void finish() {
        if (getSourceUnit().getAST().getStatementBlock() == null) {
            return;
        }
        List<Statement> statements =
                getSourceUnit().getAST().getStatementBlock().getStatements();
        for (Statement statement : statements) {
            Expression expression = expression(statement);
            if (expression instanceof DeclarationExpression declaration) {
                declared(declaration.getLeftExpression());
            }
            findings.last = expression == null ? null : getType(expression);
        }
    }

    private static @Nullable Expression expression(Statement statement) {
        if (statement instanceof ExpressionStatement plain) {
            return plain.getExpression();
        }
        return statement instanceof ReturnStatement returned ? returned.getExpression() : null;
    }

    private void declared(Expression left) {
        if (left instanceof VariableExpression variable) {
            findings.declared.put(variable.getName(), getType(variable));
        } else if (left instanceof TupleExpression several) {
            several.getExpressions().forEach(this::declared);
        }
    }

    @Override
    public void visitPropertyExpression(PropertyExpression expression) {
        if (isMarker(expression.getPropertyAsString())) {
            Expression before = expression.getObjectExpression();
            before.visit(this);
            ClassNode type = getType(before);
            found(expression.isSpreadSafe() ? elementOf(type) : type, before);
            storeType(expression, ClassHelper.OBJECT_TYPE);
        } else {
            super.visitPropertyExpression(expression);
        }
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression expression) {
        super.visitMethodPointerExpression(expression);
        if (isMarker(expression.getMethodName().getText())) {
            found(getType(expression.getExpression()), expression.getExpression());
        }
    }

    private void found(ClassNode type, Expression before) {
        ClassNode known = findings.receiver;
        boolean better = !ClassHelper.isObjectType(type) || known == null;
        findings.reached = true;
        if (better) {
            List<Receiver<String>> owners = makeOwnerList(before);
            ClassNode narrowed = owners.isEmpty() || owners.get(0).getType() == null
                    ? type
                    : owners.get(0).getType();
            findings.classItself = before instanceof ClassExpression;
            findings.owner = owner(before);
            findings.receiver =
                    before instanceof ClassExpression ? before.getType() : instanceOf(before) ? narrowed : type;
        }
    }

    /** The class whose property an expression reads; null when it does not, or when that class is not loaded. */
    private @Nullable Class<?> owner(Expression expression) {
        return expression instanceof PropertyExpression property
                ? loaded(getType(property.getObjectExpression()))
                : null;
    }

    private @Nullable Class<?> loaded(ClassNode type) {
        return type.redirect().isResolved() && !type.redirect().isPrimaryClassNode()
                ? type.redirect().getTypeClass()
                : null;
    }

    private boolean isOperations(ClassNode type) {
        return ByName.are(loaded(type));
    }

    /** Whether an {@code instanceof} around this place says more about the value than its declaration. */
    private boolean instanceOf(Expression expression) {
        List<ClassNode> types = getTemporaryTypesForExpression(expression);
        return types != null && !types.isEmpty();
    }

    private ClassNode elementOf(ClassNode type) {
        ClassNode element = inferComponentType(type, ClassHelper.int_TYPE);
        return element == null || ClassHelper.isObjectType(element) ? inferLoopElementType(type) : element;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        super.visitMethodCallExpression(call);
        Entries.type(call, this::getType).ifPresent(type -> storeType(call, type));
        if (isMarked(call)) {
            Expression object = call.getObjectExpression();
            ClassNode receiver = call.isImplicitThis() ? script : getType(object);
            Form form = call.isImplicitThis()
                    ? Form.BARE
                    : object instanceof ClassExpression ? Form.ON_CLASS : Form.ON_VALUE;
            note(
                    call,
                    call.getArguments(),
                    new Callee(
                            form,
                            form == Form.BARE ? around() : List.of(form == Form.ON_CLASS ? object.getType() : receiver),
                            owner(object),
                            isOperations(receiver),
                            String.valueOf(call.getMethodAsString())));
        } else if (isMarker(call.getMethodAsString())) {
            found(getType(call.getObjectExpression()), call.getObjectExpression());
        }
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
        super.visitStaticMethodCallExpression(call);
        if (isMarked(call)) {
            note(
                    call,
                    call.getArguments(),
                    new Callee(Form.ON_CLASS, List.of(call.getOwnerType()), null, false, call.getMethod()));
        }
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        super.visitConstructorCallExpression(call);
        if (isMarked(call)) {
            note(
                    call,
                    call.getArguments(),
                    new Callee(
                            Form.CONSTRUCTOR,
                            List.of(call.getType()),
                            null,
                            false,
                            call.getType().getNameWithoutPackage()));
        }
    }

    private boolean isMarked(Expression call) {
        return call == marked.around || call == marked.behind;
    }

    private record Callee(
            Form form, List<ClassNode> receivers, @Nullable Class<?> owner, boolean operations, String method) {}

    private void note(Expression call, Expression arguments, Callee callee) {
        Place place = call == marked.around ? Place.in(arguments).orElse(Place.BEHIND) : Place.BEHIND;
        Findings.Call noted = new Findings.Call(
                callee.form(),
                callee.receivers(),
                callee.owner(),
                callee.operations(),
                callee.method(),
                place,
                Place.named(arguments),
                Place.values(arguments),
                plain(arguments),
                getType(call));
        if (call == marked.around) {
            findings.reached = true;
            findings.call = noted;
        } else {
            findings.finished = noted;
        }
    }

    private List<@Nullable ClassNode> plain(Expression arguments) {
        List<@Nullable ClassNode> types = new ArrayList<>();
        if (arguments instanceof TupleExpression tuple) {
            for (Expression argument : tuple.getExpressions()) {
                if (!(argument instanceof MapExpression)) {
                    types.add(MarkedCalls.isIn(argument) ? null : getType(argument));
                }
            }
        }
        return types;
    }

    /** What a call without a receiver may be called on: delegates of closures first, the script last. */
    private List<ClassNode> around() {
        List<ClassNode> types = new ArrayList<>();
        for (ClassNode type : implicit()) {
            if (!type.equals(ClassHelper.CLOSURE_TYPE) && !type.isScript()) {
                types.add(type);
            }
        }
        types.add(script);
        return types;
    }

    @Override
    public void visitVariableExpression(VariableExpression expression) {
        super.visitVariableExpression(expression);
        if (isMarker(expression.getName())) {
            findings.reached = true;
            noteVisible(expression);
            noteImplicit();
        }
    }

    private void noteVisible(ASTNode marker) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            for (Variable variable : scopes.get(i).getDeclaredVariables().values()) {
                if (!(variable instanceof ASTNode node) || node.getLineNumber() <= 0 || isBefore(node, marker)) {
                    ClassNode type = variable instanceof VariableExpression declared
                            ? getType(declared)
                            : getType(new VariableExpression(variable));
                    if (scopes.subList(i + 1, scopes.size()).stream()
                            .noneMatch(inner -> inner.getDeclaredVariable(variable.getName()) != null)) {
                        findings.visible.put(variable.getName(), type);
                    }
                }
            }
        }
    }

    private void noteImplicit() {
        findings.implicit.clear();
        findings.implicit.addAll(implicit());
    }

    /** The objects whose members can be named without a receiver here, nearest first. */
    private Set<ClassNode> implicit() {
        List<Receiver<String>> receivers = new ArrayList<>(makeOwnerList(new VariableExpression("this")));
        addReceivers(receivers, makeOwnerList(VariableExpression.THIS_EXPRESSION), true);
        Set<ClassNode> types = new LinkedHashSet<>();
        for (Receiver<String> receiver : receivers) {
            ClassNode type = receiver.getType();
            if (type != null && !ClassHelper.isObjectType(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private static boolean isBefore(ASTNode node, ASTNode other) {
        return node.getLineNumber() < other.getLineNumber()
                || (node.getLineNumber() == other.getLineNumber() && node.getColumnNumber() < other.getColumnNumber());
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        within(block.getVariableScope(), () -> super.visitBlockStatement(block));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        within(closure.getVariableScope(), () -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        within(loop.getVariableScope(), () -> super.visitForLoop(loop));
    }

    @Override
    protected void visitConstructorOrMethod(MethodNode method, boolean constructor) {
        VariableScope parameters = method.getVariableScope();
        within(parameters, () -> super.visitConstructorOrMethod(method, constructor));
    }

    private void within(@Nullable VariableScope scope, Runnable visit) {
        scopes.add(scope == null ? new VariableScope() : scope);
        try {
            visit.run();
        } finally {
            scopes.remove(scopes.size() - 1);
        }
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        super.visitBinaryExpression(expression);
        if (expression.getLeftExpression() instanceof TupleExpression several
                && !(expression.getRightExpression() instanceof ListExpression)) {
            ClassNode element = elementOf(getType(expression.getRightExpression()));
            several.getExpressions().stream()
                    .filter(each -> each instanceof VariableExpression variable && variable.isDynamicTyped())
                    .forEach(each -> storeType(each, element));
        }
        if (expression == marked.subscript) {
            Expression list = expression.getLeftExpression();
            findings.reached = true;
            findings.subscript = new Findings.Subscript(getType(list), list);
        }
        if (expression.getOperation().getText().equals("=")
                && expression.getLeftExpression() instanceof VariableExpression variable) {
            findings.gave(variable, expression.getRightExpression());
            if (variable.getAccessedVariable() instanceof DynamicVariable) {
                findings.assigned.put(variable.getName(), getType(expression.getRightExpression()));
            }
        }
    }

    /** The checker takes a method declared with {@code def} for one that gives anything; its body says more. */
    @Override
    protected @Nullable ClassNode checkReturnType(ReturnStatement statement) {
        ClassNode result = super.checkReturnType(statement);
        MethodNode method = typeCheckingContext.getEnclosingMethod();
        if (typeCheckingContext.getEnclosingClosure() == null && method != null && method.isDynamicReturnType()) {
            ClassNode type = getType(statement.getExpression());
            ClassNode known = method.getNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE);
            boolean differs = known != null && !known.equals(type);
            method.putNodeMetaData(StaticTypesMarker.INFERRED_RETURN_TYPE, differs ? ClassHelper.OBJECT_TYPE : type);
        }
        return result;
    }

    /** Closures over something that only has an iterator method are given its elements, as they are when run. */
    @Override
    protected void inferClosureParameterTypes(
            ClassNode receiver, Expression arguments, ClosureExpression closure, Parameter target, MethodNode method) {
        super.inferClosureParameterTypes(receiver, arguments, closure, target, method);
        MethodNode iterator = receiver.getMethod("iterator", Parameter.EMPTY_ARRAY);
        boolean walked = iterator != null && !receiver.implementsInterface(ITERABLE_TYPE);
        if (walked && method instanceof ExtensionMethodNode && !WHOLE.contains(method.getName())) {
            GenericsType[] element = iterator.getReturnType().getGenericsTypes();
            if (element != null && element.length == 1) {
                closure.putNodeMetaData(StaticTypesMarker.CLOSURE_ARGUMENTS, new ClassNode[] {element[0].getType()});
            }
        }
    }

    private static boolean isMarker(@Nullable String name) {
        return Variants.MARKER.equals(name);
    }

    /** Names that no declaration explains: operations of a table, and variables assigned earlier in the text, or remembered by the session. */
    private final class Undeclared extends AbstractTypeCheckingExtension {
        Undeclared() {
            super(MarkerVisitor.this);
        }

        @Override
        public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
            ClassNode type = findings.assigned.get(variable.getName());
            makeDynamic(variable, type != null ? type : TypeCheck.remembered(script, variable.getName()));
            return true;
        }

        @Override
        public List<MethodNode> handleMissingMethod(
                ClassNode receiver, String name, ArgumentListExpression arguments, ClassNode[] types, MethodCall call) {
            if (isOperations(receiver) && call instanceof MethodCallExpression expression) {
                Optional<Operation> operation = byName.find(owner(expression.getObjectExpression()), name);
                if (operation.isPresent()) {
                    Type result = ByName.result(operation.get(), Place.named(expression.getArguments()));
                    return List.of(makeDynamic(call, TypeText.node(result)));
                }
            }
            return List.of();
        }
    }

    /** Parameters keep their declared type where the checker knows nothing better. */
    @Override
    public ClassNode getType(ASTNode node) {
        ClassNode type = super.getType(node);
        return type == null && node instanceof Parameter parameter ? parameter.getType() : type;
    }
}
