package dev.ferry.script.analysis.check;

/**
 * A question that a text asks with {@code confirm}.
 *
 * @param line where it stands, from 1
 * @param severe whether it is answered with a name
 * @param name that name; empty where the text alone does not say it
 * @param certain whether a run asks it in any case
 */
public record Question(int line, boolean severe, String name, boolean certain) {}
