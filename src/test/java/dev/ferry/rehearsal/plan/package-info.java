/** Plans: what is written down, what they rest on, and runs that keep to them. */
@NullMarked
package dev.ferry.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
