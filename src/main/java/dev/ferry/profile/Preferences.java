package dev.ferry.profile;

import dev.ferry.output.Format;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody wants to work: everything of the settings but who and where. A key that nobody has said anything about has its usual value.
 *
 * @param said what was said, and by whom
 */
public record Preferences(Map<Key, Value> said) {
    /** How often a rehearsal may read from the real services when nothing else is said. */
    public static final int REHEARSAL_CALLS = 500;

    /** Nobody has said anything. */
    public static final Preferences USUAL = new Preferences(Map.of());

    /** Keeps a copy. */
    public Preferences {
        Map<Key, Value> copy = new EnumMap<>(Key.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    /** These, and what the other ones say where these say nothing. */
    public Preferences over(Preferences below) {
        Map<Key, Value> both = new EnumMap<>(Key.class);
        both.putAll(below.said);
        both.putAll(said);
        return new Preferences(both);
    }

    /** The same as {@link #over}, for those who may make a session stricter and never laxer. */
    Preferences tightening(Preferences below) {
        Map<Key, Value> both = new EnumMap<>(Key.class);
        both.putAll(below.said);
        said.forEach((key, value) -> {
            if (key.strictest().isEmpty() || key.strictest().equals(value.text())) {
                both.put(key, value);
            }
        });
        return new Preferences(both);
    }

    /** The same without one. */
    Preferences without(Key key) {
        Map<Key, Value> rest = new EnumMap<>(Key.class);
        rest.putAll(said);
        rest.remove(key);
        return new Preferences(rest);
    }

    /** The same with one that has the last word. */
    public Preferences with(Key key, Value value) {
        return new Preferences(Map.of(key, value)).over(this);
    }

    /**
     * The same with what somebody says.
     *
     * @param place where it is said, for the message and as its origin
     * @throws SettingsException when it is no such value
     */
    public Preferences said(Key key, String text, String place) {
        return with(key, new Value(key.read(text.strip(), place), place));
    }

    /**
     * What the variables of an environment say.
     *
     * @throws SettingsException when one of them cannot be understood
     */
    public static Preferences of(Environment environment) {
        Map<Key, Value> said = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            String text = key.variable().isEmpty() || key == Key.PROFILE ? null : environment.get(key.variable());
            if (text != null) {
                said.put(key, new Value(key.read(text.strip(), key.variable()), key.variable()));
            }
        }
        return new Preferences(said);
    }

    /** What counts for a key, and where it comes from; its text is empty when nothing counts. */
    public Value of(Key key) {
        Value value = said.get(key);
        return value != null ? value : new Value(key.usual(), Value.USUAL);
    }

    /** Which changes are asked about. */
    public Confirmations confirm() {
        return Confirmations.valueOf(of(Key.CONFIRM).text().toUpperCase(Locale.ROOT));
    }

    /** How many calls a minute may be made to know the names of what exists; 0 for none. */
    public int nameCalls() {
        return Integer.parseInt(of(Key.NAMES).text());
    }

    /** How often a rehearsal may read from the real services. */
    public int rehearsalCalls() {
        return Integer.parseInt(of(Key.REHEARSAL_CALLS).text());
    }

    /** How long ago a run has to have ended before it may be forgotten. */
    public Value keepRuns() {
        return of(Key.KEEP_RUNS);
    }

    /** When a call is given up, as a text such as {@code 2m}; empty for the usual time. */
    public Optional<String> timeout() {
        return Optional.ofNullable(said.get(Key.TIMEOUT)).map(Value::text);
    }

    /** How long opening a connection may take, as a text such as {@code 10s}; empty for the usual time. */
    public Optional<String> connectTimeout() {
        return Optional.ofNullable(said.get(Key.CONNECT_TIMEOUT)).map(Value::text);
    }

    /** How values are printed. */
    public Format output() {
        return Format.valueOf(of(Key.OUTPUT).text().toUpperCase(Locale.ROOT));
    }

    /** Whether the shell begins with hints and suggestions. */
    public boolean hints() {
        return of(Key.HINTS).text().equals("on");
    }

    /** The version that every call of Atlas asks for; empty for each method's own. */
    public Optional<String> apiVersion() {
        return Optional.ofNullable(said.get(Key.API_VERSION)).map(Value::text);
    }
}
