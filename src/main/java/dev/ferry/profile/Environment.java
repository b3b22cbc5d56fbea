package dev.ferry.profile;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The process's environment variables as a value, so that nothing below the command line reads the real ones by itself. */
public final class Environment {
    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** These variables and no others. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    /** The variables this process was started with. */
    public static Environment system() {
        return new Environment(System.getenv());
    }

    /** The value of a variable; null when it is absent or blank, since a blank one is how pipelines unset a variable. */
    public @Nullable String get(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** All of them, for a child process. */
    public Map<String, String> asMap() {
        return variables;
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "Environment" + new TreeMap<>(variables).keySet();
    }
}
