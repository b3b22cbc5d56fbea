package dev.ferry.script.analysis.check;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.TypeCheck;
import groovy.lang.Closure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what cannot be right whatever happens when the text runs. Groovy accepts much more than a compiler can
 * follow, so everything that might be right passes.
 */
final class Inspector extends ClassCodeVisitorSupport {

    /** With these in a text, names may come from anywhere. */
    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(methodMissing|propertyMissing|BaseScript|setVariable|evaluate|GroovyShell|ExpandoMetaClass|mixin|Newify|Grab|Grapes|setDelegate|delegate|rehydrate|setBinding|binding)\\b");
    /** With these, classes may have members that they do not declare. */
    private static final Pattern ADDED =
            Pattern.compile("\\b(metaClass|mixin|ExpandoMetaClass|Category|Mixin|Grab|Grapes)\\b|\\buse\\s*\\(");

    private static final Set<String> OF_CLOSURES =
            Set.of("owner", "delegate", "thisObject", "it", "directive", "resolveStrategy", "this", "super");

    private final Certainty certainty;
    private final Sources sources;
    private final Complaints complaints;
    private final Class<?> base;
    private final ClassNode script;
    private final ServiceArguments services;
    private final OperationCalls operations;
    private final boolean anywhere;
    private final boolean added;
    private final Set<String> own = new TreeSet<>();
    private final Deque<ClosureExpression> closures = new ArrayDeque<>();
    private final ModuleNode module;
    /** Names of local variables, for suggestions. */
    private final Set<String> visible = new HashSet<>();

    private boolean inScript;

    Inspector(
            String text,
            Scope scope,
            ModuleNode module,
            Certainty certainty,
            Sources sources,
            ByName byName,
            Class<?> base,
            Complaints complaints) {
        this.certainty = certainty;
        this.sources = sources;
        this.base = base;
        this.complaints = complaints;
        this.script = module.getClasses().get(0);
        this.services = new ServiceArguments(certainty, byName, complaints);
        this.operations = new OperationCalls(byName, complaints);
        this.anywhere = ANYWHERE.matcher(text).find();
        this.added = ADDED.matcher(text).find();
        own.addAll(sources.undeclared());
        own.addAll(scope.variables().keySet());
        script.getMethods().stream()
                .filter(method -> !TypeCheck.isOurs(method))
                .forEach(method -> own.add(method.getName()));
        script.getFields().forEach(field -> own.add(field.getName()));
        module.getStaticImports().keySet().forEach(own::add);
        this.module = module;
    }

    /** Looks at all of the text. */
    void inspect() {
        boolean stars = !module.getStaticStarImports().isEmpty();
        for (ClassNode type : new ArrayList<>(module.getClasses())) {
            inScript = type.equals(script) && script.isScript() && !stars;
            visitClass(type);
        }
    }

    @Override
    protected void visitConstructorOrMethod(MethodNode node, boolean constructor) {
        if (node.getLineNumber() > 0 || node.getName().equals("run")) {
            super.visitConstructorOrMethod(node, constructor);
        }
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        closures.push(closure);
        super.visitClosureExpression(closure);
        closures.pop();
    }

    /** Whether names here are looked for in the script alone: no closure around has something of its own to offer. */
    private boolean isPlain() {
        return inScript && !anywhere && closures.stream().allMatch(this::isPlain);
    }

    private boolean isPlain(ClosureExpression closure) {
        MethodCallExpression call = sources.callOf(closure);
        MethodNode target = call == null ? null : Certainty.target(call);
        if (target == null) {
            return false;
        }
        boolean known = target instanceof ExtensionMethodNode
                || (target.getDeclaringClass().redirect().isResolved()
                        && ((Class<?>) target.getDeclaringClass().getTypeClass()).isAssignableFrom(base));
        return known
                && !target.getName().equals("use")
                && java.util.Arrays.stream(target.getParameters()).allMatch(Inspector::keepsItsOwner);
    }

