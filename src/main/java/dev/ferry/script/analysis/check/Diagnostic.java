package dev.ferry.script.analysis.check;

/**
 * Something that is wrong with a text, found without running it.
 *
 * @param line from 1
 * @param column from 1
 * @param endColumn first column after the wrong words, on the same line; at least {@code column}
 * @param message one sentence for a person
 * @param suggestion what was probably meant, such as {@code list}; empty when there is no good guess
 */
public record Diagnostic(int line, int column, int endColumn, String message, String suggestion) {}
