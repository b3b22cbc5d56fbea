package dev.ferry.script;

import dev.ferry.api.Listing;
import dev.ferry.api.Named;
import dev.ferry.api.Timespan;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.guard.RefusedException;
import dev.ferry.journal.StepName;
import dev.ferry.migration.Migrations;
import dev.ferry.output.Streams;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.FormatHelper;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/**
 * The base class of every script: what it declares can be used anywhere in a script, without an import.
 *
 * <pre>{@code
 * def shop = atlas.projects['shop']
 * step('Wait for the cluster') {
 *     await('cluster orders', timeout: '30m') { atlas.clusters.get(shop.id, 'orders').stateName == 'IDLE' }
 * }
 * table atlas.clusters.list(shop.id)
 * }</pre>
 */
public abstract class FerryScript extends PrintFunctions {

    private static final Set<String> OWN_NAMES = Set.of("atlas", "cm", "migrations", "args", "simulated");
    private static final Set<String> AWAIT_OPTIONS = Set.of("timeout", "every", "until");

    private @Nullable SessionState state;
    private List<String> args = List.of();

    final void enter(SessionState sessionState, List<String> arguments) {
        this.state = sessionState;
        this.args = List.copyOf(arguments);
        setBinding(sessionState.binding());
    }

    private SessionState state() {
        if (state == null) {
            throw new IllegalStateException("This script was not started by Ferry's interpreter.");
        }
        return state;
    }

    @Override
    final Session session() {
        return state().session();
    }

    private Streams streams() {
        return session().streams();
    }

    /** The target: the Atlas Administration API of this session. */
    public Atlas getAtlas() {
        return session().atlas();
    }

    /** The source: the public API of Cloud Manager or Ops Manager of this session. */
    public CloudManager getCm() {
        return session().cloudManager();
    }

    /** The live migrations that Ferry remembers, across runs. */
    public Migrations getMigrations() {
        return session().migrations();
    }

    /** Whether this session works on a sandbox, so that nothing in it is real. */
    public boolean isSimulated() {
        return session().simulated();
    }

    /** What followed the script's name on the command line. */
    public List<String> getArgs() {
        return args;
    }

    /**
     * Does one named part of the work. The name goes to standard error before it and the time it took after it; when it
     * fails, the error names it.
     *
     * @return what the closure returns
     */
    public <T extends @Nullable Object> T step(String name, Closure<T> work) {
        return step(Map.of(), name, work);
    }

    /**
     * Does one named part of the work that a script does several times, once for each {@code key}. A resumed run recognises a finished step
     * by its name and its key.
     *
     * <pre>{@code
     * addresses.each { address ->
     *     step('Open the access list', key: address) { atlas.accessList.add(project.id, [[ipAddress: address]]) }
     * }
     * }</pre>
     *
     * @return what the closure returns
     */
    public <T extends @Nullable Object> T step(
            @NamedParams(@NamedParam(value = "key", type = Object.class)) Map<String, ?> options,
            String name,
            Closure<T> work) {
        return state().step(new StepName(name, key(name, options), false), work::call);
    }

    /**
     * A step that the script may begin several times without a key. A name that holds more than numbers tells it from the others.
     *
     * @param name a text, or what stands in the script between double quotes
     */
    protected final <T extends @Nullable Object> T repeatedStep(Map<String, ?> options, Object name, Closure<T> work) {
        boolean distinct =
                name instanceof GString text && !Stream.of(text.getValues()).allMatch(Number.class::isInstance);
        String shown = name.toString();
        return state().step(new StepName(shown, key(shown, options), !distinct), work::call);
    }

    /** The same without options. */
    protected final <T extends @Nullable Object> T repeatedStep(Object name, Closure<T> work) {
        return repeatedStep(Map.of(), name, work);
    }

    private static @Nullable String key(String step, Map<String, ?> options) {
        for (String option : options.keySet()) {
            if (!option.equals("key")) {
                throw new IllegalArgumentException("`step` knows no `" + option + "`; it knows key.");
            }
        }
        if (!options.containsKey("key")) {
            return null;
        }
        Object key = options.get("key");
        if (key == null || key.toString().isBlank()) {
            throw new IllegalArgumentException("The key of step '" + step
                    + "' is empty: give what tells it from the others of its name, such as an id.");
        }
        return key instanceof Named named && named.id() != null ? named.id() : FormatHelper.toString(key);
    }

    /**
     * Lets the script go on only when a condition holds, and evaluates it again right before the next change leaves. It is never answered
     * from the journal. Standard error shows the values that are compared.
     *
     * <pre>{@code
     * gate('lag of at most 10 s') { atlas.liveMigrations.get(project.id, id).lagTimeSeconds <= 10 }
     * atlas.liveMigrations.cutover(project.id, id)
     * }</pre>
     *
     * @param text what must hold, as the person who watches reads it
     * @param condition reads what it needs, and says whether the next change may be made
     * @throws GateException when it does not hold; the exit code is 6
     */
    public void gate(String text, Closure<?> condition) {
        state().gate(text, condition);
    }

    /** A value that the condition of a gate compares. */
    protected final @Nullable Object seen(String expression, @Nullable Object value) {
        state().sees(expression, value);
        return value;
    }

