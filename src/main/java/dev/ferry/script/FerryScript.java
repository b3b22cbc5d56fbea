package dev.ferry.script;

import groovy.lang.Script;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The base class of every script: what it declares can be used anywhere in a script without an import. */
public abstract class FerryScript extends Script {

    private static final Set<String> OWN_NAMES = Set.of("atlas", "cm", "args");

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

    /** What followed the script's name on the command line. */
    public List<String> getArgs() {
        return args;
    }

    /**
     * Ends the script with this sentence; the exit code is 1.
     *
     * @throws ScriptFailure always
     */
    public void fail(String message) {
        throw new ScriptFailure(message);
    }

    /** Assigns a variable of the session; the names Ferry gives to every script cannot be taken. */
    @Override
    public void setProperty(String property, @Nullable Object newValue) {
        if (OWN_NAMES.contains(property)) {
            throw new ScriptFailure("`" + property + "` is Ferry's own name in every script: choose another one.");
        }
        super.setProperty(property, newValue);
    }

    /** Calls a method of this script, else one that an earlier line of the session declared. */
    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        FerryScript declaring = state == null ? null : state.methodsByName().get(name);
        if (declaring == null
                || declaring == this
                || !getMetaClass().respondsTo(this, name).isEmpty()) {
            return super.invokeMethod(name, arguments);
        }
        return declaring.invokeMethod(name, arguments);
    }
}
