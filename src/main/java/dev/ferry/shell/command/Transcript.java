package dev.ferry.shell.command;

import dev.ferry.script.Recording;
import java.util.ArrayList;
import java.util.List;

/** The lines of this session that ran to their end: what {@code /save} makes a script of. */
public final class Transcript {
    private final List<Recording.Line> lines = new ArrayList<>();

    /** A line that came to its end; {@code result} is the variable that took its value, empty when it had none. */
    public synchronized void add(String text, String result) {
        lines.add(new Recording.Line(text, result));
    }

    /** All of them, in the order of their ends. */
    public synchronized List<Recording.Line> lines() {
        return List.copyOf(lines);
    }
}
