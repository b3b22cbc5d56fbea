package dev.ferry.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of the settings. This is the only list of them: reading, the advice after a misspelt one, help and {@code ferry doctor} go by
 * it. What is said in several places counts in this order: option, variable, project file, profile, top of the settings file, usual.
 */
public enum Key {
    /** The profile that commands work for. */
    CURRENT("current", Allowed.TEXT, "", "", "", "the profile to work with when nothing else is said", Scope.TOP),

    /** The profile that the runbooks of a folder are for. */
    PROFILE(
            "profile",
            Allowed.TEXT,
            "FERRY_PROFILE",
            "--profile",
            "",
            "the profile to work with when no option names one",
            Scope.PROJECT),

    /** The word of the prompt. */
    ENVIRONMENT(
            "environment",
            Allowed.TEXT,
            "",
            "",
            "",
            "the word in the prompt, as PROD or TEST; in a project file the only one its runbooks may meet",
            Scope.PROFILE,
            Scope.PROJECT),

    /** Whether a session starts by refusing changes. */
    MODE(
            "mode",
            Allowed.MODE,
            "FERRY_MODE",
            "--read-only, --writable",
            "writable",
            "whether changes may leave when a session starts; read-only where the environment is PROD",
            Scope.PROFILE,
            Scope.PROJECT),

    /** An older way to say {@link #MODE}. */
    READ_ONLY("read_only", Allowed.FLAG, "", "", "", "an older way to say mode", Scope.PROFILE),

