package dev.ferry.shell;

import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The arrows up and down: inside a text of many lines they move between its lines, otherwise they walk through the lines of the history
 * that start with what was typed. JLine's own search goes by the first word, which for Groovy is often the whole line.
 */
final class PrefixSearch {
    /** Their names among the bindings of keys. */
    static final String UP = "ferry-up";

    static final String DOWN = "ferry-down";

    private final LineReader reader;
    private String typed = "";
    private @Nullable String shown;
    private int position;

    private PrefixSearch(LineReader reader) {
        this.reader = reader;
    }

    static void bind(LineReader reader) {
        PrefixSearch search = new PrefixSearch(reader);
        bind(reader, UP, Capability.key_up, "\033[A", search::up);
        bind(reader, DOWN, Capability.key_down, "\033[B", search::down);
    }

    private static void bind(LineReader reader, String name, Capability key, String sequence, Widget widget) {
        reader.getWidgets().put(name, widget);
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        Reference reference = new Reference(name);
        keys.bind(reference, sequence);
        @Nullable String own = KeyMap.key(reader.getTerminal(), key);
        if (own != null && !own.isEmpty()) {
            keys.bind(reference, own);
        }
    }

    private boolean up() {
        return reader.getBuffer().up() || walk(-1);
    }

    private boolean down() {
        return reader.getBuffer().down() || walk(1);
    }

    private boolean walk(int step) {
        History history = reader.getHistory();
        String text = reader.getBuffer().toString();
        if (!text.equals(shown)) {
            typed = text;
            position = history.last() + 1;
        }
        for (int i = position + step; i >= history.first() && i <= history.last(); i += step) {
            String line = history.get(i);
            if (line.startsWith(typed) && !line.equals(text)) {
                position = i;
                show(line);
                return true;
            }
        }
        if (step > 0 && position <= history.last()) {
            position = history.last() + 1;
            show(typed);
            return true;
        }
        return false;
    }

    private void show(String line) {
        reader.getBuffer().clear();
        reader.getBuffer().write(line);
        shown = line;
    }
}
