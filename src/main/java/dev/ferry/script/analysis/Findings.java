package dev.ferry.script.analysis;

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
final class Findings {

    /** How a call is written. */
    enum Form {
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
    record Call(
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

        ClassNode receiver() {
            return receivers.get(0);
        }
    }

    /**
     * The brackets behind a value that have nothing but the marker in them.
     *
     * @param list the type of the value
     */
    record Subscript(ClassNode list, Expression expression) {}

    /** The brackets that the marker is in. */
    @Nullable
    Subscript subscript;

    /** What variables were given in the text; null for one that was given several values. */
    private final Map<Object, @Nullable Expression> values = new HashMap<>();

    void gave(VariableExpression variable, Expression value) {
        Object key = key(variable);
        boolean again = values.containsKey(key) && values.get(key) != value;
        values.put(key, again ? null : value);
    }

    /** The only value that a variable was given in the text; null when there is none, or more than one. */
    @Nullable
    Expression value(VariableExpression variable) {
        return values.get(key(variable));
    }

    /** A declared variable is itself, whatever else has its name; others are known by their names. */
    private static Object key(VariableExpression variable) {
        return variable.getAccessedVariable() instanceof VariableExpression declared ? declared : variable.getName();
    }

    /** The type of what stands before the marker. */
    @Nullable
    ClassNode receiver;

    /** The class whose property it is that stands before the marker; null when it is none. */
    @Nullable
    Class<?> owner;

    /** Whether a class itself stands before the marker, not a value of it. */
    boolean classItself;

    /** Whether the marker was reached at all. */
    boolean reached;

    /** The innermost call that has the marker among its arguments. */
    @Nullable
    Call call;

    /** The call whose value the marker is a member of. */
    @Nullable
    Call finished;

    /** Variables and parameters the marker can see, nearest first. */
    final Map<String, ClassNode> visible = new LinkedHashMap<>();

    /** The objects whose members can be named without a receiver at the marker: delegates of closures, own classes. */
    final List<ClassNode> implicit = new ArrayList<>();

    /** The types of names that are assigned without a declaration. */
    final Map<String, ClassNode> assigned = new LinkedHashMap<>();

    /** Types of variables by name at the top level, in order. */
    final Map<String, ClassNode> declared = new LinkedHashMap<>();

    /** The type of the last expression. */
    @Nullable
    ClassNode last;

    /** The tree, when the text parsed. */
    @Nullable
    ModuleNode module;

    /** The visitor of the script's class, which knows the types of the tree's nodes; absent when the pass broke off before it. */
    @Nullable
    MarkerVisitor types;

    /** What the compiler refuses in the text, the type checker's complaints left out; lines are those of the text. */
    final List<SyntaxException> refused = new ArrayList<>();
}
