/**
 * Runs Groovy: the interpreter of one session, the base class of every script and the errors a person sees.
 *
 * <p>A line typed at the prompt, a file, standard input, {@code -e} and the fences of a runbook all take the same road:
 * {@link dev.ferry.script.Source} → {@link dev.ferry.script.Interpreter} → a class whose base is
 * {@link dev.ferry.script.FerryScript} → a value or a {@link dev.ferry.script.ScriptException}. Nothing here knows a
 * terminal; what a session needs from outside is in {@link dev.ferry.script.Session}.
 */
@NullMarked
package dev.ferry.script;

import org.jspecify.annotations.NullMarked;
