package dev.ferry.script.analysis.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/** What one pass of the type checker saw; filled while it runs, so that a pass that breaks off still tells something. */
public final class Findings {

    /** How a call is written. */
    public enum Form {
        /** With what it is called on. */
        ON_VALUE,
        /** On a class itself. */
        ON_CLASS,
        /** Without: a function, or a method of what is around. */
        BARE,
        /** With {@code new}. */
        CONSTRUCTOR
    }

    /**
     * A call that the marker belongs to.
     *
     * @param receivers what it may be called on, nearest first; the class that a constructor makes
     * @param owner the class whose property the receiver is; null when it is none, or an unknown one's
     * @param operations whether the methods of the receiver are operations by name
     * @param given the named arguments, with their texts where those are constant
     * @param values what stands at each place among the arguments, by its path; see {@link Place#steps()}
     * @param plain the types of the plain arguments; null for the one the marker is in
     * @param result what the call gives, as far as the checker knows
     */
    public record Call(
            Form form,
            List<ClassNode> receivers,
            @Nullable Class<?> owner,
            boolean operations,
            String method,
            Place place,
            Map<String, String> given,
            Map<String, Expression> values,
            List<@Nullable ClassNode> plain,
            @Nullable ClassNode result) {

        /** The nearest of them. */
        public ClassNode receiver() {
            return receivers.get(0);
        }
    }

    /**
     * The brackets behind a value that have nothing but the marker in them.
     *
     * @param list the type of the value
     */
    public record Subscript(ClassNode list, Expression expression) {}

    @Nullable
    Subscript subscript;

    /** What variables were given in the text; null for one that was given several values. */
    private final Map<Object, @Nullable Expression> values = new HashMap<>();

    public void gave(VariableExpression variable, Expression value) {
        Object key = key(variable);
        boolean again = values.containsKey(key) && values.get(key) != value;
        values.put(key, again ? null : value);
    }

    /** The only value that a variable was given in the text; null when there is none, or more than one. */
    @Nullable
    public Expression value(VariableExpression variable) {
        return values.get(key(variable));
    }

    /** A declared variable is itself, whatever else has its name; others are known by their names. */
    private static Object key(VariableExpression variable) {
        return variable.getAccessedVariable() instanceof VariableExpression declared ? declared : variable.getName();
    }

    @Nullable
    ClassNode receiver;

    @Nullable
    Class<?> owner;

    boolean classItself;

    boolean reached;

    @Nullable
    Call call;

    @Nullable
    Call finished;

    final Map<String, ClassNode> visible = new LinkedHashMap<>();

    final List<ClassNode> implicit = new ArrayList<>();

    final Map<String, ClassNode> assigned = new LinkedHashMap<>();

    final Map<String, ClassNode> declared = new LinkedHashMap<>();

    @Nullable
    ClassNode last;

    @Nullable
    ModuleNode module;

    @Nullable
    MarkerVisitor types;

    final List<SyntaxException> refused = new ArrayList<>();

    /** The brackets that the marker is in. */
    public @Nullable Subscript subscript() {
        return subscript;
    }

    /** The type of what stands before the marker. */
    public @Nullable ClassNode receiver() {
        return receiver;
    }

    /** The class whose property it is that stands before the marker; null when it is none. */
    public @Nullable Class<?> owner() {
        return owner;
    }

    /** Whether a class itself stands before the marker, not a value of it. */
    public boolean classItself() {
        return classItself;
    }

    /** Whether the marker was reached at all. */
    public boolean reached() {
        return reached;
    }

    /** The innermost call that has the marker among its arguments. */
    public @Nullable Call call() {
        return call;
    }

    /** The call whose value the marker is a member of. */
    public @Nullable Call finished() {
        return finished;
    }

    /** Variables and parameters the marker can see, nearest first. */
    public Map<String, ClassNode> visible() {
        return visible;
    }

    /** The objects whose members can be named without a receiver at the marker: delegates of closures, own classes. */
    public List<ClassNode> implicit() {
        return implicit;
    }

    /** The types of names that are assigned without a declaration. */
    public Map<String, ClassNode> assigned() {
        return assigned;
    }

    /** The type of the last expression. */
    public @Nullable ClassNode last() {
        return last;
    }

    /** The tree, when the text parsed. */
    public @Nullable ModuleNode module() {
        return module;
    }

    /** The visitor of the script's class, which knows the types of the tree's nodes; absent when the pass broke off before it. */
    public @Nullable MarkerVisitor types() {
        return types;
    }

    /** What the compiler refuses in the text, the type checker's complaints left out; lines are those of the text. */
    public List<SyntaxException> refused() {
        return refused;
    }

    /** The types of all variables at the top level, declared or only assigned, as source text that fits {@link Scope#variables()}. */
    public Map<String, String> variables() {
        Map<String, String> types = new LinkedHashMap<>();
        declared.forEach((name, type) -> types.put(name, TypeText.source(type)));
        assigned.forEach((name, type) -> types.put(name, TypeText.source(type)));
        return types;
    }
}
