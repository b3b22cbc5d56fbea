package dev.ferry.output;

import java.util.BitSet;

/** The parts of one text that have to be hidden; overlapping parts count as one. */
final class Spans {
    private final String text;
    private final BitSet hidden = new BitSet();

    Spans(String text) {
        this.text = text;
    }

    /** Hides the characters from {@code start} up to, not including, {@code end}. */
    void hide(int start, int end) {
        hidden.set(start, end);
    }

    /** Whether the character at {@code index} is hidden; false outside the text. */
    boolean isHidden(int index) {
        return index >= 0 && hidden.get(index);
    }

    /** The first hidden character from {@code index} on; -1 when there is none. */
    int next(int index) {
        return hidden.nextSetBit(index);
    }

    /**
     * The text between two places, each hidden part replaced by {@link Secret#MASK}.
     *
     * @param masked whether the mask of a part that is hidden at {@code start} has been written already
     */
    String between(int start, int end, boolean masked) {
        if (hidden.isEmpty()) {
            return text.substring(start, end);
        }
        var shown = new StringBuilder(end - start);
        int at = start;
        if (masked && hidden.get(at)) {
            at = Math.min(end, hidden.nextClearBit(at));
        }
        while (at < end) {
            int secret = hidden.nextSetBit(at);
            if (secret < 0 || secret >= end) {
                return shown.append(text, at, end).toString();
            }
            shown.append(text, at, secret).append(Secret.MASK);
            at = Math.min(end, hidden.nextClearBit(secret));
        }
        return shown.toString();
    }
}
