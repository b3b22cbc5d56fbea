package dev.ferry.profile.toml;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text in TOML: what it says, and where.
 *
 * <p>The library reads the values; where a key stands, or a mistake, {@link KeyFinder} finds by going over the text once more.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML 1.0</a>
 */
public final class TomlText {
    /** Some editors write it before everything else; it says nothing. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Object> values;
    private final KeyFinder places;

    private TomlText(Map<String, Object> values, KeyFinder places) {
        this.values = values;
        this.places = places;
    }

    /**
     * Reads a text.
     *
     * @throws TomlException when it is not TOML
     */
    public static TomlText parse(String written) throws TomlException {
        String text = plain(written);
        KeyFinder places = KeyFinder.of(text);
        CountingReader reader = new CountingReader(new StringReader(text));
        try {
            return new TomlText(text.isBlank() ? Map.of() : values(new TomlParser().parse(reader)), places);
        } catch (ParsingException e) {
            KeyFinder.Mistake mistake = places.mistake();
            throw mistake != null
                    ? new TomlException(Place.of(text, mistake.index()), mistake.problem(), e)
                    : new TomlException(Place.of(text, Math.max(0, reader.read - 1)), oneLine(e), e);
        }
    }

    /** The text without a mark of its byte order. */
    public static String plain(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** What it says: tables are maps, in the order of the text. */
    public Map<String, Object> values() {
        return values;
    }

    /** Where a key stands, or the header of a table. */
    public Optional<Place> key(List<String> path) {
        return places.key(path);
    }

    /** Where the value of a key begins. */
    public Optional<Place> value(List<String> path) {
        return places.value(path);
    }

    private static Map<String, Object> values(UnmodifiableConfig config) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (UnmodifiableConfig.Entry entry : config.entrySet()) {
            Object raw = entry.getRawValue();
            values.put(entry.getKey(), raw instanceof UnmodifiableConfig table ? values(table) : raw);
        }
        return Collections.unmodifiableMap(values);
    }

    private static String oneLine(ParsingException e) {
        String message = String.valueOf(e.getMessage()).replace("\n", "\\n").replaceAll("\\.$", "");
        return message.isEmpty() ? "unreadable" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
