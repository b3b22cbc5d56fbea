package dev.ferry.guard;

/** What a session lets leave. */
public enum Mode {
    /** Nothing that changes something. */
    READ_ONLY("read-only"),

    /** Reads; what changes something, and what reads what was changed, goes to a twin. */
    REHEARSAL("rehearsal"),

    /** Everything. */
    WRITABLE("writable");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** The word of the prompt. */
    @Override
    public String toString() {
        return word;
    }
}