    /** Which changes are asked about. */
    CONFIRM(
            "confirm",
            Allowed.CONFIRMATIONS,
            "FERRY_CONFIRM",
            "",
            "severe",
            "which changes are asked about before they leave",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** What the names behind the prompt may cost. */
    NAMES(
            "names",
            Allowed.calls(60, " a minute"),
            "FERRY_NAMES",
            "",
            "60",
            "how many calls a minute may be made behind the prompt for the names that Tab offers",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** What a rehearsal may cost. */
    REHEARSAL_CALLS(
            "rehearsal_calls",
            Allowed.calls(Preferences.REHEARSAL_CALLS, ""),
            "FERRY_REHEARSAL_CALLS",
            "",
            "" + Preferences.REHEARSAL_CALLS,
            "how often a rehearsal may read from the real services",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** When a run is old. */
    KEEP_RUNS(
            "keep_runs",
            Allowed.AGE,
            "FERRY_KEEP_RUNS",
            "",
            "90d",
            "how long ago a run has to have ended before 'ferry journal prune' forgets it",
            Scope.TOP),

    /** The longest time of a call. */
    TIMEOUT(
            "timeout",
            Allowed.TIME_SPAN,
            "FERRY_TIMEOUT",
            "--timeout",
            "5m",
            "when a call is given up, its retries included",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** The longest time until a connection is there. */
    CONNECT_TIMEOUT(
            "connect_timeout",
            Allowed.TIME_SPAN,
            "FERRY_CONNECT_TIMEOUT",
            "",
            "10s",
            "how long opening a connection may take",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** How values are printed. */
    OUTPUT(
            "output",
            Allowed.FORMAT,
            "FERRY_OUTPUT",
            "--output",
            "table",
            "how values are printed",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** Whether the shell begins with hints. */
    HINTS(
            "hints",
            Allowed.ON_OFF,
            "FERRY_HINTS",
            "",
            "on",
            "whether the prompt begins with hints and suggestions",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** The version of every call. */
    API_VERSION(
            "api_version",
            Allowed.VERSION,
            "FERRY_API_VERSION",
            "--api-version",
            "",
            "the version of the Atlas API that every call asks for, instead of each method's own",
            Scope.TOP,
            Scope.PROFILE,
            Scope.PROJECT),

    /** The address of a side. */
    BASE_URL(
            "base_url",
            Allowed.TEXT,
            "",
            "",
            Side.STANDARD_ADDRESS,
            "the address of the service: scheme, host and port",
            Scope.SIDE),

    /** The authorities of a side. */
    CA_FILE(
            "ca_file",
            Allowed.TEXT,
            "",
            "",
            "",
            "a file of certificates, in PEM, that are trusted beside those of the system",
            Scope.SIDE),

    /** The proxy of a side. */
    PROXY("proxy", Allowed.TEXT, "", "", "", "the proxy to go through where HTTPS_PROXY names none", Scope.SIDE),

    /** What is reached without it. */
    NO_PROXY(
            "no_proxy",
            Allowed.TEXT,
            "",
            "",
            "",
            "names and networks that are reached without that proxy where NO_PROXY says nothing",
            Scope.SIDE),

    /** The organization that is usually meant. */
    ORGANIZATION(
            "organization",
            Allowed.TEXT,
            "",
            "",
            "",
            "the id of the organization that a script takes when it is given none",
            Scope.SIDE),

    /** The project that is usually meant. */
    PROJECT(
            "project",
            Allowed.TEXT,
            "",
            "",
            "",
            "the id of the project that a script takes when it is given none",
            Scope.SIDE),

    /** The half of an API key that may be shown. */
    PUBLIC_KEY("public_key", Allowed.TEXT, "", "", "", "the public half of an API key", Scope.SIDE),

    /** The other half. */
    PRIVATE_KEY("private_key", Allowed.TEXT, "", "", "", "its private half, in this file", Scope.SIDE),

    /** The other half, elsewhere. */
    PRIVATE_KEY_FILE("private_key_file", Allowed.TEXT, "", "", "", "the file with its private half", Scope.SIDE),

    /** The other half, elsewhere. */
    PRIVATE_KEY_ENV(
            "private_key_env", Allowed.TEXT, "", "", "", "the environment variable with its private half", Scope.SIDE),

    /** The other half, elsewhere. */
    PRIVATE_KEY_COMMAND(
            "private_key_command", Allowed.TEXT, "", "", "", "the command that prints its private half", Scope.SIDE),

    /** The other half, elsewhere. */
    PRIVATE_KEY_KEYRING(
            "private_key_keyring",
            Allowed.TEXT,
            "",
            "",
            "",
            "the name of its private half in the system's keyring",
            Scope.SIDE),

    /** The half of a service account that may be shown. */
    CLIENT_ID("client_id", Allowed.TEXT, "", "", "", "the id of a service account", Scope.SIDE),

    /** The other half. */
    CLIENT_SECRET("client_secret", Allowed.TEXT, "", "", "", "its secret, in this file", Scope.SIDE),

    /** The other half, elsewhere. */
    CLIENT_SECRET_FILE("client_secret_file", Allowed.TEXT, "", "", "", "the file with its secret", Scope.SIDE),

    /** The other half, elsewhere. */
    CLIENT_SECRET_ENV(
            "client_secret_env", Allowed.TEXT, "", "", "", "the environment variable with its secret", Scope.SIDE),

    /** The other half, elsewhere. */
    CLIENT_SECRET_COMMAND(
            "client_secret_command", Allowed.TEXT, "", "", "", "the command that prints its secret", Scope.SIDE),

    /** The other half, elsewhere. */
    CLIENT_SECRET_KEYRING(
            "client_secret_keyring",
            Allowed.TEXT,
            "",
            "",
            "",
            "the name of its secret in the system's keyring",
            Scope.SIDE);

    /** Where a key may stand. */
    public enum Scope {
        /** At the top of the settings file, for all profiles. */
        TOP,
        /** In the table of a profile. */
        PROFILE,
        /** In the tables source and target of a profile. */
        SIDE,
        /** In the project file of a folder of runbooks. */
        PROJECT
    }

    private final String word;
    private final Allowed allowed;
    private final String variable;
    private final String option;
    private final String usual;
    private final String purpose;
    private final Set<Scope> scopes;

    Key(String word, Allowed allowed, String variable, String option, String usual, String purpose, Scope... scopes) {
        this.word = word;
        this.allowed = allowed;
        this.variable = variable;
        this.option = option;
        this.usual = usual;
        this.purpose = purpose;
        this.scopes = EnumSet.copyOf(Arrays.asList(scopes));
    }

    /** The keys that may stand somewhere, in the order of this table. */
    public static List<Key> of(Scope scope) {
        return Arrays.stream(values()).filter(key -> key.scopes.contains(scope)).toList();
    }

    /** The word of the files. */
    public String word() {
        return word;
    }

    /** The environment variable that says it too; empty when there is none. */
    public String variable() {
        return variable;
    }

    /** The option that says it too; empty when there is none. */
    public String option() {
        return option;
    }

    /** What counts when nobody says anything; empty when that is nothing. */
    public String usual() {
        return usual;
    }

    /**
     * The value that others than the owner of the profile may choose, variables and project files: they can make a session stricter and
     * never laxer. Empty where they may choose any.
     */
    String strictest() {
        return switch (this) {
            case MODE -> "read-only";
            case CONFIRM -> Confirmations.ALL.toString();
            default -> "";
        };
    }

    /** What it is for, as the rest of a sentence. */
    public String purpose() {
        return purpose;
    }

    /** What may stand as its value, as the rest of a sentence after "has to be". */
    public String allowed() {
        return allowed.description();
    }

    /** Whether it may stand there. */
    public boolean isIn(Scope scope) {
        return scopes.contains(scope);
    }

    /**
     * Reads a value.
     *
     * @param raw what the file or the variable says
     * @param place where it stands, for the message
     * @return the one way to write it
     * @throws SettingsException when it is no such value; without the value, which may be a secret in the wrong place
     */
    String read(Object raw, String place) {
        @Nullable String read = allowed.reading().apply(raw);
        if (read == null) {
            throw new SettingsException(place + " has to be " + allowed.description() + "; correct it.");
        }
        return read;
    }

    /** The word of the files. */
    @Override
    public String toString() {
        return word;
    }

    /** The name as a field of JSON: {@code apiVersion}. */
    public String field() {
        StringBuilder field = new StringBuilder();
        for (String part : word.split("_", -1)) {
            field.append(field.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return field.toString();
    }
}
