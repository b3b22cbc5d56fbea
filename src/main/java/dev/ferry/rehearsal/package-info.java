/** A run against a twin of what is there, and the plan that comes of it. */
@NullMarked
package dev.ferry.rehearsal;

import org.jspecify.annotations.NullMarked;
