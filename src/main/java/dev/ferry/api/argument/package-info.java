/** What was given to a call, checked before anything is sent: ids, named arguments, values and bodies, each refused in a sentence that
 * says what it takes. */
@NullMarked
package dev.ferry.api.argument;

import org.jspecify.annotations.NullMarked;