    /**
     * Asks until the answer is there: until the closure's value is true in Groovy's sense or, for a validation or a
     * live migration, until that has succeeded. Waits a day at most. A service that does not answer for a while does not end
     * it; a refusal does, and so does a failure of a closure that has sent a change.
     *
     * @param what what is waited for, as the person who watches reads it
     * @return the last value
     * @throws WaitException when the job failed, the time is over or the thread was interrupted
     */
    public <T extends @Nullable Object> T await(String what, Closure<T> probe) {
        return await(Map.of(), what, probe);
    }

    /**
     * The same with named arguments: {@code timeout} and {@code every} are a duration, a number of seconds or a text
     * such as {@code '2h'}; {@code until} is a closure that takes the value and tells whether it is what is waited for.
     *
     * <pre>{@code
     * await('initial copy', timeout: '3d', until: { it.readyForCutover }) { atlas.liveMigrations.get(project, id) }
     * }</pre>
     */
    public <T extends @Nullable Object> T await(
            @NamedParams({
                        @NamedParam(value = "timeout", type = Object.class),
                        @NamedParam(value = "every", type = Object.class),
                        @NamedParam(value = "until", type = Closure.class)
                    })
                    Map<String, ?> options,
            String what,
            Closure<T> probe) {
        for (String name : options.keySet()) {
            if (!AWAIT_OPTIONS.contains(name)) {
                throw new IllegalArgumentException("`await` knows no `" + name + "`; it knows "
                        + AWAIT_OPTIONS.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
        Object timeout = options.get("timeout");
        Object every = options.get("every");
        Object until = options.get("until");
        Predicate<T> done = until instanceof Closure<?> closure
                ? value -> DefaultTypeTransformation.castToBoolean(closure.call(value))
                : value -> Wait.succeeded(value, DefaultTypeTransformation.castToBoolean(value));
        Wait wait = new Wait(
                what,
                timeout == null ? Wait.DEFAULT_TIMEOUT : Timespan.of(timeout),
                every == null ? null : Timespan.of(every));
        return wait.until(probe::call, done, session());
    }

    /** Pauses the script for so many milliseconds. Unlike Groovy's own {@code sleep}, an interrupt ends it and the script. */
    public void sleep(long milliseconds) throws InterruptedException {
        session().sleeper().sleep(Duration.ofMillis(milliseconds));
    }

    /** Pauses the script for a duration, or a text such as {@code '5s'}. */
    public void sleep(Object time) throws InterruptedException {
        session().sleeper().sleep(Timespan.of(time));
    }

    /**
     * Asks an ordinary question on the terminal; {@code --yes} answers it beforehand.
     *
     * @return whether the answer was yes
     * @throws RefusedException when there is no terminal to ask on
     */
    public boolean confirm(String question) {
        return session().confirmation().ask(question);
    }

    /**
     * Asks a severe question: the answer is {@code name}, typed in full; {@code --confirm=NAME} answers it beforehand.
     *
     * @return whether the name was typed
     * @throws RefusedException when there is no terminal to ask on
     */
    public boolean confirm(String question, String name) {
        return session().confirmation().askForName(question, name);
    }

    /**
     * Chooses one of several by the option that names it. Without the option, the only one there is, or the one whose id
     * the profile names as {@code organization} or {@code project}; in a sandbox the first one.
     *
     * <pre>{@code
     * def org = pick('--org', atlas.orgs.list(), orgOption)
     * }</pre>
     *
     * @param option the option with which a person chooses, for the message
     * @param from what there is to choose from
     * @param nameOrId the option's value, null when it was not given
     * @throws ScriptException of kind WRONG_ARGUMENTS when there is none, or several and no choice
     */
    public <T extends Named> T pick(String option, Collection<T> from, @Nullable String nameOrId) {
        return new Choice<>(option, Listing.of(from)).of(nameOrId, session().usual(), isSimulated(), this::note);
    }

    /**
     * Ends the script with this sentence; the exit code is 1.
     *
     * @throws ScriptFailure always
     */
    public void fail(String message) {
        throw new ScriptFailure(message);
    }

    /** Writes a line for the person who watches to standard error, which leaves standard output to data. */
    public void note(@Nullable Object text) {
        streams().err().println(FormatHelper.toString(text));
    }

    @Override
    public void println() {
        streams().out().println();
    }

    @Override
    public void println(@Nullable Object value) {
        streams().out().println(FormatHelper.toString(value));
    }

    @Override
    public void print(@Nullable Object value) {
        streams().out().print(FormatHelper.toString(value));
    }

    @Override
    public void printf(String format, @Nullable Object value) {
        Object[] values = value instanceof Object[] many ? many : new Object[] {value};
        streams().out().print(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void printf(String format, @Nullable Object[] values) {
        streams().out().print(String.format(Locale.ROOT, format, values));
    }

    /** Assigns a variable of the session; the names Ferry gives to every script cannot be taken. */
    @Override
    public void setProperty(String property, @Nullable Object newValue) {
        if (OWN_NAMES.contains(property)) {
            throw new ScriptFailure("`" + property + "` is Ferry's own name in every script: choose another one.");
        }
        if (Results.isName(property)) {
            throw new ScriptFailure("`" + property + "` holds a result and cannot be assigned: choose another name.");
        }
        super.setProperty(property, newValue);
    }

    /** Calls a method of this script, else one that an earlier line of the session declared. */
    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        FerryScript declaring = state == null
                ? null
                : state.declaring(name).filter(script -> script != this).orElse(null);
        if (declaring == null || !getMetaClass().respondsTo(this, name).isEmpty()) {
            return super.invokeMethod(name, arguments);
        }
        return declaring.invokeMethod(name, arguments);
    }
}
