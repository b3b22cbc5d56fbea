package dev.ferry.shell;

import dev.ferry.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.OSUtils;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader with what can be said only by extending it: what stands below the line (a menu or a hint) and behind it (how it went on
 * the last time); Ctrl-C in its turn among the keys; a clean screen after a change of its size.
 */
final class Editor extends LineReaderImpl {
    /** The value that takes a control character away (POSIX leaves it to the system). */
    private static final int NO_CHARACTER = OSUtils.IS_LINUX ? 0 : 0xff;

    /** How long Escape waits for the rest of a key: terminals send all of it at once. */
    private static final int ESCAPE_MS = 50;

    /** On less there is no room for anything but the line. */
    private static final int FEWEST_COLUMNS = 21;

    private static final int FEWEST_ROWS = 5;
    /** From here on a hint may have two lines. */
    private static final int ROWS_FOR_TWO = 10;

    private static final Map<String, String> MORE_KEYS = Map.of(
            "\033[Z", LineReader.REVERSE_MENU_COMPLETE,
            "\033[C", LineReader.FORWARD_CHAR,
            "\033[D", LineReader.BACKWARD_CHAR,
            "\033[F", LineReader.END_OF_LINE,
            "\033[H", LineReader.BEGINNING_OF_LINE);

    private static final AttributedString BLANK = new AttributedString(" ");

    private final Choosing choosing;
    private final Hints hints;
    private final AtomicBoolean hintsOn;
    private final boolean coloured;
    private final boolean movable;
    private @Nullable Menu menu;
    private @Nullable String putAside;

    /**
     * @param hintsOn whether hints and suggestions are wanted now
     * @param coloured whether the terminal shows letters in different ways
     */
    Editor(Terminal terminal, Offers offers, Hints hints, AtomicBoolean hintsOn, boolean coloured) {
        super(terminal, "ferry", null);
        this.hints = hints;
        this.hintsOn = hintsOn;
        @Nullable Integer colours = terminal.getNumericCapability(Capability.max_colors);
        // With fewer colours JLine shows every letter alike.
        this.coloured = coloured && colours != null && colours >= 8;
        movable = terminal.getStringCapability(Capability.cursor_up) != null
                && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
        choosing = new Choosing(this, offers);
        hints.onNews(this::refresh);
        getWidgets().put(LineReader.CALLBACK_INIT, this::keepControlC);
        bind("ferry-interrupt", this::interruptLine, KeyMap.ctrl('C'));
        bind("ferry-escape", () -> true, KeyMap.esc());
        bind("ferry-help", this::help, "\033OP", "\033[11~", "\033[[A", KeyMap.alt('h'));
        bind("ferry-hints", this::toggleHints, "\033OQ", "\033[12~", "\033[[B");
        accepting(LineReader.FORWARD_CHAR, false);
        accepting(LineReader.END_OF_LINE, false);
        accepting(LineReader.FORWARD_WORD, true);
        bindMore();
        getKeyMaps().values().forEach(keys -> keys.setAmbiguousTimeout(ESCAPE_MS));
    }

    @Override
    protected boolean doComplete(CompletionType type, boolean useMenu, boolean prefix, boolean forSuggestion) {
        return choosing.complete(type == CompletionType.List);
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            if (!(display instanceof SteadyDisplay)) {
                // JLine makes a new one for each line and each size of the window; nothing has been drawn with it yet.
                display = new SteadyDisplay(getTerminal(), size.getRows(), size.getColumns());
            }
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    /** The line with its prompts, what may come behind it, and what stands below. */
    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (!reading || !movable || post != null || size.getColumns() <= 0) {
            return visible(line);
        }
        List<AttributedString> rows = line.columnSplitLength(size.getColumns(), true, display.delayLineWrap());
        int left = size.getRows() - rows.size();
        AttributedStringBuilder full = new AttributedStringBuilder().append(line);
        if (menu != null) {
            append(full, menu.lines(size.getColumns() - 1, left));
        } else if (hintsOn.get() && size.getColumns() >= FEWEST_COLUMNS && size.getRows() >= FEWEST_ROWS) {
            int room = size.getColumns() - 1 - rows.get(rows.size() - 1).columnLength();
            full.append(Hint.cut(new AttributedString(firstLine(suggestion()), AttributedStyle.DEFAULT.faint()), room));
            append(full, hint(left));
        }
        return visible(full.toAttributedString());
    }

    /** Names from outside reach the line, its menu and its hint; here everything comes together that the editor shows. */
    private static AttributedString visible(AttributedString text) {
        String plain = text.toString();
        String visible = TerminalText.lines(plain);
        if (visible.length() != plain.length() || visible.equals(plain)) {
            return visible.equals(plain) ? text : new AttributedString(visible);
        }
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (int i = 0; i < visible.length(); i++) {
            styled.append(visible.substring(i, i + 1), text.styleAt(i));
        }
        return styled.toAttributedString();
    }

    private static void append(AttributedStringBuilder full, List<AttributedString> lines) {
        for (AttributedString line : lines) {
            full.append("\n").append(line);
        }
    }

