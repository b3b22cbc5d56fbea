package dev.ferry.script;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.migration.Migrations;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session of Groovy: variables, {@code def}s, imports, methods and classes live on from one text to the next. The last
 * results are {@code _} or {@code _1}, before that {@code _2} and so on to {@code _20}; {@code null} is no result.
 *
 * <pre>{@code
 * Interpreter interpreter = new Interpreter(Session.builder().atlas(() -> atlas).build());
 * interpreter.evaluate(Source.line("def x = 20"));
 * interpreter.evaluate(Source.line("x + 1"));        // 21
 * interpreter.run(Source.file(path), List.of("--name", "shop"));
 * }</pre>
 *
 * <p>Several threads may evaluate: they share the variables, each of which is read and written as a whole, and compile one
 * after the other. An interrupt of a thread ends what it evaluates, tight loops included, with a
 * {@link ScriptException} of kind {@link ScriptException.Kind#INTERRUPTED}; the thread's flag is clear afterwards.
 * Groovy is loaded on the first evaluation, or by {@link #warmUp()} on another thread.
 */
public final class Interpreter {

    private final Session session;
    private final Map<String, @Nullable Object> variables = Collections.synchronizedMap(new LinkedHashMap<>());
    private final VariableTypes types = new VariableTypes(this::variables);
    private final Object lock = new Object();
    private @Nullable Engine engine;

    /** A session that has declared nothing yet. */
    public Interpreter(Session session) {
        this.session = session;
    }

    /**
     * Evaluates what was typed: everything it declares outside of a block lives on.
     *
     * @return the value of its last expression
     * @throws ScriptException when it does not compile, fails or is interrupted
     */
    public @Nullable Object evaluate(Source source) {
        return remembered(source, engine().line(source, List.of(), Optional.empty()));
    }

    /**
     * Evaluates a text beside the others: as {@link #evaluate} does, but its value is no last result.
     *
     * @param result the variable that takes its value, unless it is null
     */
    public @Nullable Object evaluateAside(Source source, String result) {
        @Nullable Object value = engine().line(source, List.of(), Optional.empty());
        synchronized (lock) {
            if (value != null) {
                variables.put(result, value);
            }
            types.evaluated(source.text(), value == null ? "" : result);
        }
        return value;
    }

    /**
     * Runs a script with its arguments: its {@code def}s, methods and imports stay its own, as in any Groovy script.
     * Options it declares are read from the arguments; {@code --help} prints them and runs nothing.
     *
     * @return the value of its last expression
     * @throws ScriptException when it does not compile, the arguments do not fit, it fails or is interrupted
     */
    public @Nullable Object run(Source source, List<String> args) {
        return engine().script(source, args);
    }

    /**
     * Evaluates a text as {@link #evaluate} does, with arguments and as a named step: its name and its time go to
     * standard error, and an error names it.
     */
    public @Nullable Object step(String name, Source source, List<String> args) {
        Engine current = engine();
        return remembered(source, current.step(name, source, args));
    }

    private @Nullable Object remembered(Source source, @Nullable Object value) {
        synchronized (lock) {
            Results.add(variables, value);
            types.evaluated(source.text(), value == null ? "" : "_");
        }
        return value;
    }

    /** Loads Groovy and evaluates a line of its own, so that the first line typed need not wait for it. */
    public void warmUp() {
        engine().warmUp();
    }

    /** Lets the types of variables be asked of an analysis that is there already; without one, the first question makes its own. */
    public void askTypesOf(Analysis analysis) {
        synchronized (lock) {
            types.askedOf(analysis);
        }
    }

    /** What the lines so far left behind, with the static types of the variables: what completion needs to know. */
    public Scope scope() {
        synchronized (lock) {
            return types.scope(engine().imports(), engine().sources());
        }
    }

    private Map<String, @Nullable Object> variables() {
        synchronized (variables) {
            return new LinkedHashMap<>(variables);
        }
    }

    /** The names of the session's variables now, in the order of their first assignment. */
    public Set<String> variableNames() {
        synchronized (variables) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(variables.keySet()));
        }
    }

    /** The target of this session, connected when it is first used. */
    public Atlas atlas() {
        return session.atlas();
    }

    /** The source of this session, connected when it is first used. */
    public CloudManager cloudManager() {
        return session.cloudManager();
    }

    /** The live migrations that are remembered. */
    public Migrations migrations() {
        return session.migrations();
    }

    /** The value of a session variable, null when there is none. */
    public @Nullable Object variable(String name) {
        return variables.get(name);
    }

    /** Forgets a session variable; false when there is none. */
    public boolean drop(String name) {
        synchronized (variables) {
            boolean there = variables.containsKey(name);
            variables.remove(name);
            return there;
        }
    }

    /** Gives the session a variable. */
    public void setVariable(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    private Engine engine() {
        synchronized (lock) {
            if (engine == null) {
                engine = new Engine(session, variables);
            }
            return engine;
        }
    }
}
