/**
 * The interactive front end: what people see and type. {@link dev.ferry.shell.Shell} reads a line, hands it to the interpreter on a
 * thread that Ctrl-C can stop, and prints the value. Everything that needs a terminal (prompt, keys, colour, history, the menu of Tab) is
 * here and nowhere below; what starts with a slash is a command, one small class each, listed in {@code Commands}.
 *
 * <p>Nothing that is needed before the first prompt touches Groovy or the HTTP client: they load behind it.
 */
@NullMarked
package dev.ferry.shell;

import org.jspecify.annotations.NullMarked;
