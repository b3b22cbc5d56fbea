package dev.ferry.script.analysis.check;

import dev.ferry.api.http.Operations;
import dev.ferry.script.analysis.type.MarkerVisitor;
import dev.ferry.script.analysis.type.TypeCheck;
import dev.ferry.script.analysis.type.TypeText;
import groovy.lang.Closure;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the checker knows from what it only supposes. Groovy is dynamic: a list that begins with numbers may get
 * texts, a variable something else, and the checker's guess would then be a complaint about a text that runs. A type is
 * certain when it rests on declarations alone, and when no subclass can have more than it has.
 */
final class Certainty {

    /** What these give is what their block gives. */
    private static final Set<String> AS_THEIR_BLOCK = Set.of("step", "await", "with", "use", "collect", "collectMany");
    /** What these give depends on more than can be told. */
    private static final Set<String> GUESSED =
            Set.of("inject", "sum", "getAt", "get", "invokeMethod", "getProperty", "asType", "find", "tap");

    private final MarkerVisitor types;
    private final Sources sources;
    private final Class<?> base;
    private final ClassNode script;
    private final ClassLoader loader;

    Certainty(MarkerVisitor types, Sources sources, Class<?> base, ClassNode script, ClassLoader loader) {
        this.types = types;
        this.sources = sources;
        this.base = base;
        this.script = script;
        this.loader = loader;
    }

    /** The type that the checker supposes. */
    ClassNode supposed(ASTNode node) {
        ClassNode type = types.getType(node);
        return type == null ? ClassHelper.OBJECT_TYPE : type;
    }

    /** The class that the checker supposes; null for one that exists only in the text. */
    @Nullable
    Class<?> supposedClass(ASTNode node) {
        ClassNode type = supposed(node);
        if (node instanceof VariableExpression variable && ClassHelper.isObjectType(type) && isGiven(variable)) {
            return Accepted.property(base, variable.getName());
        }
        java.lang.reflect.Type reflected = TypeText.reflected(type, loader);
        return reflected == null ? null : boxed(TypeText.raw(reflected));
    }

    /** The class of which a value is for sure, if it can have no other members than that class declares; else null. */
    @Nullable
    Class<?> certain(Expression expression) {
        Class<?> type = supposedClass(expression);
        return type != null && isClosed(type) && rests(expression, new HashSet<>()) ? type : null;
    }

    /** The same for each of the elements. */
    @Nullable
    Class<?> certainElement(Expression expression) {
        java.lang.reflect.Type reflected = TypeText.reflected(supposed(expression), loader);
        java.lang.reflect.Type element = reflected == null ? null : TypeText.element(reflected);
        Class<?> type = element == null ? null : TypeText.raw(element);
        return type != null && isClosed(type) && rests(expression, new HashSet<>()) ? type : null;
    }

    /** Whether everything that a value of this class has is known: nothing can extend it, or only we do. */
    static boolean isClosed(Class<?> type) {
        return isService(type)
                || (Modifier.isFinal(type.getModifiers())
                        && !type.isArray()
                        && type != Void.class
                        && !Closure.class.isAssignableFrom(type));
    }

    /** Whether the class is a service of one of the APIs. */
    static boolean isService(@Nullable Class<?> type) {
        return type != null
                && type.isInterface()
                && (type.getPackageName().equals("dev.ferry.api.atlas")
                        || type.getPackageName().equals("dev.ferry.api.cloudmanager"));
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }

    /** Whether the name is a property of every script, and not assigned by this one. */
    boolean isGiven(VariableExpression variable) {
        Variable accessed = variable.getAccessedVariable();
        return (accessed == null || accessed instanceof DynamicVariable)
                && !sources.undeclared().contains(variable.getName())
                && Accepted.property(base, variable.getName()) != null;
    }

    /** Whether the session remembers a type for the name that cannot have become another one's since. */
    private boolean isRemembered(VariableExpression variable) {
        java.lang.reflect.Type type = TypeText.reflected(TypeCheck.remembered(script, variable.getName()), loader);
        return sources.of(variable).isEmpty() && type != null && isClosed(boxed(TypeText.raw(type)));
    }

    private boolean rests(Expression expression, Set<Object> asked) {
        if (expression instanceof ConstantExpression
                || expression instanceof GStringExpression
                || expression instanceof CastExpression
                || expression instanceof ClassExpression
                || expression instanceof ConstructorCallExpression
                || expression instanceof BooleanExpression
                || expression instanceof StaticMethodCallExpression) {
            return true;
        }
        if (expression instanceof VariableExpression variable) {
            return variable(variable, asked);
        }
        if (expression instanceof MethodCallExpression call) {
            return call(call, asked);
        }
        if (expression instanceof PropertyExpression property) {
            Expression object = property.getObjectExpression();
            return object instanceof ClassExpression || (!isOpen(object) && rests(object, asked));
        }
        if (expression instanceof BinaryExpression binary) {
            return binary.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                    && !isOpen(binary.getLeftExpression())
                    && rests(binary.getLeftExpression(), asked);
        }
        return expression instanceof TernaryExpression choice
                && same(choice.getTrueExpression(), choice.getFalseExpression())
                && (isNothing(choice.getTrueExpression()) || rests(choice.getTrueExpression(), asked))
                && (isNothing(choice.getFalseExpression()) || rests(choice.getFalseExpression(), asked));
    }

