package dev.ferry.script.analysis.complete;

import java.util.List;

/**
 * What may stand at the cursor, best first, and the part of the text it replaces.
 *
 * @param start first character that is replaced
 * @param end first character after the replaced part; at least the cursor when the cursor is inside a word
 * @param candidates best first, without duplicates; all start with the word before the cursor, but for those that are
 *     {@link Candidate#matched()} in another way
 * @param remark what a person should know of the answer, such as that names are old or not all there are; empty when it is as
 *     it should be
 */
public record Completions(int start, int end, List<Candidate> candidates, String remark) {

    /** Candidates of which nothing is to be said. */
    public Completions(int start, int end, List<Candidate> candidates) {
        this(start, end, candidates, "");
    }

    public Completions {
        candidates = List.copyOf(candidates);
    }

    /** Nothing to offer at this place. */
    public static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }
}
