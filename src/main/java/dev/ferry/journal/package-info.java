/** The durable record of runs: what was going to be changed, what came of it, which steps are done, and how a run goes on. */
@NullMarked
package dev.ferry.journal;

import org.jspecify.annotations.NullMarked;
