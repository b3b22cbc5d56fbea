package dev.ferry.shell;

import dev.ferry.script.analysis.Candidate.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.OSUtils;

/**
 * JLine's reader with what can be said only by extending it: the groups of its menu in the order of their use, properties before methods,
 * instead of the alphabet's; Ctrl-C in its turn among the keys; a word for a Tab that came too early.
 */
final class GroupedReader extends LineReaderImpl {
    private static final List<String> GROUPS =
            Arrays.stream(Kind.values()).map(Kind::label).toList();

    /** The value that takes a control character away (POSIX leaves it to the system). */
    private static final int NO_CHARACTER = OSUtils.IS_LINUX ? 0 : 0xff;

    /** How long Escape waits for the rest of a key: terminals send all of it at once. */
    private static final int ESCAPE_MS = 50;

    private final BooleanSupplier tooEarly;

    /** @param tooEarly whether the last Tab came before there was anything to offer */
    GroupedReader(Terminal terminal, BooleanSupplier tooEarly) {
        super(terminal, "ferry", null);
        this.tooEarly = tooEarly;
        getWidgets().put(LineReader.CALLBACK_INIT, this::keepControlC);
        bind("ferry-interrupt", KeyMap.ctrl('C'), this::interruptLine);
        bind("ferry-escape", KeyMap.esc(), () -> true);
        setVariable(LineReader.AMBIGUOUS_BINDING, ESCAPE_MS);
    }

    @Override
    protected Comparator<String> getGroupComparator() {
        return Comparator.<String>comparingInt(GROUPS::indexOf).thenComparing(Comparator.naturalOrder());
    }

    @Override
    protected boolean doComplete(CompletionType list, boolean useMenu, boolean prefix) {
        boolean done = super.doComplete(list, useMenu, prefix);
        if (!done && tooEarly.getAsBoolean()) {
            post = () -> new AttributedString("Groovy is still being loaded: Tab again in a moment.");
            redisplay();
            // The next key takes the sentence away, and is then what it is.
            if (readBinding(getKeys()) != null) {
                runMacro(getLastBinding());
            }
            post = null;
        }
        return done;
    }

    /**
     * As a signal Ctrl-C overtakes the keys: whatever was typed after it may belong to the line that is dropped. As a key it waits for its
     * turn. JLine puts the terminal back at the end of the line.
     */
    private boolean keepControlC() {
        Attributes attributes = getTerminal().getAttributes();
        attributes.setControlChar(ControlChar.VINTR, NO_CHARACTER);
        getTerminal().setAttributes(attributes);
        return true;
    }

    private boolean interruptLine() {
        state = State.INTERRUPT;
        return true;
    }

    private void bind(String name, String key, Widget widget) {
        getWidgets().put(name, widget);
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN));
        keys.bind(new Reference(name), key);
    }
}
