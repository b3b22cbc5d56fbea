/** What comes of a rehearsal: the changes in their order, kept with what they rest on, and a run that keeps to them. */
@NullMarked
package dev.ferry.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
