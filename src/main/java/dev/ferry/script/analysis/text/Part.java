package dev.ferry.script.analysis.text;

/**
 * A part of a text that can be run by itself: one or more whole lines.
 *
 * @param line the first line of the text it is, from 1
 * @param text without the line end of its last line
 */
public record Part(int line, String text) {}
