package dev.ferry.script;

import dev.ferry.api.Listing;
import dev.ferry.api.Named;
import dev.ferry.api.Timespan;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.guard.RefusedException;
import dev.ferry.migration.Migrations;
import dev.ferry.output.Streams;
import groovy.lang.Closure;
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
        return state().step(name, work::call);
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
