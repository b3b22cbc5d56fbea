package dev.ferry.shell;

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
 */
record Choice(String value, String display, String group, String detail, String documentation, boolean blank) {

    /** What a command offers. */
    static Choice of(Candidate candidate) {
        return new Choice(
                candidate.value(),
                candidate.displ(),
                Objects.requireNonNullElse(candidate.group(), ""),
                Objects.requireNonNullElse(candidate.descr(), ""),
                "",
                candidate.complete());
    }

    /** How well it fits what was typed since the menu is there: 0 best, -1 not at all. */
    int distance(String typed) {
        String letters = typed.toLowerCase(java.util.Locale.ROOT);
        String named = display.toLowerCase(java.util.Locale.ROOT);
        String inserted = value.toLowerCase(java.util.Locale.ROOT);
        if (named.startsWith(letters) || inserted.startsWith(letters)) {
            return 0;
        }
        return named.contains(letters) || inserted.contains(letters) ? 1 : -1;
    }
}
