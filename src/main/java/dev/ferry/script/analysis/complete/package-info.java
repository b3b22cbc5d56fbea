/** What may stand at the cursor: members, names, arguments, values and what exists at the services. */
@NullMarked
package dev.ferry.script.analysis.complete;

import org.jspecify.annotations.NullMarked;
