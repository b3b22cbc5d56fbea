/** Rehearsals against a sandbox that stands for the real services. */
@NullMarked
package dev.ferry.rehearsal;

import org.jspecify.annotations.NullMarked;
