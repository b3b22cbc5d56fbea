/**
 * What a line that starts with a slash does: one small class a {@link dev.ferry.shell.command.Command}, and what they share of the
 * session: {@link dev.ferry.shell.command.Language Groovy}, {@link dev.ferry.shell.command.Settings settings}, the lines that ran.
 */
@NullMarked
package dev.ferry.shell.command;

import org.jspecify.annotations.NullMarked;
