package dev.ferry.journal;

/**
 * Whether a journal is as it was written.
 *
 * @param state the kind of answer
 * @param line the line where it stops being so, from 1; 0 when it is whole
 * @param words why, in one sentence without its beginning; empty when it is whole
 */
public record Verdict(State state, long line, String words) {
    static final Verdict WHOLE = new Verdict(State.WHOLE, 0, "");

    /** The kinds of answers. */
    public enum State {
        /** Every line is as it was written. */
        WHOLE,

        /** Its last line was being written when the power or the disk failed; everything before it is as it was written. */
        TORN,

        /** Its end is missing: the run had gone on. */
        CUT,

        /** Something in it was changed, inserted, removed or swapped. */
        CHANGED
    }

    /** Whether everything that can be read was written by the run: it is whole, or only its last line is torn. */
    public boolean isTrusted() {
        return state == State.WHOLE || state == State.TORN;
    }
}
