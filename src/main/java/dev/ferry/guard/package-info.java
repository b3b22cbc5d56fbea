/** Whether a change may leave: the mode of the session, the questions a person is asked, and what they say will be hit. */
@NullMarked
package dev.ferry.guard;

import org.jspecify.annotations.NullMarked;