    /** Always the same number of lines, so that a hint that comes or goes moves nothing. JLine makes no room for an empty line. */
    private List<AttributedString> hint(int left) {
        int most = Math.min(left, size.getRows() < ROWS_FOR_TWO ? 1 : 2);
        if (most <= 0) {
            return List.of();
        }
        Hint hint = hints.at(buf.toString(), buf.upToCursor().length());
        List<AttributedString> lines = new ArrayList<>(hint.lines(size.getColumns() - 1, most, coloured));
        while (lines.size() < most) {
            lines.add(BLANK);
        }
        return lines;
    }

    /** How the line goes on that is suggested; empty when there is none. */
    private String suggestion() {
        if (!coloured || !hintsOn.get() || buf.cursor() < buf.length()) {
            return "";
        }
        return PastLines.goingOn(getHistory(), buf.toString());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " …";
    }

    private void accepting(String widget, boolean word) {
        Widget usual = Objects.requireNonNull(getBuiltinWidgets().get(widget));
        getWidgets().put(widget, () -> {
            String suggested = suggestion();
            if (suggested.isEmpty()) {
                return usual.apply();
            }
            buf.write(word ? suggested.substring(0, PastLines.endOfWord(suggested)) : suggested);
            return true;
        });
    }

    /** Enters a question for help in place of the line, which comes back with the next prompt. */
    private boolean help() {
        String topic = hints.topic(buf.toString(), buf.upToCursor().length());
        putAside = buf.toString();
        buf.clear();
        buf.write(("/help " + topic.strip()).strip());
        // Nobody typed it.
        setVariable(LineReader.DISABLE_HISTORY, true);
        state = State.DONE;
        return true;
    }

    /** The line that had to wait for something else, once; null when there is none. */
    @Nullable
    String takeUp() {
        @Nullable String line = putAside;
        putAside = null;
        setVariable(LineReader.DISABLE_HISTORY, false);
        return line;
    }

    private boolean toggleHints() {
        hintsOn.set(!hintsOn.get());
        return true;
    }

    /** Writes above the line that is being typed; does the other thing while none is, and lets none begin meanwhile. */
    void printAbove(String line, Runnable otherwise) {
        lock.lock();
        try {
            if (reading) {
                printAbove(line);
            } else {
                otherwise.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Draws the hint anew if a line is being typed and nothing else stands below it; from any thread. */
    private void refresh() {
        lock.lock();
        try {
            if (reading && movable && post == null && menu == null) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shows a menu below the line until it is hidden. */
    void showMenu(Menu shown) {
        menu = shown;
        redisplay();
    }

    /** Takes the menu away with the next change of the screen. */
    void hideMenu() {
        menu = null;
    }

    /** Gives the menu that is shown what is offered for a text, if it is still the one; from any thread. */
    void renewMenu(String text, Offered offered) {
        lock.lock();
        try {
            if (reading && menu != null && buf.toString().equals(text)) {
                menu.renew(offered);
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shows a sentence below the line until the next key, which is then what it is. */
    void say(String sentence) {
        post = () -> new AttributedString(TerminalText.line(sentence));
        redisplay();
        if (readBinding(getKeys()) != null) {
            again();
        }
        post = null;
    }

    /** Waits for a key; null at the end of the input. */
    @Nullable
    Binding key() {
        return readBinding(getKeys());
    }

    /** Whether the last key was Escape, and not the beginning of another. */
    boolean isEscape() {
        return KeyMap.esc().equals(getLastBinding());
    }

    /** Does what a key means. */
    void apply(Binding key) {
        getWidget(key).apply();
    }

    /** Lets the last key be read again, now that what it was read for has ended. */
    void again() {
        runMacro(getLastBinding());
        // The screen is drawn once that key has done what it does.
        skipRedisplay = true;
    }

    /**
     * After a change of the width terminals break what they show into new lines. The line is drawn again from where it begins then, and
     * nothing of what stood below it is left.
     */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the lock of the reader guards the same, and more
    protected void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (signal == Signal.WINCH && reading && display != null) {
                Size now = getTerminal().getBufferSize();
                if (now.getColumns() > 0
                        && (now.getColumns() != size.getColumns() || now.getRows() != size.getRows())) {
                    getTerminal().puts(Capability.carriage_return);
                    int above = rowOfCursor(now.getColumns());
                    if (above > 0) {
                        getTerminal().puts(Capability.parm_up_cursor, above);
                    }
                    getTerminal().puts(Capability.clr_eos);
                }
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    private int rowOfCursor(int columns) {
        List<AttributedString> prompts = new ArrayList<>();
        AttributedString line = super.getDisplayedBufferWithPrompts(prompts);
        int behind = new AttributedString(buf.substring(buf.cursor())).length();
        return Math.max(
                0,
                line.substring(0, Math.max(0, line.length() - behind))
                                .columnSplitLength(columns)
                                .size()
                        - 1);
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

    /** Keys that JLine leaves out: the way back through a menu, and arrows of terminals that do not enter the mode for editors. */
    private void bindMore() {
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN));
        MORE_KEYS.forEach((sequence, widget) -> keys.bind(new Reference(widget), sequence));
    }

    private void bind(String name, Widget widget, String... sequences) {
        getWidgets().put(name, widget);
        KeyMap<Binding> keys = Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN));
        for (String sequence : sequences) {
            keys.bind(new Reference(name), sequence);
        }
    }
}
