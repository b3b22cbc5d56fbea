package dev.ferry.shell.command;

import java.util.ArrayList;
import java.util.List;

/** The lines of this session that ran to their end: what {@code /save} makes a script of. */
public final class Transcript {
    private final List<String> lines = new ArrayList<>();

    public synchronized void add(String text) {
        lines.add(text);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
