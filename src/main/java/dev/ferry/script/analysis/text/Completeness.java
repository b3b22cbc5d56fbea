package dev.ferry.script.analysis.text;

/** Whether a text can be run as it stands, as Groovy's own parser sees it. */
public sealed interface Completeness {

    /** The text parses. */
    record Complete() implements Completeness {}

    /** The text is the beginning of something: more lines are needed. */
    record Incomplete() implements Completeness {}

    /**
     * No further line can mend the text.
     *
     * @param message the parser's sentence
     * @param line counted from 1
     * @param column counted from 1
     */
    record Invalid(String message, int line, int column) implements Completeness {}
}
