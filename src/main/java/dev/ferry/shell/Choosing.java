package dev.ferry.shell;

import java.time.Duration;
import java.util.Objects;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The keys after Tab: one choice is taken at once, the letters that all have in common are filled in, more are listed; another Tab, or an
 * arrow, walks through them. Escape takes the list away and leaves what was typed, every other key does what it always does.
 */
final class Choosing {
    private static final Duration QUIET = Duration.ofMillis(40);

    private record Place(String text, int cursor) {}

    private final Editor editor;
    private final Offers offers;
    private final Behind<Place, Offered> behind;

    Choosing(Editor editor, Offers offers) {
        this.editor = editor;
        this.offers = offers;
        this.behind = new Behind<>(
                "ferry-offers",
                QUIET,
                place -> offers.at(place.text, place.cursor),
                (place, offered) -> editor.renewMenu(place.text, offered));
    }

    /**
     * Completes the word at the cursor.
     *
     * @param listed whether to show the choices only
     * @return whether there was something to say
     */
    boolean complete(boolean listed) {
        Offered offered = offers.at(editor.getBuffer().toString(), cursor());
        if (offered.choices().isEmpty()) {
            if (!offered.remark().isEmpty()) {
                editor.say(offered.remark());
            }
            return !offered.remark().isEmpty();
        }
        if (!listed && taken(offered)) {
            return true;
        }
        boolean extended = !listed && extended(offered);
        if (!extended) {
            moveTo(offered.end());
        }
        list(new Menu(offered, editor.getBuffer().upToCursor().substring(offered.start())));
        return true;
    }

    /** Tab in a list that got shorter: what is left is offered anew, and walked through unless it is one. */
    private void complete(Menu shown) {
        Offered offered = offers.at(editor.getBuffer().toString(), cursor());
        if (offered.choices().isEmpty()) {
            // What is offered for the beginning of a word need not be offered for its middle.
            walk(shown);
        } else if (!taken(offered)) {
            if (extended(offered)) {
                list(new Menu(offered, editor.getBuffer().upToCursor().substring(offered.start())));
            } else {
                moveTo(offered.end());
                walk(new Menu(offered, editor.getBuffer().upToCursor().substring(offered.start())));
            }
        }
    }

    private boolean taken(Offered offered) {
        if (offered.choices().size() != 1) {
            return false;
        }
        take(offered.start(), offered.end(), offered.choices().get(0));
        return true;
    }

    private boolean extended(Offered offered) {
        String word = editor.getBuffer().toString().substring(offered.start(), offered.end());
        String common = common(offered);
        if (common.length() <= word.length() || !common.startsWith(word)) {
            return false;
        }
        replace(offered.start(), offered.end(), common);
        return true;
    }

    private void list(Menu menu) {
        String begun = word(menu);
        while (true) {
            editor.showMenu(menu);
            @Nullable Binding key = editor.key();
            String name = name(key);
            if (key == null || editor.isEscape() || menu.isEmpty()) {
                editor.hideMenu();
                if (!editor.isEscape()) {
                    editor.again();
                }
                return;
            }
            boolean letter = LineReader.SELF_INSERT.equals(name);
            if (letter
                    || (LineReader.BACKWARD_DELETE_CHAR.equals(name)
                            && word(menu).length() > begun.length())) {
                editor.apply(key);
                menu.narrow(word(menu));
                if (menu.isPartial()) {
                    behind.ask(new Place(editor.getBuffer().toString(), cursor()));
                } else if (menu.isEmpty()) {
                    editor.hideMenu();
                    return;
                }
            } else if (LineReader.EXPAND_OR_COMPLETE.equals(name) && !word(menu).equals(begun)) {
                editor.hideMenu();
                complete(menu);
                return;
            } else if (LineReader.EXPAND_OR_COMPLETE.equals(name) || isDown(name)) {
                walk(menu);
                return;
            } else {
                editor.hideMenu();
                editor.again();
                return;
            }
        }
    }

    private void walk(Menu menu) {
        String typed = word(menu);
        Choice choice = menu.step(1);
        while (true) {
            replace(menu.start(), cursor(), choice.value());
            editor.showMenu(menu);
            @Nullable Binding key = editor.key();
            @Nullable Choice next = key == null ? null : next(menu, name(key));
            if (next != null) {
                choice = next;
                continue;
            }
            editor.hideMenu();
            if (editor.isEscape()) {
                replace(menu.start(), cursor(), typed);
                return;
            }
            if (choice.blank() && !" ".equals(editor.getLastBinding())) {
                editor.getBuffer().write(' ');
            }
            if (!LineReader.ACCEPT_LINE.equals(name(key))) {
                editor.again();
            }
            return;
        }
    }

    private static @Nullable Choice next(Menu menu, String key) {
        return switch (key) {
            case LineReader.EXPAND_OR_COMPLETE -> menu.step(1);
            case LineReader.REVERSE_MENU_COMPLETE -> menu.step(-1);
            case LineReader.UP_LINE_OR_HISTORY, LineReader.UP_LINE_OR_SEARCH, PrefixSearch.UP -> menu.walk(-1, 0);
            case LineReader.DOWN_LINE_OR_HISTORY, LineReader.DOWN_LINE_OR_SEARCH, PrefixSearch.DOWN -> menu.walk(1, 0);
            case LineReader.FORWARD_CHAR -> menu.walk(0, 1);
            case LineReader.BACKWARD_CHAR -> menu.walk(0, -1);
            default -> null;
        };
    }

    private static boolean isDown(String key) {
        return key.equals(LineReader.DOWN_LINE_OR_HISTORY)
                || key.equals(LineReader.DOWN_LINE_OR_SEARCH)
                || key.equals(PrefixSearch.DOWN);
    }

    private static String name(@Nullable Binding key) {
        return key instanceof Reference reference ? reference.name() : "";
    }

    /** What all choices begin with; empty when they are known by something else than what is inserted, as things are by their names. */
    private static String common(Offered offered) {
        @Nullable String common = null;
        for (Choice each : offered.choices()) {
            common = common == null ? each.value() : common(common, each.value());
        }
        String letters = Objects.requireNonNullElse(common, "");
        String shown = letters.replaceAll("^['\"]", "");
        return offered.choices().stream()
                        .allMatch(
                                each -> each.display().replaceAll("^['\"]", "").startsWith(shown))
                ? letters
                : "";
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private void take(int start, int end, Choice choice) {
        replace(start, end, choice.value());
        if (choice.blank()) {
            Buffer buffer = editor.getBuffer();
            if (buffer.currChar() == ' ') {
                buffer.move(1);
            } else {
                buffer.write(' ');
            }
        }
    }

    private String word(Menu menu) {
        String before = editor.getBuffer().upToCursor();
        return before.substring(Math.min(menu.start(), before.length()));
    }

    private void replace(int start, int end, String value) {
        Buffer buffer = editor.getBuffer();
        String text = buffer.toString();
        moveTo(end);
        buffer.backspace(text.codePointCount(start, end));
        buffer.write(value);
    }

    /** Places in a text are counted as Java counts them; JLine counts a letter beyond the first 65,536 as one. */
    private void moveTo(int place) {
        Buffer buffer = editor.getBuffer();
        buffer.cursor(buffer.toString().codePointCount(0, place));
    }

    private int cursor() {
        return editor.getBuffer().upToCursor().length();
    }
}
