package dev.ferry.profile;

import dev.ferry.output.Redactor;
import dev.ferry.profile.keyring.Keyring;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The process's environment variables as a value, so that nothing below the command line reads the real ones by itself. */
public final class Environment {
    /** Named like passwords, but set by every shell. */
    static final Set<String> FOLDERS = Set.of("PWD", "OLDPWD");

    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** These variables and no others. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    /**
     * The variables this process was started with. From here on the values of those with the names of secrets are redacted
     * wherever they show: a script may read and print one that Ferry itself never uses.
     */
    public static Environment system() {
        Environment environment = new Environment(System.getenv());
        environment.variables.forEach((name, value) -> {
            if (Redactor.isSecretName(name) && !FOLDERS.contains(name)) {
                Redactor.learn(value);
            }
        });
        return environment;
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

    /** The keyring of the operating system, whose program gets no secret that Ferry was given. */
    public Keyring keyring() {
        Map<String, String> ofChild = new HashMap<>(variables);
        ChildVariables.withoutSecrets(ofChild);
        return Keyring.of(ofChild);
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "Environment" + new TreeMap<>(variables).keySet();
    }
}
