package dev.ferry.profile;

import dev.ferry.output.Redactor;
import java.util.List;
import java.util.Map;

/** What a program that Ferry starts gets to know of the environment: everybody who may look at the process may read it there. */
public final class ChildVariables {
    private static final List<String> OURS = List.of("FERRY_", "MCLI_", "MONGODB_ATLAS_");

    private ChildVariables() {}

    /**
     * Takes out what only Ferry logs in with. For programs that print a secret: they may need those of their own, of a vault for
     * instance.
     *
     * @param variables of the program that is about to start
     */
    public static void withoutOurSecrets(Map<String, String> variables) {
        variables.keySet().removeIf(name -> OURS.stream().anyMatch(name::startsWith) && isSecret(name));
    }

    /** Takes out every secret, by its name or by its value. For programs that show something: editors, pagers. */
    public static void withoutSecrets(Map<String, String> variables) {
        variables
                .entrySet()
                .removeIf(variable -> isSecret(variable.getKey())
                        || !Redactor.redact(variable.getValue()).equals(variable.getValue()));
    }

    private static boolean isSecret(String name) {
        return Redactor.isSecretName(name) && !Environment.FOLDERS.contains(name);
    }
}
