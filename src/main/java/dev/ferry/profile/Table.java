package dev.ferry.profile;

import dev.ferry.output.Suggestion;
import dev.ferry.profile.toml.Place;
import dev.ferry.profile.toml.TomlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One table of a file in TOML, and its name: whatever is wrong in it is told with the place. */
final class Table {
    private final Path file;
    private final TomlText text;
    private final List<String> path;
    private final Map<?, ?> values;

    private Table(Path file, TomlText text, List<String> path, Map<?, ?> values) {
        this.file = file;
        this.text = text;
        this.path = path;
        this.values = values;
    }

    /** The outermost one. */
    static Table top(Path file, TomlText text) {
        return new Table(file, text, List.of(), text.values());
    }

    /** The names in it, in the order of the file. */
    List<String> names() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /** Refuses what it does not know: a misspelt name must not go unnoticed. */
    void check(List<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                throw new SettingsException(
                        where(name, false) + " is no setting that Ferry knows; correct or remove it."
                                + Suggestion.didYouMean(name, known));
            }
        }
    }

    /** What it says of these keys, and where. */
    Map<Key, Value> said(List<Key> keys) {
        Map<Key, Value> said = new EnumMap<>(Key.class);
        for (Key key : keys) {
            Object raw = values.get(key.word());
            if (raw != null) {
                said.put(key, new Value(key.read(raw, where(key.word(), true)), origin(key.word())));
            }
        }
        return said;
    }

    /** The text under a name; null when there is none. Without the value in the message: it may be a secret. */
    @Nullable
    String text(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof String)) {
            throw new SettingsException(where(name, true) + " has to be a text in quotation marks; correct it.");
        }
        return (String) value;
    }

    /** The table under a name; null when there is none. */
    @Nullable
    Table table(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof Map)) {
            throw new SettingsException(where(name, true) + " has to be a table; correct it.");
        }
        List<String> below = new ArrayList<>(path);
        below.add(name);
        return value instanceof Map<?, ?> map ? new Table(file, text, List.copyOf(below), map) : null;
    }

    /** The name with its tables and the file, for the middle of a sentence. */
    String place(String name) {
        return qualified(name) + " in " + file;
    }

    /** The file and the line, for people who look for the place to correct. */
    String origin(String name) {
        return file
                + text.key(below(name)).map(place -> ", line " + place.line()).orElse("");
    }

    /**
     * The file, line and column, and the name with its tables, for the beginning of a sentence.
     *
     * @param value whether the value is meant and not its name
     */
    String where(String name, boolean value) {
        Optional<Place> place = value ? text.value(below(name)) : Optional.empty();
        return file
                + place.or(() -> text.key(below(name)))
                        .map(at -> ", " + at + ": ")
                        .orElse(": ")
                + qualified(name);
    }

    private List<String> below(String name) {
        List<String> below = new ArrayList<>(path);
        if (!name.isEmpty()) {
            below.add(name);
        }
        return List.copyOf(below);
    }

    private String qualified(String name) {
        return String.join(".", below(name));
    }
}
