package dev.ferry.journal;

/**
 * Whether a journal is as it was written.
 *
 * @param state the kind of answer
 * @param line the line where it stops being so, from 1; 0 when it is whole or has no lines
 * @param words why, in one sentence without its beginning; empty when it is whole
 */
public record Verdict(State state, long line, String words) {
    static final Verdict WHOLE = new Verdict(State.WHOLE, 0, "");
    static final Verdict EMPTY = new Verdict(
            State.EMPTY,
            0,
            "nothing is recorded: its process ended before it wrote the first line, or the file was emptied");

    /** The kinds of answers. */
    public enum State {
        /** Every line is as it was written. */
        WHOLE,

        /** There is no line, and nothing says that there was one: the process ended before it sent anything. */
        EMPTY,

        /** Its last line was being written when the power or the disk failed; everything before it is as it was written. */
        TORN,

        /** Its end is missing: the run had gone on. */
        CUT,

        /** Something in it was changed, inserted, removed or swapped. */
        CHANGED
    }

    /** Whether everything that the run wrote is there and unchanged, apart from a last line that was torn. */
    public boolean isTrusted() {
        return state == State.WHOLE || state == State.EMPTY || state == State.TORN;
    }

    /** Where and why, as {@code line 3: it was changed}; only why where no line is meant, nothing when it is whole. */
    public String sentence() {
        return line == 0 ? words : "line " + line + ": " + words;
    }
}