    private static boolean keepsItsOwner(Parameter parameter) {
        return parameter.getAnnotations().stream()
                .noneMatch(each -> each.getClassNode().getNameWithoutPackage().equals("DelegatesTo"));
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (variable.getLineNumber() <= 0
                || !(variable.getAccessedVariable() instanceof DynamicVariable)
                || !isPlain()) {
            return;
        }
        String name = variable.getName();
        boolean known = own.contains(name)
                || (!closures.isEmpty() && OF_CLOSURES.contains(name))
                || Accepted.property(base, name) != null
                || Accepted.by(base).properties().contains(name);
        if (known) {
            return;
        }
        Set<String> near = new TreeSet<>(own);
        near.addAll(Accepted.by(base).properties());
        near.addAll(visible);
        if (visible.contains(name)) {
            complaints.add(
                    variable,
                    "'" + name + "' is declared with def outside of this method, which does not see it; declare it with"
                            + " @Field, or hand it over.",
                    "");
        } else {
            complaints.add(variable, "Nothing here is called '" + name + "'.", name, near);
        }
    }

    @Override
    public void visitDeclarationExpression(org.codehaus.groovy.ast.expr.DeclarationExpression declaration) {
        if (declaration.isMultipleAssignmentDeclaration()) {
            declaration.getTupleExpression().getExpressions().stream()
                    .filter(VariableExpression.class::isInstance)
                    .forEach(each -> visible.add(((VariableExpression) each).getName()));
        } else {
            visible.add(declaration.getVariableExpression().getName());
        }
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        boolean assigns = expression.getOperation().isA(Types.ASSIGNMENT_OPERATOR);
        if (assigns
                && !(expression instanceof org.codehaus.groovy.ast.expr.DeclarationExpression)
                && expression.getLeftExpression() instanceof VariableExpression variable
                && variable.getAccessedVariable() instanceof DynamicVariable
                && inScript
                && isFerrys(variable.getName())) {
            complaints.add(
                    variable,
                    "'" + variable.getName() + "' is Ferry's own name in every script; choose another one.",
                    "");
        }
        super.visitBinaryExpression(expression);
    }

    /** Whether a name is one that a script cannot assign: Ferry's base class has it, Groovy's does not. */
    private boolean isFerrys(String name) {
        return Accepted.property(base, name) != null && Accepted.property(groovy.lang.Script.class, name) == null;
    }

    @Override
    public void visitPropertyExpression(PropertyExpression expression) {
        super.visitPropertyExpression(expression);
        String name = expression.getPropertyAsString();
        Expression object = expression.getObjectExpression();
        if (name == null
                || added
                || expression instanceof org.codehaus.groovy.ast.expr.AttributeExpression
                || isQuoted(expression.getProperty())) {
            return;
        }
        if (object instanceof ClassExpression type) {
            ofClass(type, name, expression.getProperty());
            return;
        }
        Class<?> type = expression.isSpreadSafe() ? certainty.certainElement(object) : certainty.certain(object);
        if (type == null) {
            return;
        }
        if (Certainty.isOperations(type)) {
            operations.property(owner(object), name, expression.getProperty());
        } else if (!has(type, object, name)) {
            complaints.add(
                    expression.getProperty(),
                    Accepted.said(type) + " has no '" + name + "'.",
                    name,
                    suggested(type, object));
        }
    }

    /** {@code list.name} asks each of the elements. */
    private boolean has(Class<?> type, Expression object, String name) {
        if (Accepted.by(type).properties().contains(name)) {
            return true;
        }
        if (type != Listing.class) {
            return false;
        }
        Class<?> element = certainty.certainElement(object);
        return element == null || Accepted.by(element).properties().contains(name);
    }

