/**
 * What exists at both services, remembered so that somebody who types can be offered it without waiting.
 *
 * <p>{@link dev.ferry.names.Names} is the door. It learns from the answers of all calls, asks for the rest behind the keys within a
 * budget, keeps what it knows in a file of the profile, and answers from memory alone. It only ever reads from a service.
 */
@NullMarked
package dev.ferry.names;

import org.jspecify.annotations.NullMarked;
