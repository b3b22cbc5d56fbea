package dev.ferry.shell;

import java.util.ArrayList;
import java.util.List;

/** The lines of this session that ran to their end: what {@code /save} makes a script of. */
final class Transcript {
    private final List<String> lines = new ArrayList<>();

    synchronized void add(String text) {
        lines.add(text);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
