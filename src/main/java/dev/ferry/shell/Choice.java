package dev.ferry.shell;

import dev.ferry.output.TerminalText;
import java.util.Locale;
import java.util.Objects;
import org.jline.reader.Candidate;

/**
 * One line of the menu.
 *
 * @param value what takes the place of the word at the cursor
 * @param display how the menu names it
 * @param group the heading it stands below; empty for none
 * @param detail what stands behind it in brackets, such as its type; may be empty
 * @param documentation one sentence about it, shown when it is chosen; may be empty
 * @param blank whether a blank follows it in the line
 * @param matched whether it was found in another way than by the beginning of the word
 */
record Choice(
        String value,
        String display,
        String group,
        String detail,
        String documentation,
        boolean blank,
        boolean matched) {

    Choice {
        display = TerminalText.line(display);
        group = TerminalText.line(group);
        detail = TerminalText.line(detail);
        documentation = TerminalText.line(documentation);
    }

    /** What a command offers. */
    static Choice of(Candidate candidate) {
        return new Choice(
                candidate.value(),
                candidate.displ(),
                Objects.requireNonNullElse(candidate.group(), ""),
                Objects.requireNonNullElse(candidate.descr(), ""),
                "",
                candidate.complete(),
                false);
    }

    /** How well it fits a word: 0 when it begins with it in any case, 1 when it contains it, -1 when it does not. */
    int distance(String typed) {
        String letters = typed.toLowerCase(Locale.ROOT);
        String named = display.toLowerCase(Locale.ROOT);
        String inserted = value.toLowerCase(Locale.ROOT);
        if (named.startsWith(letters) || inserted.startsWith(letters)) {
            return 0;
        }
        return named.contains(letters) || inserted.contains(letters) ? 1 : -1;
    }
}
