/** Calls: which parameters they take, which of them comes next, and what the service is asked for. */
@NullMarked
package dev.ferry.script.analysis.call;

import org.jspecify.annotations.NullMarked;
