/**
 * What Groovy's static type checker knows about a text: what could stand at the cursor, whether the text is whole,
 * which types its variables have.
 *
 * <p>{@link dev.ferry.script.analysis.Analysis} is the door. Nothing in this room evaluates a text, opens a connection
 * or knows a terminal: the names that scripts see come from the declared types of the script base class, everything
 * else from the text itself and from the {@link dev.ferry.script.analysis.type.Scope} of the session.
 */
@NullMarked
package dev.ferry.script.analysis;

import org.jspecify.annotations.NullMarked;
