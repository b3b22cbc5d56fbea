/**
 * What people and programs see: any value as a table, fields, JSON, YAML or CSV; progress; and the redaction of secrets.
 *
 * <p>Start with {@link dev.ferry.output.Printer}: it turns a value into a {@linkplain dev.ferry.output.Tree plain tree}
 * and writes the tree in one {@link dev.ferry.output.Format} to {@link dev.ferry.output.Streams}. Every byte on its way
 * out passes {@link dev.ferry.output.Redactor}, so a {@link dev.ferry.output.Secret} cannot be printed by accident.
 * Nothing in this package depends on another package of Ferry, and nothing in it knows an interactive terminal: it only
 * asks whether a stream is one and how wide it is.
 */
@NullMarked
package dev.ferry.output;

import org.jspecify.annotations.NullMarked;
