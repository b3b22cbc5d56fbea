package dev.ferry.shell.command;

import java.util.ArrayList;
import java.util.List;

/** The lines of this session that ran to their end: what {@code /save} makes a script of. */
public final class Transcript {
    /**
     * One line, or several that belong together.
     *
     * @param text Groovy; for a file that was run by its command a comment that says so
     * @param result the variable that took its value when it was evaluated: {@code _}, that of a job, or empty when it had none
     */
    public record Line(String text, String result) {}

    private final List<Line> lines = new ArrayList<>();

    /** A line that came to its end. */
    public synchronized void add(String text, String result) {
        lines.add(new Line(text, result));
    }

    /** All of them, in the order of their ends. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }
}