    private Set<String> suggested(Class<?> type, Expression object) {
        Set<String> names = new TreeSet<>(Accepted.by(type).properties());
        names.addAll(Accepted.by(type).methods());
        Class<?> element = type == Listing.class ? certainty.certainElement(object) : null;
        if (element != null) {
            names.addAll(Accepted.by(element).properties());
        }
        return names;
    }

    private void ofClass(ClassExpression expression, String name, Expression at) {
        ClassNode node = expression.getType();
        if (!node.isResolved() || node.redirect().isPrimaryClassNode() || node.isArray()) {
            return;
        }
        Class<?> type = node.getTypeClass();
        if (!type.isEnum() || !type.getName().startsWith("dev.ferry.")) {
            return;
        }
        Accepted accepted = Accepted.by(type);
        if (!accepted.properties().contains(name)
                && !Accepted.by(Class.class).properties().contains(name)
                && java.util.Arrays.stream(type.getClasses())
                        .noneMatch(each -> each.getSimpleName().equals(name))) {
            complaints.add(at, Accepted.said(type) + " has no '" + name + "'.", name, accepted.properties());
        }
    }

    private static boolean isQuoted(Expression property) {
        return !(property instanceof ConstantExpression) || property instanceof GStringExpression;
    }

    /** The class whose property an expression reads, such as the target of {@code atlas.api}; null when it is none. */
    private @Nullable Class<?> owner(Expression expression) {
        return expression instanceof PropertyExpression property
                ? certainty.supposedClass(property.getObjectExpression())
                : null;
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression expression) {
        super.visitMethodPointerExpression(expression);
        if (expression.getExpression() instanceof ClassExpression) {
            return;
        }
        Class<?> type = certainty.certain(expression.getExpression());
        if (type != null && expression.getMethodName() instanceof ConstantExpression name && !added) {
            if (!Accepted.by(type).methods().contains(name.getText()) && !Certainty.isOperations(type)) {
                complaints.add(
                        name,
                        Accepted.said(type) + " has no method '" + name.getText() + "'.",
                        name.getText(),
                        Accepted.by(type).methods());
            }
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        super.visitMethodCallExpression(call);
        String name = call.getMethodAsString();
        if (name == null || isQuoted(call.getMethod()) || call.getLineNumber() <= 0) {
            return;
        }
        if (call.isImplicitThis()) {
            function(call, name);
            return;
        }
        Expression object = call.getObjectExpression();
        if (object instanceof ClassExpression
                || (object instanceof VariableExpression variable && variable.isThisExpression())) {
            return;
        }
        Class<?> type = call.isSpreadSafe() ? certainty.certainElement(object) : certainty.certain(object);
        if (type == null) {
            return;
        }
        if (Certainty.isOperations(type)) {
            operations.call(owner(object), name, call);
        } else if (Certainty.isService(type) && ServiceArguments.declares(type, name)) {
            services.check(type, name, call);
        } else {
            method(type, object, name, call);
        }
    }

    private void method(Class<?> type, Expression object, String name, MethodCallExpression call) {
        Accepted accepted = Accepted.by(type);
        if (accepted.methods().contains(name)) {
            path(type, name, call);
            arguments(accepted, Accepted.said(type) + "." + name, name, call);
        } else if (!added && !isClosureProperty(type, name)) {
            complaints.add(
                    call.getMethod(),
                    Accepted.said(type) + " has no method '" + name + "'.",
                    name,
                    suggested(type, object));
        }
    }

    /** {@code value.block()} calls a property that can be called. */
    private static boolean isClosureProperty(Class<?> type, String name) {
        Class<?> property = Accepted.property(type, name);
        return property != null && (property == Object.class || Closure.class.isAssignableFrom(property));
    }

    /** A path of the API that has no slash is refused before anything is sent. */
    private void path(Class<?> type, String name, MethodCallExpression call) {
        if ((type == Atlas.class || type == CloudManager.class) && RawCall.VERBS.contains(name)) {
            RawCall.path(call).flatMap(Constant::of).map(String::valueOf).ifPresent(path -> {
                if (!path.startsWith("/")) {
                    complaints.add(
                            RawCall.path(call).orElseThrow(),
                            "'" + path + "' is not a path: paths begin with a slash, as in '/orgs'.",
                            "/" + path);
                }
            });
        }
    }

    /** Complains when no overload takes what is given, as far as that is known. */
    private void arguments(Accepted accepted, String called, String name, MethodCallExpression call) {
        List<Expression> given = ServiceArguments.given(call);
        if (given.stream().anyMatch(SpreadExpression.class::isInstance)) {
            return;
        }
        if (!accepted.takes(name, given.size())) {
            complaints.add(
                    call.getMethod(),
                    called + " cannot be called with " + count(given.size()) + ": it takes " + accepted.taken(name)
                            + ".",
                    "");
            return;
        }
        Class<?>[] classes = new Class<?>[given.size()];
        for (int i = 0; i < classes.length; i++) {
            Expression argument = given.get(i);
            if (argument instanceof ConstantExpression constant && constant.isNullExpression()) {
                continue;
            }
            Optional<Class<?>> type = exact(argument);
            if (type.isEmpty()) {
                return;
            }
            classes[i] = type.get();
        }
        if (!accepted.takes(name, classes)) {
            List<String> said =
                    java.util.Arrays.stream(classes).map(Accepted::said).toList();
            complaints.add(
                    call.getMethod(),
                    called + " cannot be called with (" + String.join(", ", said) + "): it takes "
                            + accepted.taken(name) + ".",
                    "");
        }
    }

    private static String count(int arguments) {
        return arguments == 0 ? "no arguments" : arguments == 1 ? "1 argument" : arguments + " arguments";
    }

    /** The class that the value of an argument has when it runs; empty when that cannot be told. */
    private Optional<Class<?>> exact(Expression argument) {
        if (argument instanceof ClosureExpression) {
            return Optional.of(Closure.class);
        }
        if (argument instanceof GStringExpression) {
            return Optional.of(org.codehaus.groovy.runtime.GStringImpl.class);
        }
        if (argument instanceof MapExpression) {
            return Optional.of(java.util.LinkedHashMap.class);
        }
        if (argument instanceof ListExpression) {
            return Optional.of(ArrayList.class);
        }
        return Optional.ofNullable(certainty.certain(argument));
    }

    private void function(MethodCallExpression call, String name) {
        Accepted accepted = Accepted.by(base);
        boolean variable = own.contains(name) || visible.contains(name) || isDeclared(name);
        if (variable || !isPlain()) {
            return;
        }
        if (accepted.methods().contains(name)) {
            services.named(base, name, call);
            if (!isGroovys(name)) {
                arguments(accepted, name, name, call);
            }
            return;
        }
        if (Accepted.property(base, name) != null || OF_CLOSURES.contains(name) || name.equals("call")) {
            return;
        }
        Set<String> near = new TreeSet<>(accepted.methods());
        near.addAll(own);
        near.addAll(visible);
        complaints.add(call.getMethod(), "There is no function '" + name + "'.", name, near);
    }

    /** Whether a function is also a method of every object: then a closure around may mean another one. */
    private static boolean isGroovys(String name) {
        return Accepted.by(Closure.class).methods().contains(name)
                || Accepted.by(groovy.lang.Script.class).methods().contains(name);
    }

    /** Whether a parameter of something around has the name. */
    private boolean isDeclared(String name) {
        return closures.stream()
                .anyMatch(closure -> closure.getVariableScope() != null
                        && (closure.getVariableScope().getDeclaredVariable(name) != null
                                || closure.getVariableScope().isReferencedLocalVariable(name)));
    }

    @Override
    public void visitField(FieldNode field) {
        if (field.getLineNumber() > 0) {
            super.visitField(field);
        }
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