    private boolean same(Expression one, Expression other) {
        return isNothing(one)
                || isNothing(other)
                || supposed(one).getName().equals(supposed(other).getName());
    }

    private static boolean isNothing(Expression expression) {
        return (expression instanceof ConstantExpression constant && constant.isNullExpression())
                || (expression instanceof ListExpression list
                        && list.getExpressions().isEmpty());
    }

    /** Whether anything can be below: a map, or something of which nothing is known. */
    private boolean isOpen(Expression object) {
        Class<?> type = supposedClass(object);
        return type == null || type == Object.class || Map.class.isAssignableFrom(type);
    }

    private boolean variable(VariableExpression variable, Set<Object> asked) {
        if (variable.isThisExpression() || variable.isSuperExpression()) {
            return false;
        }
        if (isGiven(variable) || isRemembered(variable)) {
            return true;
        }
        Variable accessed = variable.getAccessedVariable();
        boolean declared = accessed != null && !(accessed instanceof DynamicVariable);
        if (declared && !accessed.isDynamicTyped() && !ClassHelper.isObjectType(accessed.getOriginType())) {
            return true;
        }
        return asked.add(declared ? accessed : variable.getName()) && restsOn(sources.of(variable), asked);
    }

    private boolean restsOn(List<Sources.Source> from, Set<Object> asked) {
        Set<String> names = new HashSet<>();
        for (Sources.Source source : from) {
            if (source.how() == Sources.How.VALUE && isNothing(source.from())) {
                continue;
            }
            boolean known = source.how() != Sources.How.ANY
                    && rests(source.from(), asked)
                    && (source.call() == null || handsOnElements(source.call()))
                    && (source.how() == Sources.How.VALUE || !isOpen(source.from()) || isGrouped(source.from()));
            if (!known) {
                return false;
            }
            names.add(supposed(source.from()).getName());
        }
        return names.size() == 1;
    }

    /** A map that was only just made of a list has what the list has. */
    private static boolean isGrouped(Expression from) {
        return from instanceof MethodCallExpression call && "groupBy".equals(call.getMethodAsString());
    }

    /** Whether a closure that is given to the call gets what the receiver's declaration says. */
    private boolean handsOnElements(MethodCallExpression call) {
        return target(call) instanceof ExtensionMethodNode && !"inject".equals(call.getMethodAsString());
    }

    static @Nullable MethodNode target(Expression call) {
        return call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
    }

    private boolean call(MethodCallExpression call, Set<Object> asked) {
        MethodNode target = target(call);
        String name = String.valueOf(call.getMethodAsString());
        if (target == null) {
            return false;
        }
        if (target.getDeclaringClass().redirect().isPrimaryClassNode()) {
            return (!target.isDynamicReturnType() && !ClassHelper.isObjectType(target.getReturnType()))
                    || (asked.add(target) && restsOn(sources.of(target), asked));
        }
        if (AS_THEIR_BLOCK.contains(name) && !blockRests(call, asked)) {
            return false;
        }
        if (call.isImplicitThis()) {
            return collectionsRest(call, asked);
        }
        boolean guessed = GUESSED.contains(name) && isOpen(call.getObjectExpression());
        return !guessed
                && !name.equals("inject")
                && ((target.isStatic() && !(target instanceof ExtensionMethodNode))
                        || rests(call.getObjectExpression(), asked));
    }

    private boolean blockRests(MethodCallExpression call, Set<Object> asked) {
        for (Expression argument : arguments(call)) {
            if (argument instanceof ClosureExpression closure) {
                Statement last = closure.getCode();
                while (last instanceof BlockStatement block && !block.isEmpty()) {
                    last = block.getStatements().get(block.getStatements().size() - 1);
                }
                Expression result = last instanceof ExpressionStatement statement
                        ? statement.getExpression()
                        : last instanceof ReturnStatement returned ? returned.getExpression() : null;
                if (result == null || !rests(result, asked)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A function that gives one of what it was given, such as {@code pick}, is as good as that. */
    private boolean collectionsRest(MethodCallExpression call, Set<Object> asked) {
        return arguments(call).stream().allMatch(argument -> {
            Class<?> type = supposedClass(argument);
            return type == null || !Iterable.class.isAssignableFrom(type) || rests(argument, asked);
        });
    }

    static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression several
                ? several.getExpressions()
                : List.of(call.getArguments());
    }

    /** Whether the class is the one of operations by name. */
    static boolean isOperations(@Nullable Class<?> type) {
        return type == Operations.class;
    }
}
