package dev.ferry.script.analysis;

import java.util.List;

/**
 * What may stand at the cursor, best first, and the part of the text it replaces.
 *
 * @param start first character that is replaced
 * @param end first character after the replaced part; at least the cursor when the cursor is inside a word
 * @param candidates best first, without duplicates; all start with the word before the cursor
 */
public record Completions(int start, int end, List<Candidate> candidates) {

    public Completions {
        candidates = List.copyOf(candidates);
    }

    /** Nothing to offer at this place. */
    static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }
}
